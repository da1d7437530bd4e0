import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Machine } from "./report.js";

/** What this run takes place on. */
export function thisMachine(quick: boolean): Machine {
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = read("bench/package.json");
  const { version }: { version: string } = read("package.json");
  const all = cpus();
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: commit(),
    node: process.versions.node,
    cpu: all[0]?.model ?? "processor of unknown make",
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    versions: { "backup-records": version, ...dependencies },
    load: loadavg()[0] ?? Number.NaN,
    quick,
  };
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, "utf8"));
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const changed =
      git("status", "--porcelain", "--", "src", "generated", "bench/**/*.ts") === "" ? "" : " with changes";
    return `${git("rev-parse", "--short", "HEAD").trim()}${changed}`;
  } catch {
    return "unknown";
  }
}
