import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, Failure, refuseProblems } from "../check.js";
import { documents, modules } from "../entries.js";
import { installRuntime, type Runtime, runtimes } from "../runtimes.js";
import { mustRun } from "../shell.js";
import type { Subject } from "../subject.js";

/** The output of a consumer's program. */
interface Seen {
  readonly exported: Readonly<Record<string, string[]>>;
  readonly titles: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  /** The number of distinct records of each listing. */
  readonly listed?: readonly number[];
}

/** Every entry point loads on a runtime, and listings from the mock succeed on the same runtime. */
function importsOn(runtime: Runtime): Check {
  return {
    name: runtime.name,
    async run(subject) {
      const { listed = [], ...seen } = await runProgram(subject, runtime, "smoke.js");
      await refuseUnseen(subject, seen);
      if (listed.join() !== "30,30,30,30")
        throw new Failure(`listed ${listed.join()} records instead of 30 each`);
      return `imports ${modules.length} modules and ${documents.length} documents, lists 120 records by 4 calls`;
    },
  };
}

/** Every entry point can be required on a runtime that can require ESM. */
function requiresOn(runtime: Runtime): Check {
  return {
    name: `require ${runtime.name}`,
    async run(subject) {
      await refuseUnseen(subject, await runProgram(subject, runtime, "require.cjs"));
      return `requires ${modules.length} modules and ${documents.length} documents`;
    },
  };
}

async function runProgram(subject: Subject, runtime: Runtime, file: string): Promise<Seen> {
  const program = await installRuntime(runtime, join(subject.repository, ".tmp/runtimes"));
  // Warnings of a runtime about its own features do not count.
  const output = await mustRun(program, [...runtime.args, file], { cwd: subject.project, timeout: 60_000 });
  return JSON.parse(output);
}

/** Compares the imported names with the declarations: the same values, and no default export. */
async function refuseUnseen({ snapshots }: Subject, { exported, titles, problems }: Seen): Promise<void> {
  const declared = valuesIn(await readFile(`${snapshots.folder}/exports.txt`, "utf8").catch(() => ""));
  const wrong = modules.flatMap(({ specifier }) => {
    const names = exported[specifier];
    if (names === undefined) return [];
    const wanted = declared.get(specifier) ?? [];
    return [
      ...names
        .filter((name) => !wanted.includes(name))
        .map((name) => `${specifier} exports ${name}, undeclared`),
      ...wanted.filter((name) => !names.includes(name)).map((name) => `${specifier} lacks ${name}, declared`),
      // Redocly asks a plugin for one.
      ...(names.includes("default") && specifier !== "backup-records/lint"
        ? [`${specifier} has a default export`]
        : []),
    ];
  });
  const untitled = documents.filter(({ specifier }) => !titles[specifier]).map(({ specifier }) => specifier);
  refuseProblems("entry points", [
    ...problems,
    ...wrong,
    ...(problems.length > 0
      ? []
      : untitled.map((specifier) => `${specifier} is not a document with a title`)),
  ]);
}

/** The names in the snapshot that exist at run time, by module. */
function valuesIn(snapshot: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  let names: string[] = [];
  for (const line of snapshot.split("\n")) {
    const [, name, kind] = /^ {2}(\S+) \((\w+)\)$/.exec(line) ?? [];
    if (name !== undefined) {
      if (kind !== "type") names.push(name);
      continue;
    }
    names = [];
    values.set(line, names);
  }
  return values;
}

export const onRuntimes: readonly Check[] = [
  ...runtimes.map(importsOn),
  ...runtimes.filter(({ name }) => !name.startsWith("deno")).map(requiresOn),
];
