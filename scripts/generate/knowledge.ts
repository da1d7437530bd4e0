import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { servicesOf } from "./outputs.js";

interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly language: string;
}

interface Erratum {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  readonly statement: string;
  readonly contract: string;
}

interface Row {
  readonly name: string | number;
  readonly contract?: string;
  readonly values?: readonly string[];
}

interface Ledger {
  readonly tables: readonly {
    readonly source: string;
    readonly place: string;
    readonly contract: string;
    readonly rows: readonly Row[];
  }[];
}

/**
 * What the registers and the ledgers know and no contract holds, for the command line: the errata, the
 * documents, and where they list a value or a status: under `values <schema>`, `responses <operation>` or
 * `schema <schema>/<property>`, by value.
 */
export async function generateKnowledge(spec: string): Promise<string> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(join(spec, file), "utf8"));
  const sources = (await read("sources.yaml")) as readonly Source[];
  const errata = (await read("errata.yaml")) as readonly Erratum[];
  const ledgers = await Promise.all(
    (await servicesOf(spec)).map(async (service) => (await read(`${service}/documented.yaml`)) as Ledger),
  );
  const documented: Record<string, Record<string, string[]>> = {};
  for (const { source, place, contract, rows } of ledgers.flatMap(({ tables }) => tables)) {
    for (const row of rows) {
      const target = row.contract ?? contract;
      const listed = /^(values|responses) /.test(target);
      const key = listed ? target : `${target}/${row.name}`;
      for (const name of listed ? [row.name] : (row.values ?? [])) {
        const names = documented[key] ?? {};
        names[name] = [...(names[name] ?? []), `${source}, ${place}`];
        documented[key] = names;
      }
    }
  }
  const knowledge = {
    sources: sources.map(({ id, publisher, title, language }) => ({ id, publisher, title, language })),
    errata: errata.map(({ id, title, sources, statement, contract }) => ({
      id,
      title,
      sources,
      statement,
      contract,
    })),
    documented,
  };
  return `${JSON.stringify(knowledge, null, 2)}\n`;
}
