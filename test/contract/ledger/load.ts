import { readdir, readFile } from "node:fs/promises";
import { parse } from "yaml";
import { bundleContract } from "../../../scripts/generate/bundle.js";
import type { Contract } from "../../../scripts/generate/contract.js";
import type { Erratum } from "./errata.js";
import type { Ledger, Source } from "./ledger.js";

/** A service's contract, bundled afresh, beside its ledger and the source pages it is written from. */
export interface Subject {
  readonly service: string;
  readonly contract: Contract;
  readonly ledger: Ledger;
  readonly sources: readonly Source[];
}

/** The services that have a contract, in alphabetical order. */
export async function servicesOf(spec = "spec"): Promise<string[]> {
  const files = await readdir(spec, { recursive: true });
  return files.flatMap((file) => /^(\w+)\/openapi\.yaml$/.exec(file.replaceAll("\\", "/"))?.[1] ?? []).sort();
}

export async function loadSubject(service: string): Promise<Subject> {
  const [contract, ledger, sources] = await Promise.all([
    bundleContract(`spec/${service}/openapi.yaml`),
    readYaml<Ledger>(`spec/${service}/documented.yaml`),
    loadSources(),
  ]);
  return { service, contract, ledger, sources: sources.filter(({ id }) => id.startsWith(`${service}-`)) };
}

export const loadSources = () => readYaml<Source[]>("spec/sources.yaml");
export const loadErrata = () => readYaml<Erratum[]>("spec/errata.yaml");

async function readYaml<T>(file: string): Promise<T> {
  const value: T = parse(await readFile(file, "utf8"));
  return value;
}
