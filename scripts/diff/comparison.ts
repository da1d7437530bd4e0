import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type ContractChanges, countOf } from "../../src/cli/contract-diff/change.js";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import { isObject, type JsonObject } from "../../src/cli/contract-diff/json.js";
import { readContract } from "../../src/cli/contract-diff/redocly-diff.js";
import { lineAt, type SourceLine } from "../../src/cli/contract-diff/source-line.js";
import { openCommit } from "./git.js";
import { specLine } from "./spec-line.js";
import { type Verdict, verdictOf } from "./version.js";

/** What there is to compare cannot be read; the message is one line. */
export class DiffInputError extends Error {}

/** All that a report is made of. */
export interface Comparison {
  readonly contracts: readonly ContractChanges[];
  readonly verdict: Verdict;
  /** The line that a person would edit. */
  readonly locate: (contract: string, pointer: string) => SourceLine | undefined;
}

/** Two contracts in files, JSON or YAML; no version can carry what breaks. */
export async function compareFiles(cwd: string, older: string, newer: string): Promise<Comparison> {
  const file = resolve(cwd, newer);
  const [before, after] = await Promise.all([readContract(resolve(cwd, older)), readContract(file)]);
  const contracts = [{ contract: newer, changes: await compareContracts(before, after) }];
  return {
    contracts,
    verdict: verdictOf(countOf("breaking", contracts)),
    locate: (_, pointer) => ({ file: newer, line: lineAt(readFileSync(file, "utf8"), pointer) }),
  };
}

/** The generated contracts in `cwd` and those of a git ref; `talk` hears where the ref has none. */
export async function compareWithRef(
  cwd: string,
  ref: string,
  talk: (line: string) => void,
): Promise<Comparison> {
  const commit = await openCommit(cwd, ref).catch((error: Error) => {
    throw new DiffInputError(error.message);
  });
  const files = await readdir(join(cwd, "generated")).catch(() => []);
  const [before, after] = await Promise.all([
    contractsOf(await commit.list("generated"), commit.read),
    contractsOf(
      files.map((name) => `generated/${name}/openapi.json`),
      (path) => readFile(join(cwd, path), "utf8").catch(() => undefined),
    ),
  ]);
  if (before.size === 0 && after.size === 0) {
    throw new DiffInputError(`neither "${ref}" nor ${cwd} holds generated/<service>/openapi.json`);
  }
  if (before.size === 0) talk(`"${ref}" holds no generated contracts: every one of them is new.`);
  const services = [...new Set([...before.keys(), ...after.keys()])].sort();
  const contracts = await Promise.all(
    services.map((service) => compareService(service, before.get(service), after.get(service))),
  );
  const old = versionIn(await commit.read("package.json"));
  const now = versionIn(await readFile(join(cwd, "package.json"), "utf8").catch(() => undefined));
  return {
    contracts,
    verdict: verdictOf(countOf("breaking", contracts), { before: old, after: now }),
    locate: (service, pointer) => specLine(cwd, service, pointer),
  };
}

async function compareService(
  contract: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): Promise<ContractChanges> {
  if (before === undefined || after === undefined) {
    const what = before === undefined ? "added" : "removed";
    const rating = before === undefined ? "additive" : "breaking";
    const message = `the contract was ${what}`;
    return { contract, changes: [{ rating, pointer: "", message, rule: `contract-${what}` }] };
  }
  return { contract, changes: await compareContracts(before, after) };
}

/** By service, the contracts among these paths that can be read. */
async function contractsOf(
  paths: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<Map<string, JsonObject>> {
  const contracts = new Map<string, JsonObject>();
  for (const path of paths) {
    const service = /^generated\/([^/]+)\/openapi\.json$/.exec(path)?.[1];
    const text = service === undefined ? undefined : await read(path);
    if (service !== undefined && text !== undefined) contracts.set(service, parse(path, text));
  }
  return contracts;
}

function parse(name: string, text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The message is the same as for JSON of another kind.
  }
  if (isObject(value)) return value;
  throw new DiffInputError(`${name} is no JSON object`);
}

function versionIn(manifest: string | undefined): string | undefined {
  const { version } = manifest === undefined ? {} : parse("package.json", manifest);
  return typeof version === "string" ? version : undefined;
}
