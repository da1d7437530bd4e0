// What it costs to validate a page, as a share of `JSON.parse` of it: prints a share for each service as JSON. A program
// of its own, with the built package, as coverage would slow down the validators and not `JSON.parse`.
import { readFileSync } from "node:fs";
import { validateResponse } from "../../dist/validate.js";

/** By service: the operation that lists backups, one of its documented examples, and where the backups are in it. */
const pages = /** @type {const} */ ([
  { service: "cbr", operation: "ListOpLogs", example: "cbr-otc-operation-logs", items: "operation_logs" },
  {
    service: "dcs",
    operation: "ListBackupRecords",
    example: "dcs-otc-list-backups",
    items: "backup_record_response",
  },
  { service: "starrocks", operation: "DescribeBackups", example: "starrocks-en", items: "Data" },
  { service: "vbs", operation: "ListBackupTasks", example: "vbs-otc-en", items: "tasks" },
]);

/** @type {Record<string, number>} */
const shares = {};
for (const { service, operation, example, items } of pages) {
  const { components } = JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8"));
  const body = components.examples[example].value;
  const [first] = body[items];
  const text = JSON.stringify({ ...body, [items]: Array(1000).fill(first) });
  const page = JSON.parse(text);
  const validate = () => validateResponse({ service, operation, body: page });
  if (validate().length > 0) throw new Error(`${example} differs from its contract`);
  let [parsing, validating] = [Infinity, Infinity];
  // The least of many short measurements, taken in turn: whatever else the machine does makes both longer.
  for (let round = 0; round < 60; round++) {
    parsing = Math.min(
      parsing,
      timeOf(() => JSON.parse(text)),
    );
    validating = Math.min(validating, timeOf(validate));
  }
  shares[service] = validating / parsing;
}
console.log(JSON.stringify(shares));

/** @param {() => unknown} work */
function timeOf(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
