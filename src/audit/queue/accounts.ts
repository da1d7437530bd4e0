import { checkBaseUrl } from "../../core/endpoint.js";
import { ConfigurationError } from "../../core/errors.js";
import { endpointVariable } from "../../node/endpoint-variable.js";
import { parseYaml, type YamlEntry, type YamlNode } from "../../node/yaml-tree.js";
import type { Cloud, Service } from "../../records/service.js";
import { services } from "../../services.js";
import type { Account, Target } from "../target.js";
import { AccountBook } from "../targets/accounts.js";
import { TargetsFileError } from "../targets/error.js";
import { child, Problems } from "../targets/problems.js";
import { readTargetsText } from "../targets/text.js";
import { validateTargets } from "../targets/validate.js";
import type { Variables } from "./address.js";
import { WorkerRefusal } from "./job.js";

/** An account that a worker serves. */
export interface WorkerAccount extends Account {
  /** Where its credentials may be sent besides the vendor's own hosts, each as `host` or `host:port`. */
  readonly hosts: readonly string[];
}

/** The accounts that a worker serves, by name. */
export type WorkerAccounts = ReadonlyMap<string, WorkerAccount>;

/**
 * What a worker serves that was given no accounts: the account `default`, which finds its credentials under the
 * vendors' own names. They may be sent to the addresses in `BACKUP_RECORDS_<SERVICE>_URL`, too.
 * @throws ConfigurationError if one of these is not a base URL
 */
export function defaultAccounts(env: Variables): WorkerAccounts {
  const hosts = services.flatMap(({ name }) => {
    const variable = endpointVariable(name);
    const url = env[variable];
    if (!url) return [];
    try {
      return [new URL(checkBaseUrl(url)).host];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      throw new ConfigurationError(`${variable}: ${error.message}`);
    }
  });
  return new Map([["default", { name: "default", environment: {}, rateLimit: null, hosts }]]);
}

/**
 * Reads the accounts that a worker serves.
 * @throws TargetsFileError with every mistake in the file, variables that are not set included
 * @throws ConfigurationError if the file cannot be read
 */
export function readAccountsFile(path: string, env: Variables): WorkerAccounts {
  return readAccounts(readTargetsText(path, "a file with accounts"), { file: path, env });
}

/** Keys of a targets file that stand beside its accounts. A worker does not need them. */
const OTHER_KEYS = /^(\$schema|defaults|groups|targets|x-.*)$/;

/**
 * Reads the accounts of a targets file, each with the `hosts` that its credentials may be sent to.
 * @throws TargetsFileError with every mistake
 */
export function readAccounts(
  text: string,
  { file, env }: { readonly file: string; readonly env: Variables },
): WorkerAccounts {
  const yaml = parseYaml(text);
  const problems = new Problems(file, yaml);
  for (const problem of [...yaml.syntaxErrors, ...yaml.problems]) problems.addAt(problem);
  if (yaml.syntaxErrors.length > 0) throw new TargetsFileError(problems.list());
  const root = entriesOf(yaml.root);
  for (const key of root.keys()) {
    if (key === "accounts" || OTHER_KEYS.test(key)) continue;
    const hint = "list the accounts under accounts:";
    problems.add(child("", key), "a file of accounts has no such key", { hint, atKey: true });
  }
  const accounts = entriesOf(root.get("accounts")?.node);
  if (accounts.size === 0) {
    problems.add("/accounts", "there are no accounts", { hint: "list them under accounts:" });
    throw new TargetsFileError(problems.list());
  }
  const hosts = new Map<string, readonly string[]>();
  for (const [name, { node }] of accounts) hosts.set(name, readHosts(node, name, problems));
  const content = validateTargets(asTargetsFile(accounts), problems);
  const book = content && new AccountBook(content, env, () => ({}), problems);
  for (const name of accounts.keys()) book?.of({ value: name, at: child("/accounts", name) }, "/accounts");
  if (book === undefined || problems.any) throw new TargetsFileError(problems.list());
  const withHosts = (account: Account) => ({ ...account, hosts: hosts.get(account.name) ?? [] });
  return new Map([...book.all].map(([name, account]) => [name, withHosts(account)]));
}

type Entries = ReadonlyMap<string, YamlEntry>;

/** The entries of a mapping; none of anything else. */
function entriesOf(node: YamlNode | undefined): Entries {
  return node?.kind === "map" ? node.entries : new Map();
}

/** The hosts that an account names; a mistake is reported. */
function readHosts(account: YamlNode, name: string, problems: Problems): string[] {
  const list = entriesOf(account).get("hosts")?.node;
  if (list === undefined) return [];
  const pointer = child(child("/accounts", name), "hosts");
  if (list.kind !== "list") {
    problems.add(pointer, "hosts must be a list", { hint: "write hosts: [dcs.example.com]" });
    return [];
  }
  return list.items.flatMap(({ value }, at) => {
    const host = typeof value === "string" ? hostOf(value) : undefined;
    if (host !== undefined) return [host];
    const example = "a host, such as dcs.example.com or dcs.example.com:8443";
    problems.add(child(pointer, at), `each of hosts must be ${example}`);
    return [];
  });
}

/** A targets file with these accounts as its schema has them: without hosts, and with a target that is not read. */
function asTargetsFile(accounts: Entries): YamlNode {
  const found = [...accounts].map(([name, { keyAt, node }]): [string, YamlEntry] => {
    if (node.kind !== "map") return [name, { keyAt, node }];
    return [
      name,
      {
        keyAt,
        node: mapOf(
          [...node.entries].filter(([key]) => key !== "hosts"),
          node.at,
        ),
      },
    ];
  });
  const targets = [{ instance: "none" }];
  const items = targets.map((value): YamlNode => ({ kind: "map", at: 0, value, entries: new Map() }));
  return mapOf([
    ["accounts", { keyAt: 0, node: mapOf(found) }],
    ["targets", { keyAt: 0, node: { kind: "list", at: 0, value: targets, items } }],
  ]);
}

function mapOf(entries: readonly (readonly [string, YamlEntry])[], at = 0): YamlNode {
  const value = Object.fromEntries(entries.map(([key, { node }]) => [key, node.value]));
  return { kind: "map", at, value, entries: new Map(entries) };
}

/** A host and its port as a URL has them; undefined if the text is anything else. */
function hostOf(text: string): string | undefined {
  const url = `https://${text}/`;
  if (!/^[\w.[\]:-]+$/.test(text) || !URL.canParse(url)) return undefined;
  return new URL(url).host;
}

/**
 * The target as it may be checked with the credentials of the account. The endpoints of the service's vendors are
 * allowed; other hosts of the same domains can belong to the vendors' customers.
 * @throws WorkerRefusal if the account's credentials may not be sent to where the target is
 */
export function allowTarget(
  target: Target,
  account: WorkerAccount,
  { endpoints }: Pick<Service, "endpoints">,
): Target {
  const { service, cloud, baseUrl } = target;
  // Then the client takes the vendor's host for the cloud and the region.
  if (baseUrl === null) return target;
  const { host, origin } = new URL(baseUrl);
  if (account.hosts.includes(host)) return target;
  const clouds: readonly Cloud[] = ["huaweicloud", "otc", "alibabacloud"];
  const vendor = clouds.find((one) => matches(endpoints[one], origin));
  // The cloud decides which credentials are found: never those for another vendor.
  if (vendor !== undefined && baseUrl === origin && (cloud ?? vendor) === vendor) {
    return { ...target, cloud: vendor };
  }
  const to = vendor !== undefined && vendor !== cloud ? `${host} for ${service} on ${cloud}` : host;
  throw new WorkerRefusal(
    "WorkerRefusal",
    `The worker does not send the credentials of account ${account.name} to ${to}: its own configuration does not name that host`,
  );
}

/** Whether an origin is an endpoint, in any region. */
function matches(endpoint: string | undefined, origin: string): boolean {
  const [before, after] = endpoint?.split("{region}") ?? [];
  if (before === undefined || after === undefined) return endpoint === origin;
  if (!origin.startsWith(before) || !origin.endsWith(after)) return false;
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(origin.slice(before.length, origin.length - after.length));
}
