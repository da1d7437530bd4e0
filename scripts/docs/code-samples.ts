import { readFile } from "node:fs/promises";
import { type Contract, operationsOf, type Parameter } from "../generate/contract.js";

/** A program beside an operation, as Redoc shows it (`x-codeSamples`). */
interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/**
 * Returns a copy of a contract with programs beside its operations: a program of the client from
 * `docs/site/samples`, which the tests run, and a curl command if a token is enough to authenticate.
 * @throws Error if an operation has no program
 */
export async function addCodeSamples(contract: Contract): Promise<Contract> {
  const copy = structuredClone(contract);
  for (const { method, path, operation, parameters } of operationsOf(copy)) {
    const source = await readFile(`docs/site/samples/${operation.operationId}.ts`, "utf8");
    const samples: CodeSample[] = [{ lang: "javascript", label: "TypeScript", source: source.trim() }];
    if (takesToken(copy))
      samples.push({ lang: "bash", label: "curl", source: curl(copy, method, path, parameters) });
    Object.assign(operation, { "x-codeSamples": samples });
  }
  return copy;
}

function takesToken({ components }: Contract): boolean {
  return Object.hasOwn((components?.["securitySchemes"] ?? {}) as object, "Token");
}

function curl(contract: Contract, method: string, path: string, parameters: readonly Parameter[]): string {
  const servers = (contract as Contract & { servers?: { url: string }[] }).servers ?? [];
  const origin = servers.at(-1)?.url.replace("{region}", "eu-de") ?? "";
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const limit = parameters.some(({ name }) => name === "limit") ? "?limit=50" : "";
  return `curl --request ${method} "${origin}${filled}${limit}" \\\n  --header "X-Auth-Token: $OS_TOKEN"`;
}
