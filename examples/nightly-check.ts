/**
 * For a scheduler: fails if the last good backup of an instance is older than a day.
 *
 *   npx tsx examples/nightly-check.ts <region> <instance id> [hours]
 *
 * Exit code 0: recent enough · 1: too old, or none · 2: not checked. Keep 1 and 2 apart, or an expired token looks like
 * a missing backup. Credentials: those of Open Telekom Cloud in the environment, e.g. OS_ACCESS_KEY, OS_SECRET_KEY and
 * OS_PROJECT_ID.
 */
import { createDcsClient, latestGood } from "backup-records";
import { fromEnvironment } from "backup-records/node";

const HOUR = 3_600_000;
const [region = "", instance_id = "", hours = "24"] = process.argv.slice(2);

try {
  const { auth, projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "otc" });
  const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
  const dcs = createDcsClient({
    cloud: "otc",
    region,
    projectId,
    auth,
    fetch,
    baseUrl,
    totalTimeout: 60_000,
  });

  const begin_time = new Date(Date.now() - 30 * 24 * HOUR);
  const last = await latestGood(dcs.listBackupRecords({ instance_id, begin_time, limit: 100 }));
  const age = last?.finishedAt ? (Date.now() - last.finishedAt.getTime()) / HOUR : Number.POSITIVE_INFINITY;
  const found = last ? `last good backup ${age.toFixed(1)} h ago` : "no good backup in 30 days";
  const late = age > Number(hours);
  console.log(`${late ? "LATE" : "OK"} ${instance_id}: ${found}, at most ${hours} h allowed`);
  process.exitCode = late ? 1 : 0;
} catch (error) {
  console.error(`UNKNOWN ${instance_id}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
