/** What an audit's outputs and the exporter's metrics take for each target, measured with the command line. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { makeTargets } from "../lib/audit-targets.js";
import { single } from "../lib/outcome.js";
import { commandFile } from "../lib/package.js";
import { ready, workFolder } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";

const { targets }: { targets: number } = JSON.parse(process.argv[2] ?? "{}");
const program = commandFile();
const simulator = await startSimulator({ records: 30 });
const folder = join(workFolder, "audit-sizes");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const env = { PATH: process.env["PATH"] ?? "", HOME: folder };
const size = (file: string) => statSync(join(folder, file)).size;

/** Writes a targets file, and the file of ids that it names. */
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
  // 0 or 1: all targets were checked.
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

const sizes = {
  "its id in a file": per("txt"),
  NDJSON: per("ndjson"),
  JSON: per("json"),
  "JUnit XML": per("junit"),
  "HTML report": per("html"),
  "--state": per("state"),
  "a scrape of the exporter": bytes,
};
rmSync(folder, { recursive: true, force: true });
ready({
  figures: Object.fromEntries(
    Object.entries({ ...sizes, series }).map(([name, value]) => [name, single(value)]),
  ),
  headings: ["of each target", "bytes"],
  lines: Object.entries(sizes).map(([name, value]) => ({ name, cells: [value.toFixed(0)] })),
  notes: [
    `${targets.toLocaleString("en")} targets with 30 records each. The exporter serves ${series.toFixed(1)} series for each.`,
  ],
});

/** What the exporter serves after it has checked all targets. */
async function scrape(name: string): Promise<{ readonly series: number; readonly bytes: number }> {
  const child = spawn(
    process.execPath,
    [program, "exporter", `${name}.yaml`, "--listen", "127.0.0.1:0", "--concurrency", "50"],
    { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] },
  );
  try {
    const url = await addressIn(child.stderr);
    // Status 200 after every target has been checked once.
    while ((await fetch(`${url}/readyz`)).status !== 200) await setTimeout(50);
    const text = await (await fetch(`${url}/metrics`)).text();
    return {
      series: text.split("\n").filter((line) => line.startsWith("backup_records_")).length,
      bytes: text.length,
    };
  } finally {
    child.kill("SIGTERM");
  }
}

/** The address that a server prints. */
async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error("the exporter ended without an address");
}
