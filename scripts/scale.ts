/**
 * Writes the figures of `docs/scale.md` from `bench/results.json`. With `--check` it writes nothing, and exits with 1
 * if the figures are not those of the last bench.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readConstants } from "./docs/scale/constants.js";
import { fill, scalePieces } from "./docs/scale/tables.js";

const FILE = "docs/scale.md";
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

try {
  const constants = readConstants(JSON.parse(await readFile("bench/results.json", "utf8")));
  const text = await readFile(FILE, "utf8");
  const fresh = fill(text, scalePieces(constants));
  if (fresh === text) console.error(`${FILE} is up to date.`);
  else if (values.check) {
    console.error(`${FILE} is stale: run npx tsx scripts/scale.ts and commit the file.`);
    process.exitCode = 1;
  } else {
    await writeFile(FILE, fresh);
    console.error(`wrote ${FILE}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
