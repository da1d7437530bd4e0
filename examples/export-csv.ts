/**
 * The backups of one StarRocks cluster, or of all in a region, as CSV for a spreadsheet.
 *
 *   npx tsx examples/export-csv.ts <region> [cluster id] > backups.csv
 *
 * Credentials: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET.
 */
import { createStarRocksClient } from "backup-records";
import { fromEnvironment } from "backup-records/node";

const [region = "", InstanceId] = process.argv.slice(2);
const { auth, fetch } = fromEnvironment({ service: "starrocks" });
const starrocks = createStarRocksClient({
  region,
  auth,
  fetch,
  baseUrl: process.env["BACKUP_RECORDS_STARROCKS_URL"],
});

const columns = ["task", "cluster", "state", "wire_state", "started", "finished", "expires", "disk_size"];
process.stdout.write(line(columns));
for await (const backup of starrocks.describeBackups({ InstanceId, PageSize: 50 }).records()) {
  const { id, resource, state, startedAt, finishedAt, expiresAt, source } = backup;
  // The service's Size is the cloud disk's, not the backup's: the column says so.
  const row = [id, resource.id, state, source.Status, startedAt, finishedAt, expiresAt, source.Size];
  process.stdout.write(line(row));
}

function line(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString() : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
