import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "src",
  "generated",
  "scripts/build",
  "tsdown.config.ts",
  "tsdown.cli.config.ts",
  "package.json",
];

/** Builds `dist` before the tests if it is missing or older than its sources. */
export function setup(): void {
  const built = existsSync("dist/index.js") ? statSync("dist/index.js").mtimeMs : 0;
  const newest = Math.max(...SOURCES.map(newestIn));
  if (newest > built)
    execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}

function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
