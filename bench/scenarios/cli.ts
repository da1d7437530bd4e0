/** The command line: a long listing as NDJSON against the library, its memory on the way, and `--help`. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../lib/outcome.js";
import { PACKAGE_VARIABLE } from "../lib/package.js";
import { ready, run } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { timeProcesses } from "../lib/spawned.js";
import { ratios, spread } from "../lib/statistics.js";

const { records, rounds, helps }: { records: number; rounds: number; helps: number } = JSON.parse(
  process.argv[2] ?? "{}",
);
const program = join(
  process.env[PACKAGE_VARIABLE] ?? "",
  "node_modules",
  "backup-records",
  "dist",
  "cli",
  "main.js",
);
const simulator = await startSimulator({ records });
const { dcs: baseUrl } = simulator.urls;
const { dcs: instance_id } = simulator.resources;

const times: { cli: number[]; library: number[] } = { cli: [], library: [] };
const growths: number[] = [];
const refused: string[] = [];
for (let round = -1; round < rounds; round++) {
  await simulator.take();
  const begun = performance.now();
  const { lines, growthMiB } = await listWithCli();
  const cli = performance.now() - begun;
  const asked = await simulator.take();
  const start = performance.now();
  const library = await run<{ records: number }>("scenarios/list-all", {
    args: [{ baseUrl, instance_id, limit: 100 }],
  });
  const took = performance.now() - start;
  const needed = await simulator.take();
  if (lines !== records || library.records !== records)
    refused.push(`${lines} lines, ${library.records} records, of ${records}`);
  for (const what of ["requests", "answerBytes"] as const) {
    if (asked[what] !== needed[what])
      refused.push(`${what}: command line ${asked[what]}, library ${needed[what]}`);
  }
  if (round < 0) continue;
  times.cli.push(cli);
  times.library.push(took);
  growths.push(growthMiB);
}
await simulator.stop();

const help = timeProcesses(
  { bare: [process.execPath, "-e", ""], help: [process.execPath, program, "--help"] },
  helps,
);
const overBare = (help.get("help") ?? []).map((ms, round) => ms - (help.get("bare")?.[round] ?? 0));
const rate: Figure =
  refused.length > 0 ? { refused: [...new Set(refused)] } : spread(ratios(times.library, times.cli));
const { median: cliMs } = spread(times.cli);
const { median: libraryMs } = spread(times.library);
ready({
  figures: { rate, memory: spread(growths), help: spread(overBare) },
  headings: ["", "seconds", "records a second"],
  lines: [
    {
      name: "list dcs --format ndjson",
      cells: [(cliMs / 1000).toFixed(2), Math.round((records * 1000) / cliMs).toLocaleString("en")],
    },
    {
      name: "library, unified records",
      cells: [(libraryMs / 1000).toFixed(2), Math.round((records * 1000) / libraryMs).toLocaleString("en")],
    },
  ],
  notes: [
    `${records.toLocaleString("en")} records in pages of 100, which is the command's default; each side a whole process from its start to its end.`,
  ],
});

/** Lines that came, and how much more memory the process held at its most than when a tenth had come. */
function listWithCli(): Promise<{ lines: number; growthMiB: number }> {
  const args = [
    "list",
    "dcs",
    "--api",
    "v2",
    "--base-url",
    baseUrl,
    "--instance",
    instance_id,
    "--format",
    "ndjson",
  ];
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, OS_TOKEN: "fake-token" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(status(child.pid))?.[1] ?? 0) / 1024;
  let lines = 0;
  let next = records / 10;
  const held: number[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    if (lines < next) return;
    next += records / 50;
    const now = resident();
    if (now > 0) held.push(now);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) return reject(new Error(`the command ended with ${code}`));
      const first = spread(held.slice(0, 5)).median;
      const last = spread(held.slice(-5)).median;
      resolve({ lines, growthMiB: last - first });
    });
  });
}

function status(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
