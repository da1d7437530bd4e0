/** The command line: a long listing as NDJSON compared with the library, its memory meanwhile, and `--help`. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Figure } from "../lib/outcome.js";
import { commandFile } from "../lib/package.js";
import { ready, run, timeCommands } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { ratios, spread } from "../lib/statistics.js";

const { records, rounds, helps }: { records: number; rounds: number; helps: number } = JSON.parse(
  process.argv[2] ?? "{}",
);
const program = commandFile();
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
  const byCommand = await simulator.take();
  const start = performance.now();
  const library = await run<{ records: number }>("scenarios/list-all", {
    args: [{ baseUrl, instance_id, limit: 100 }],
  });
  const took = performance.now() - start;
  const byLibrary = await simulator.take();
  if (lines !== records || library.records !== records) {
    refused.push(`${lines} lines and ${library.records} records (expected ${records})`);
  }
  for (const what of ["requests", "responseBytes"] as const) {
    if (byCommand[what] !== byLibrary[what]) {
      refused.push(`${what}: command line ${byCommand[what]}, library ${byLibrary[what]}`);
    }
  }
  if (round < 0) continue;
  times.cli.push(cli);
  times.library.push(took);
  growths.push(growthMiB);
}
await simulator.stop();

const help = timeCommands(
  { bare: [process.execPath, "-e", ""], help: [process.execPath, program, "--help"] },
  helps,
  2,
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
    `${records.toLocaleString("en")} records in pages of 100, the command's default. Each side is a whole process, from its start to its end.`,
  ],
});

/** Returns the number of lines, and the growth of the process' memory from the first tenth of them to the last. */
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
