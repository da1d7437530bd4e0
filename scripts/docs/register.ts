import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { SourcePage } from "../generate/source-pages.js";

/** One of the vendors' source pages (`spec/sources.yaml`). */
export interface Source extends SourcePage {
  readonly language: string;
  readonly call: string;
  readonly place: string;
  readonly revision: string;
}

/** One entry of the register of errata (`spec/errata.yaml`). */
export interface Erratum {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  readonly statement: string;
  readonly contract: string;
  readonly affects: readonly string[];
}

export async function loadSources(spec = "spec"): Promise<Source[]> {
  return parse(await readFile(`${spec}/sources.yaml`, "utf8")) as Source[];
}

export async function loadErrata(spec = "spec"): Promise<Erratum[]> {
  return parse(await readFile(`${spec}/errata.yaml`, "utf8")) as Erratum[];
}
