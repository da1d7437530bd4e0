import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The entry file and everything that it imports statically, directly or not. */
function staticImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, "utf8");
  for (const [, next = ""] of code.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
    staticImports(join(dirname(file), next), found);
  }
  return found;
}

const files = [...staticImports("dist/cli/main.js")];

test("help and version load the options and no code that does the work", () => {
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const options = ["say on standard error what happens"];
  const work = [
    "backup_record_response",
    "EnvHttpProxyAgent",
    "dcs.08.0001",
    "listBackupTasks",
    "build-docs",
  ];
  expect([...options, ...work].filter((text) => code.includes(text))).toEqual(options);
});

test("help and version load at most 120 kB", () => {
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeLessThan(120_000);
});
