import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sharedPlaces } from "../../scripts/build/shared.js";

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

/** The code of a folder's files, without those in folders below. */
function codeIn(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

const files = [...staticImports("dist/cli/main.js")];

test("help and version load the options and no code that does the work", () => {
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const options = ["print debug output to standard error"];
  const work = ["backup_record_response", "opens no tunnel", "dcs.08.0001", "listBackupTasks", "build-docs"];
  expect([...options, ...work].filter((text) => code.includes(text))).toEqual(options);
  // A text that is nowhere proves nothing.
  const all = codeIn("dist") + codeIn("dist/cli");
  expect(work.filter((text) => !all.includes(text))).toEqual([]);
});

test("the command line uses every file that is built for it to share", () => {
  const code = codeIn("dist/cli");
  expect(Object.values(sharedPlaces).filter((place) => !code.includes(place))).toEqual([]);
});

test("help and version load at most 120 kB", () => {
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeLessThan(120_000);
});
