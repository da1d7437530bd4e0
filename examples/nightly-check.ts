/**
 * For a scheduler: fails when the last good backup of an instance is older than a day.
 *
 *   npx tsx examples/nightly-check.ts <region> <instance id> [hours]
 *
 * Exit code 0: recent enough · 1: too old, or none · 2: it could not be told. Keep the last two apart, or an
 * expired token looks like a missing backup. Credentials (Open Telekom Cloud): OS_ACCESS_KEY,
 * OS_SECRET_KEY, OS_PROJECT_ID.
 */
import { createDcsClient, otcAccessKey } from "backup-records";

const HOUR = 3_600_000;
const [region = "", instance_id = "", hours = "24"] = process.argv.slice(2);
const { OS_ACCESS_KEY = "", OS_SECRET_KEY = "", OS_PROJECT_ID = "" } = process.env;
const { BACKUP_RECORDS_DCS_URL } = process.env;

try {
  const last = await lastGoodBackup();
  const age = last === null ? Number.POSITIVE_INFINITY : (Date.now() - last.getTime()) / HOUR;
  const found = last === null ? "no good backup in 30 days" : `last good backup ${age.toFixed(1)} h ago`;
  const late = age > Number(hours);
  console.log(`${late ? "LATE" : "OK"} ${instance_id}: ${found}, at most ${hours} h allowed`);
  process.exitCode = late ? 1 : 0;
} catch (error) {
  console.error(`UNKNOWN ${instance_id}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

async function lastGoodBackup(): Promise<Date | null> {
  const dcs = createDcsClient({
    cloud: "otc",
    region,
    projectId: OS_PROJECT_ID,
    auth: otcAccessKey({ accessKeyId: OS_ACCESS_KEY, secretAccessKey: OS_SECRET_KEY }),
    baseUrl: BACKUP_RECORDS_DCS_URL,
    totalTimeout: 60_000,
  });
  const begin_time = new Date(Date.now() - 30 * 24 * HOUR);
  // No document promises an order, so the latest is looked for among all.
  let last: Date | null = null;
  for await (const backup of dcs.listBackupRecords({ instance_id, begin_time, limit: 100 }).records()) {
    const { state, finishedAt } = backup;
    if (state === "succeeded" && finishedAt && (last === null || finishedAt > last)) last = finishedAt;
  }
  return last;
}
