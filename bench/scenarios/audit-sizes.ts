/** What an audit's outputs and the exporter's metrics take for each target, by the command itself. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Line } from "../lib/outcome.js";
import { PACKAGE_VARIABLE } from "../lib/package.js";
import { ready, workFolder } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { makeTargets } from "../lib/targets.js";

const { targets }: { targets: number } = JSON.parse(process.argv[2] ?? "{}");
const program = join(process.env[PACKAGE_VARIABLE] ?? "", "node_modules/backup-records/dist/cli/main.js");
const simulator = await startSimulator({ records: 30 });
const folder = join(workFolder, "audit-sizes");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const env = { PATH: process.env["PATH"] ?? "", HOME: folder };
const size = (file: string) => statSync(join(folder, file)).size;

/** A targets file and its file of ids; answers the bytes of an id with its line. */
function writeTargets(name: string, count: number): void {
  const ids = makeTargets(count, { baseUrl: "" }).map(({ resource }) => `${resource.id}\n`);
  writeFileSync(join(folder, `${name}.txt`), ids.join(""));
  const of = `{ service: dcs, api: v2, project: p, baseUrl: "${simulator.urls.dcs}"`;
  writeFileSync(
    join(folder, `${name}.yaml`),
    `targets:\n  - ${of}, name: all, instances: { file: ${name}.txt } }\n`,
  );
}

function audit(name: string, format: string, ...more: string[]): void {
  const output = `${name}.${format}`;
  const args = [
    "audit",
    `${name}.yaml`,
    "--format",
    format,
    "--output",
    output,
    "--concurrency",
    "50",
    ...more,
  ];
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, env });
  // 0 or 1: all of them could be asked.
  if (status !== 0 && status !== 1) throw new Error(`audit ended with ${status}: ${stderr}`);
}

writeTargets("one", 1);
writeTargets("many", targets);
for (const name of ["one", "many"]) {
  audit(name, "ndjson", "--report", `${name}.html`, "--state", `${name}.state`);
  audit(name, "json");
  audit(name, "junit");
}
const per = (kind: string) => (size(`many.${kind}`) - size(`one.${kind}`)) / (targets - 1);
const metrics = { one: await scrape("one"), many: await scrape("many") };
const series = (metrics.many.series - metrics.one.series) / (targets - 1);
const bytes = (metrics.many.bytes - metrics.one.bytes) / (targets - 1);
await simulator.stop();

const line = (name: string, value: number): Line => ({ name, cells: [value.toFixed(0)] });
const lines = [
  line("its id in a file", per("txt")),
  line("NDJSON", per("ndjson")),
  line("JSON", per("json")),
  line("JUnit XML", per("junit")),
  line("HTML report", per("html")),
  line("--state", per("state")),
  line("a scrape of the exporter", bytes),
];
rmSync(folder, { recursive: true, force: true });
ready({
  figures: {},
  headings: ["of each target", "bytes"],
  lines,
  notes: [
    `${targets.toLocaleString("en")} targets with 30 records each. The exporter serves ${series.toFixed(1)} series for each.`,
  ],
});

/** What the exporter serves once it has asked all targets. */
async function scrape(name: string): Promise<{ readonly series: number; readonly bytes: number }> {
  const child = spawn(
    process.execPath,
    [program, "exporter", `${name}.yaml`, "--listen", "127.0.0.1:0", "--concurrency", "50"],
    { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] },
  );
  try {
    let url = "";
    // It says where it serves, and then that all were asked.
    for await (const said of createInterface(child.stderr)) {
      url = /at (http:\S+)\/metrics/.exec(said)?.[1] ?? url;
      if (said.includes("answered")) break;
    }
    const text = await (await fetch(`${url}/metrics`)).text();
    return {
      series: text.split("\n").filter((at) => at.startsWith("backup_records_")).length,
      bytes: text.length,
    };
  } finally {
    child.kill("SIGTERM");
  }
}
