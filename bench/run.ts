/**
 * Measures everything in one go: `npm run bench`. `bench/README.md` describes the options.
 * Writes `bench/results.json`, `bench/RESULTS.md` and the plots if all rows run in full.
 * Exits with 1 if a target is missed, a comparison is refused or a row fails.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { install, prepare } from "./lib/install.js";
import { SIDE_VARIABLE } from "./lib/measure.js";
import { type GrowthPoint, type Outcome, verdictsOf } from "./lib/outcome.js";
import { PACKAGE_VARIABLE } from "./lib/package.js";
import { run, workFolder } from "./lib/process.js";
import {
  markdown,
  type Plot,
  plainTable,
  type RowResult,
  targetHeadings,
  targetLines,
  thisMachine,
} from "./lib/report.js";
import { type Row, rows } from "./rows.js";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    profile: { type: "boolean", default: false },
    side: { type: "string" },
  },
});
/** Load of a machine that has more to do than this bench. */
const BUSY = 0.5;
const say = (line: string) => console.error(line);

if (values.list) for (const { id, what } of rows) console.log(`${id.padEnd(20)} ${what}`);
else process.exitCode = await main();

async function main(): Promise<number> {
  const unknown = (values.only ?? []).filter((id) => !rows.some((row) => row.id === id));
  if (unknown.length > 0) {
    say(`there is no row ${unknown.join(", ")} (expected ${rows.map(({ id }) => id).join(", ")})`);
    return 2;
  }
  const chosen = rows.filter(({ id }) => values.only?.includes(id) ?? true);
  const machine = thisMachine(values.quick);
  if (machine.load > BUSY) say(`the load is ${machine.load.toFixed(1)}: other work makes the figures worse`);
  prepare(say);
  await compile();
  const installed = install();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      installed.remove();
      process.exit(130);
    });
  }
  try {
    await run("scenarios/pages", { env: { [PACKAGE_VARIABLE]: installed.folder } });
    const results: RowResult[] = [];
    for (const row of chosen) {
      const result = await measureRow(row, installed.folder);
      show(result);
      results.push(result);
    }
    console.log(`\n${plainTable(targetHeadings, targetLines(results))}`);
    if (values.only === undefined && values.side === undefined && !values.quick) {
      await write(results, machine);
    }
    const isFine = ({ verdicts, outcome }: RowResult) =>
      outcome.failed === undefined && verdicts.every(({ result }) => result === "pass");
    return results.every(isFine) ? 0 : 1;
  } finally {
    installed.remove();
  }
}

/**
 * Compiles the programs, so that none is compiled while it runs. What comes from node_modules stays outside, and a
 * module that is imported late is in a file of its own.
 */
async function compile(): Promise<void> {
  rmSync(join(workFolder, "js"), { recursive: true, force: true });
  await build({
    entryPoints: ["bench/scenarios/*.ts", "bench/server/*.ts"],
    outbase: "bench",
    outdir: join(workFolder, "js"),
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

async function measureRow(row: Row, folder: string): Promise<RowResult> {
  say(`… ${row.id}`);
  const begun = performance.now();
  const profiling = values.profile
    ? ["--cpu-prof", `--cpu-prof-dir=${join(workFolder, "profiles", row.id)}`]
    : [];
  const outcome = await run<Outcome>(`scenarios/${row.scenario}`, {
    args: [{ ...row.args, ...(values.quick && row.quick) }],
    env: { [PACKAGE_VARIABLE]: folder, ...(values.side !== undefined && { [SIDE_VARIABLE]: values.side }) },
    execArgv: [...(row.execArgv ?? []), ...profiling],
  }).catch((error: unknown): Outcome => {
    const failed = error instanceof Error ? error.message : String(error);
    const refused = row.targets.map(({ figure }) => [figure, { refused: [failed] }] as const);
    return { figures: Object.fromEntries(refused), failed };
  });
  return { row, outcome, verdicts: verdictsOf(row, outcome), seconds: (performance.now() - begun) / 1000 };
}

function show({ row, outcome, seconds }: RowResult): void {
  const { headings, lines = [], notes = [] } = outcome;
  console.log(`\n${row.id}: ${row.what} (${seconds.toFixed(0)} s)`);
  const table = lines.map(({ name, cells }) => [name, ...cells]);
  if (headings !== undefined) console.log(plainTable(headings, table));
  if (outcome.skipped !== undefined) console.log(`skipped: ${outcome.skipped}`);
  if (outcome.failed !== undefined) console.log(`failed: ${outcome.failed}`);
  for (const note of notes) console.log(note);
}

async function write(results: readonly RowResult[], machine: ReturnType<typeof thisMachine>): Promise<void> {
  const { growthPlot } = await import("./lib/plot.js");
  const plots: Plot[] = [];
  for (const of of ["records", "listings"] as const) {
    const points = results.flatMap(({ outcome }) => outcome.growth ?? []).filter((point) => point.of === of);
    const title =
      of === "records" ? "Growth with the records of a listing" : "Growth with the listings at once";
    const file = `growth-${of}.svg`;
    writeFileSync(join("bench", file), growthPlot(title, of, points));
    plots.push({ title, file, headings: [of, "seconds", "MiB of live heap"], lines: points.map(growthLine) });
  }
  writeFileSync("bench/RESULTS.md", markdown(machine, results, plots));
  const data = results.map(({ row, outcome, verdicts, seconds }) => ({
    row: row.id,
    verdicts,
    outcome,
    seconds,
  }));
  writeFileSync("bench/results.json", `${JSON.stringify({ machine, results: data }, undefined, 1)}\n`);
  say("wrote bench/RESULTS.md, bench/results.json and the plots");
}

function growthLine({ size, seconds, heapMiB }: GrowthPoint): string[] {
  return [size.toLocaleString("en"), seconds.toFixed(3), heapMiB.toFixed(2)];
}
