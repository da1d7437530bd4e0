import { readFile } from "node:fs/promises";
import { checkBaseUrl } from "../../core/endpoint.js";
import { ConfigurationError } from "../../core/errors.js";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from "../../node/yaml.js";
import type { Cloud, Service } from "../../records/service.js";
import { services } from "../../services.js";
import type { Account, Target } from "../target.js";
import { TargetsFileError, type TargetsProblem } from "../targets/error.js";
import { readTargets } from "../targets/read.js";
import type { Variables } from "./address.js";
import { fieldsOf, WorkerRefusal } from "./job.js";

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
    const variable = `BACKUP_RECORDS_${name.toUpperCase()}_URL`;
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
export async function readAccountsFile(path: string, env: Variables): Promise<WorkerAccounts> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw new ConfigurationError(`${path}: ${reason}; give the path of a file with accounts`);
  }
  return readAccounts(text, { file: path, env });
}

/** Keys of a targets file that stand beside its accounts. A worker does not need them. */
const OTHER_KEYS = /^(\$schema|defaults|groups|targets|x-.*)$/;

/**
 * Reads the accounts of a targets file, each with the `hosts` that its credentials may be sent to.
 * @throws TargetsFileError with every mistake
 */
export async function readAccounts(
  text: string,
  { file, env }: { readonly file: string; readonly env: Variables },
): Promise<WorkerAccounts> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error", merge: true });
  const problems: TargetsProblem[] = [];
  const addAt = (offset: number, message: string, hint?: string) => {
    const { line, col } = lineCounter.linePos(offset);
    const place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    problems.push({ ...place, message, ...(hint !== undefined && { hint }) });
  };
  const add = (node: unknown, message: string, hint?: string) => {
    const known = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
    addAt((known && node.range?.[0]) || 0, message, hint);
  };
  for (const { code, pos } of document.errors) {
    if (code === "DUPLICATE_KEY") addAt(pos[0], "this key stands here twice");
    // The reader of targets files throws, and says in words what is not valid YAML.
    else await readTargets(text, { file, env });
  }

  const root = document.contents;
  for (const { key } of isMap(root) ? root.items : []) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name !== "accounts" && !OTHER_KEYS.test(name)) {
      add(key, "a file of accounts has no such key", "list the accounts under accounts:");
    }
  }
  const node = document.get("accounts", true);
  const accounts = Object.entries(fieldsOf(fieldsOf(plainData(document))["accounts"]));
  if (accounts.length === 0) add(node, "there are no accounts", "list them under accounts:");
  const keyOf = (name: string) =>
    isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.key : node;

  const hosts = new Map<string, readonly string[]>();
  const others = accounts.map(([name, account]) => {
    const { hosts: named, ...rest } = fieldsOf(account);
    const list = document.getIn(["accounts", name, "hosts"], true);
    if (named !== undefined && !Array.isArray(named)) {
      add(list ?? keyOf(name), "hosts must be a list", "write hosts: [dcs.example.com]");
    }
    const read = (Array.isArray(named) ? named : []).map((host: unknown, at) => {
      const found = typeof host === "string" ? hostOf(host) : undefined;
      if (found !== undefined) return found;
      const example = "a host, such as dcs.example.com or dcs.example.com:8443";
      add(isSeq(list) ? list.items[at] : keyOf(name), `each of hosts must be ${example}`);
      return "";
    });
    hosts.set(name, read);
    return [name, typeof account === "object" && account !== null ? rest : account] as const;
  });

  try {
    const read = await readTargets(probe(others, await services[0]?.load()), { file, env });
    if (problems.length === 0) {
      return new Map(
        [...read.accounts].map(([name, one]) => [name, { ...one, hosts: hosts.get(name) ?? [] }]),
      );
    }
  } catch (error) {
    if (!(error instanceof TargetsFileError)) throw error;
    for (const { line, message, hint } of accounts.length === 0 ? [] : error.problems) {
      const [name] = others[line - 2] ?? [];
      if (name === undefined) add(node, message, hint);
      else add(keyOf(name), `account ${JSON.stringify(name)}: ${message}`, hint);
    }
  }
  throw new TargetsFileError(problems.sort((a, b) => a.line - b.line || a.column - b.column));
}

/** The document as plain data; undefined if its aliases stand for too much. */
function plainData(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * A targets file with these accounts, the first of them in the second line, and a target of each, so that the
 * reader of targets files checks all that it knows of accounts.
 */
function probe(accounts: readonly (readonly [string, unknown])[], service: Service | undefined): string {
  const lines = accounts.map(([name, account]) => `${JSON.stringify(name)}: ${JSON.stringify(account)}`);
  const targets = accounts.map(([account], at) => ({
    name: String(at),
    account,
    service: service?.name,
    [service?.subject.types[0] ?? "instance"]: "none",
    baseUrl: "https://none.example",
    ...(service?.needsProject && { project: "none" }),
  }));
  return `{"accounts": {\n${lines.join(",\n")}\n}, "targets": ${JSON.stringify(targets)}}`;
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
