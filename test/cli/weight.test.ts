import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The files that are loaded before anything is asked for: those that lead on from an entry without `import()`. */
function loadedAtOnce(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, "utf8");
  for (const [, next = ""] of code.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
    loadedAtOnce(join(dirname(file), next), found);
  }
  return found;
}

const files = [...loadedAtOnce("dist/cli/main.js")];

test("help and version load the argument surface, and nothing that does the work", () => {
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const surface = ["say on standard error what happens"];
  const work = [
    "backup_record_response",
    "EnvHttpProxyAgent",
    "dcs.08.0001",
    "listBackupTasks",
    "build-docs",
  ];
  expect([...surface, ...work].filter((trait) => code.includes(trait))).toEqual(surface);
});

test("help and version load at most 120 kB", () => {
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeLessThan(120_000);
});
