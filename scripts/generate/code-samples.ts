import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Contract, type OperationEntry, operationsOf, type Parameter, type Server } from "./contract.js";

/** Operations that one cloud alone has, which their contracts say in words: the cloud's name. */
const ONE_CLOUD: Readonly<Record<string, string>> = { ListProtectable: "Huawei Cloud" };

/** A program beside an operation, as renderers show it (`x-codeSamples`). */
interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** Where a cloud serves an API. */
interface Host {
  readonly cloud: string;
  readonly name: string;
  readonly region: string;
}

/**
 * Returns a copy of a contract with programs beside its operations, which the tests run: one of the client, from
 * `docs/site/samples`, and others that need no package. With a token, curl, Python and `fetch` send the request as it
 * is. A request that Alibaba Cloud takes has a signature, which curl cannot make; Python's standard library can.
 */
export async function addCodeSamples(contract: Contract): Promise<Contract> {
  const copy = structuredClone(contract);
  for (const entry of operationsOf(copy)) {
    const only = ONE_CLOUD[entry.operation.operationId];
    const hosts = hostsOf(copy).filter(({ cloud }) => only === undefined || cloud === only);
    const samples = [...(await clientSample(entry)), ...otherSamples(copy, entry, hosts)];
    Object.assign(entry.operation, samples.length === 0 ? {} : { "x-codeSamples": samples });
  }
  return copy;
}

async function clientSample({ operation }: OperationEntry): Promise<CodeSample[]> {
  const program = `docs/site/samples/${operation.operationId}.ts`;
  if (!existsSync(program)) return [];
  return [{ lang: "typescript", label: "TypeScript", source: (await readFile(program, "utf8")).trim() }];
}

function otherSamples({ components }: Contract, entry: OperationEntry, hosts: readonly Host[]): CodeSample[] {
  const schemes = Object.keys((components?.["securitySchemes"] ?? {}) as object);
  const [first, ...others] = hosts;
  if (first === undefined) return [];
  if (schemes.includes("AlibabaAccessKey"))
    return [{ lang: "python", label: "Python", source: signedPython(entry, first) }];
  if (!schemes.includes("Token")) return [];
  return [
    ...hosts.map((host) => ({
      lang: "bash",
      label: others.length === 0 ? "curl" : `curl, ${host.cloud}`,
      source: curl(entry, host),
    })),
    { lang: "python", label: "Python", source: python(entry, first, others) },
    { lang: "javascript", label: "fetch", source: fetchCall(entry, first, others) },
  ];
}

/** The host of each cloud in its default region, Open Telekom Cloud's first: its tokens are what most readers have. */
function hostsOf({ servers = [] }: Contract): Host[] {
  const hosts = new Map<string, Host>();
  for (const server of servers) {
    const cloud = server["x-cloud"]?.name;
    if (cloud !== undefined && !hosts.has(cloud)) hosts.set(cloud, { cloud, ...hostOf(server) });
  }
  return [...hosts.values()].reverse();
}

function hostOf({ url, variables }: Server): Omit<Host, "cloud"> {
  const region = variables?.["region"]?.default ?? "";
  return { name: new URL(url.replace("{region}", region)).host, region };
}

/** The parameters of the path but the project's id, which is of the environment, each with its example. */
function ids(parameters: readonly Parameter[]): [name: string, example: string][] {
  return parameters
    .filter(({ in: place, name }) => place === "path" && name !== "project_id")
    .map(({ name, schema }) => [name, String((schema["examples"] as unknown[] | undefined)?.[0] ?? name)]);
}

/** The path and the query of an operation, with the words of a language for the project's id and the others. */
function target({ path, parameters }: OperationEntry, project: string, id: (name: string) => string): string {
  const limit = parameters.some(({ name }) => name === "limit") ? "?limit=50" : "";
  return (
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === "project_id" ? project : id(name))) + limit
  );
}

// No comment in it: zsh takes none at a prompt.
function curl(entry: OperationEntry, { name }: Host): string {
  const url = `https://${name}${target(entry, "$OS_PROJECT_ID", (id) => `$${id}`)}`;
  return [
    ...ids(entry.parameters).map(([id, example]) => `${id}=${example}`),
    `curl "${url}" \\\n  --header "X-Auth-Token: $OS_TOKEN"`,
  ].join("\n");
}

function python(entry: OperationEntry, first: Host, others: readonly Host[]): string {
  return `import os
import urllib.request

host = "${first.name}"  # ${first.cloud}
${others.map(({ name, cloud }) => `# host = "${name}"  # ${cloud}\n`).join("")}project = os.environ["OS_PROJECT_ID"]
${ids(entry.parameters)
  .map(([id, example]) => `${id} = "${example}"\n`)
  .join("")}
request = urllib.request.Request(
    f"https://{host}${target(entry, "{project}", (id) => `{${id}}`)}",
    headers={"X-Auth-Token": os.environ["OS_TOKEN"]},
)
with urllib.request.urlopen(request, timeout=30) as response:
    print(response.status, response.read().decode())`;
}

function fetchCall(entry: OperationEntry, first: Host, others: readonly Host[]): string {
  return `const host = "${first.name}"; // ${first.cloud}
${others.map(({ name, cloud }) => `// const host = "${name}"; // ${cloud}\n`).join("")}const project = process.env.OS_PROJECT_ID;
${ids(entry.parameters)
  .map(([id, example]) => `const ${id} = "${example}";\n`)
  .join("")}
const response = await fetch(
  \`https://\${host}${target(entry, `\${project}`, (id) => `\${${id}}`)}\`,
  { headers: { "X-Auth-Token": process.env.OS_TOKEN } },
);
console.log(response.status, await response.text());`;
}

/** The contract's examples of ids are masked. */
const INSTANCE = "c-b25e21e243880001";

/** A request signed with ACS3-HMAC-SHA256, by the standard library alone. */
function signedPython(
  { method, path, operation, parameters }: OperationEntry,
  { name, region }: Host,
): string {
  const { action, version } = operation["x-signing"] as { action: string; version: string };
  const values: Readonly<Record<string, string>> = { RegionId: region, InstanceId: INSTANCE };
  const query = parameters
    .filter(({ name, required }) => name === "RegionId" || required === true)
    .map(({ name }) => `"${name}": "${values[name]}"`);
  return `import datetime
import hashlib
import hmac
import os
import urllib.parse
import urllib.request
import uuid

host = "${name}"
path = "${path}"
parameters = {${query.join(", ")}}
query = urllib.parse.urlencode(sorted(parameters.items()), quote_via=urllib.parse.quote)
now = datetime.datetime.now(datetime.timezone.utc)
content = hashlib.sha256(b"").hexdigest()  # no body
headers = {
    "host": host,
    "x-acs-action": "${action}",
    "x-acs-content-sha256": content,
    "x-acs-date": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "x-acs-signature-nonce": uuid.uuid4().hex,
    "x-acs-version": "${version}",
}
names = ";".join(sorted(headers))
lines = "".join(f"{name}:{headers[name]}\\n" for name in sorted(headers))
canonical = "\\n".join(["${method}", path, query, lines, names, content])
digest = hashlib.sha256(canonical.encode()).hexdigest()
signature = hmac.new(
    os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"].encode(),
    f"ACS3-HMAC-SHA256\\n{digest}".encode(),
    hashlib.sha256,
).hexdigest()
headers["authorization"] = (
    f"ACS3-HMAC-SHA256 Credential={os.environ['ALIBABA_CLOUD_ACCESS_KEY_ID']},"
    f"SignedHeaders={names},Signature={signature}"
)

request = urllib.request.Request(f"https://{host}{path}?{query}", headers=headers, method="${method}")
with urllib.request.urlopen(request, timeout=30) as response:
    print(response.status, response.read().decode())`;
}
