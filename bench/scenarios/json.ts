/** Reading and validating a page of 1000 records, compared with `JSON.parse` of it. */
import { readFileSync } from "node:fs";
import { parseJson } from "../../src/core/json.js";
import type { Figure, Line } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { pages } from "../lib/servers.js";
import { ratios, spread } from "../lib/statistics.js";

const { times, rounds }: { times: number; rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const { validateResponse } = await importEntry("validate");
const safe = readFileSync(pages.thousand, "utf8");
const big = readFileSync(pages.thousandBig, "utf8");
const parsed = JSON.parse(safe);
const withUnknown = JSON.parse(safe);
withUnknown.backup_record_response[500].a_field_of_tomorrow = true;
const validate = (body: unknown) =>
  validateResponse({ service: "dcs", operation: "ListBackupRecords", body });

const bigints = Object.values((parseJson(big) as typeof parsed).backup_record_response).filter(
  (record) => typeof (record as { size: unknown }).size === "bigint",
).length;
const sides = {
  "JSON.parse": () => JSON.parse(safe),
  "JSON.parse, sizes beyond 2^53": () => JSON.parse(big),
  "int64-safe, all safe": () => parseJson(safe),
  "int64-safe, each record with one that is not": () => parseJson(big),
  "validation, nothing to report": () => validate(parsed),
};
// After a record of another shape, V8's code is slower for all of them: these are measured last.
const oddSides = {
  "validation, one record with an unknown field": () => validate(withUnknown),
  "validation, nothing to report, afterwards": () => validate(parsed),
};
const taken = new Map<string, number[]>();
measureAll(sides);
measureAll(oddSides);

const refusals = {
  parse:
    JSON.stringify(parseJson(safe)) === safe || JSON.stringify(parseJson(safe)) === JSON.stringify(parsed)
      ? []
      : ["the two read different values"],
  big: bigints === 1000 ? [] : [`${bigints} of 1000 records had an integer that a double cannot hold`],
  validate: [
    ...(validate(parsed).length === 0 ? [] : ["the page differs from the contract"]),
    ...(validate(withUnknown)[0]?.kind === "unknown-field" ? [] : ["an unknown field was not reported"]),
  ],
};

const of = (name: keyof typeof sides | keyof typeof oddSides) => taken.get(name) ?? [];
const figure = (refused: string[], ours: number[], theirs: number[]): Figure =>
  refused.length > 0 ? { refused } : spread(ratios(ours, theirs));
const figures: Record<string, Figure> = {
  "validate with an unknown field": figure(
    refusals.validate,
    of("validation, one record with an unknown field"),
    of("JSON.parse"),
  ),
  safe: figure(refusals.parse, of("int64-safe, all safe"), of("JSON.parse")),
  unsafe: figure(
    refusals.big,
    of("int64-safe, each record with one that is not"),
    of("JSON.parse, sizes beyond 2^53"),
  ),
};
const lines: Line[] = [...taken].map(([name, all]) => {
  const { median, low, high } = spread(all);
  return { name, cells: [median.toFixed(0), `${low.toFixed(0)} – ${high.toFixed(0)}`] };
});
ready({ figures, headings: ["", "µs a page", "quartiles"], lines });

function measureAll(all: Readonly<Record<string, () => unknown>>): void {
  for (let round = -3; round < rounds; round++) {
    for (const [name, work] of Object.entries(all)) {
      globalThis.gc?.({ type: "minor" });
      // Validation takes a tenth of the time or less.
      const often = name.startsWith("validation") ? times * 4 : times;
      const begun = performance.now();
      for (let time = 0; time < often; time++) work();
      const each = ((performance.now() - begun) * 1000) / often;
      if (round >= 0) taken.set(name, [...(taken.get(name) ?? []), each]);
    }
  }
}
