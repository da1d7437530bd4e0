import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Contract, operationsOf, type Parameter } from "./contract.js";

/** A program beside an operation, as renderers show it (`x-codeSamples`). */
interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/**
 * Returns a copy of a contract with programs beside its operations: a program of the client from
 * `docs/site/samples`, which the tests run, and if a token in a header is enough to authenticate, a command of curl
 * and a call of `fetch`.
 */
export async function addCodeSamples(contract: Contract): Promise<Contract> {
  const copy = structuredClone(contract);
  for (const { method, path, operation, parameters } of operationsOf(copy)) {
    const program = `docs/site/samples/${operation.operationId}.ts`;
    const samples: CodeSample[] = [];
    if (existsSync(program)) {
      samples.push({
        lang: "typescript",
        label: "TypeScript",
        source: (await readFile(program, "utf8")).trim(),
      });
    }
    if (takesToken(copy)) {
      const address = addressOf(copy, path, parameters);
      samples.push(
        { lang: "bash", label: "curl", source: curl(method, address) },
        { lang: "javascript", label: "fetch", source: fetchCall(method, address) },
      );
    }
    Object.assign(operation, samples.length === 0 ? {} : { "x-codeSamples": samples });
  }
  return copy;
}

function takesToken({ components }: Contract): boolean {
  return Object.hasOwn((components?.["securitySchemes"] ?? {}) as object, "Token");
}

/** An operation's address: `{PROJECT_ID}` and so on stand for variables of the environment. */
function addressOf({ servers = [] }: Contract, path: string, parameters: readonly Parameter[]): string {
  const { url = "", variables } = servers.at(-1) ?? {};
  const origin = url.replace("{region}", variables?.["region"]?.default ?? "");
  const limit = parameters.some(({ name }) => name === "limit") ? "?limit=50" : "";
  return origin + path.replaceAll(/\{\w+\}/g, (name) => name.toUpperCase()) + limit;
}

function curl(method: string, address: string): string {
  const url = address.replaceAll(/\{(\w+)\}/g, "$$$1");
  return `curl --request ${method} "${url}" \\\n  --header "X-Auth-Token: $OS_TOKEN"`;
}

function fetchCall(method: string, address: string): string {
  const url = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${process.env.${name}}`);
  return `const response = await fetch(
  \`${url}\`,
  { method: "${method}", headers: { "X-Auth-Token": process.env.OS_TOKEN } },
);
console.log(response.status, await response.json());`;
}
