/** Validating a page of 1000 records of each service, compared with `JSON.parse` of it. */
import { readFileSync } from "node:fs";
import type { Figure, Line } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { ratios, spread } from "../lib/statistics.js";

const { times, rounds }: { times: number; rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const { validateResponse } = await importEntry("validate");

/** The operation that lists a service's backups, one of its documented examples, and where the backups are in it. */
const pages = [
  { service: "cbr", operation: "ListOpLogs", example: "cbr-otc-operation-logs", items: "operation_logs" },
  {
    service: "dcs",
    operation: "ListBackupRecords",
    example: "dcs-otc-list-backups",
    items: "backup_record_response",
  },
  { service: "starrocks", operation: "DescribeBackups", example: "starrocks-en", items: "Data" },
  { service: "vbs", operation: "ListBackupTasks", example: "vbs-otc-en", items: "tasks" },
] as const;

const figures: Record<string, Figure> = {};
const lines: Line[] = [];
for (const { service, operation, example, items } of pages) {
  const { components } = JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8"));
  const { value } = components.examples[example];
  const text = JSON.stringify({ ...value, [items]: Array(1000).fill(value[items][0]) });
  const page = JSON.parse(text);
  const validate = () => validateResponse({ service, operation, body: page });
  const parsing: number[] = [];
  const validating: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const parsed = timeOf(times, () => JSON.parse(text));
    // It takes a tenth of the time.
    const validated = timeOf(times * 4, validate);
    if (round < 0) continue;
    parsing.push(parsed);
    validating.push(validated);
  }
  figures[service] =
    validate().length > 0
      ? { refused: [`${example} differs from its contract`] }
      : spread(ratios(validating, parsing));
  const cells = [parsing, validating].map((all) => spread(all).median.toFixed(0));
  lines.push({ name: service, cells });
}
ready({ figures, headings: ["", "µs to parse a page", "µs to validate it"], lines });

/** Microseconds of each time. */
function timeOf(often: number, work: () => unknown): number {
  globalThis.gc?.({ type: "minor" });
  const begun = performance.now();
  for (let time = 0; time < often; time++) work();
  return ((performance.now() - begun) * 1000) / often;
}
