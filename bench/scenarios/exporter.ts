/** Scrapes of the exporter after it has checked its targets: how long they take, and how much memory the process has. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { makeTargets } from "../lib/audit-targets.js";
import { single } from "../lib/outcome.js";
import { commandFile } from "../lib/package.js";
import { ready, workFolder } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { spread } from "../lib/statistics.js";

const { targets, scrapes, heap }: { targets: number; scrapes: number; heap: number } = JSON.parse(
  process.argv[2] ?? "{}",
);
const simulator = await startSimulator({ records: 30 });
const folder = join(workFolder, "exporter");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const ids = makeTargets(targets, { baseUrl: "" }).map(({ resource }) => `${resource.id}\n`);
writeFileSync(join(folder, "ids.txt"), ids.join(""));
writeFileSync(
  join(folder, "targets.yaml"),
  `targets:\n  - { service: dcs, api: v2, project: p, baseUrl: "${simulator.urls.dcs}", name: all, schedule: own, objective: { maxAge: 26h }, instances: { file: ids.txt } }\n`,
);
const child = spawn(
  process.execPath,
  [commandFile(), "exporter", "--listen", "127.0.0.1:0", "--interval", "1h", "--concurrency", "50"],
  {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, NODE_OPTIONS: `--max-old-space-size=${heap}` },
    stdio: ["ignore", "ignore", "pipe"],
  },
);
const seconds: number[] = [];
const processor: number[] = [];
const megabytes: number[] = [];
let series = 0;
let bytes = 0;
try {
  const url = await addressIn(child.stderr);
  // Status 200 after every target has been checked once.
  while ((await fetch(`${url}/readyz`)).status !== 200) await setTimeout(200);
  let spent = Number.NaN;
  for (let at = 0; at < scrapes; at++) {
    const began = performance.now();
    const text = await (await fetch(`${url}/metrics`)).text();
    seconds.push((performance.now() - began) / 1000);
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    megabytes.push(value("process_resident_memory_bytes") / 1e6);
    // That of this scrape's own metrics is the time before it was written: from the end of one scrape to that of the next.
    processor.push(value("process_cpu_seconds_total") - spent);
    spent = value("process_cpu_seconds_total");
    series = text.split("\n").filter((line) => /^backup_records_.*\{target=/.test(line)).length;
    bytes = text.length;
  }
} finally {
  child.kill("SIGTERM");
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
}
const memory = Math.max(...megabytes);
ready({
  figures: {
    seconds: spread(seconds),
    longest: single(Math.max(...seconds)),
    processor: spread(processor.slice(1)),
    memory: single((memory * 1e6) / 2 ** 20),
    "series of a target": single(series / targets),
  },
  headings: ["scrape", "seconds", "of a processor", "MB of memory"],
  lines: seconds.map((each, at) => ({
    name: String(at + 1),
    cells: [
      each.toFixed(2),
      at === 0 ? "" : (processor[at]?.toFixed(2) ?? ""),
      (megabytes[at] ?? Number.NaN).toFixed(0),
    ],
  })),
  notes: [
    `${targets.toLocaleString("en")} targets, ${(series / targets).toFixed(1)} series each, ${(bytes / 1e6).toFixed(1)} MB for each scrape. NODE_OPTIONS=--max-old-space-size=${heap}.`,
  ],
});

/** The address that a server prints. */
async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url !== undefined) {
      output.resume();
      return url;
    }
  }
  throw new Error("the exporter ended without an address");
}
