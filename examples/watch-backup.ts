/**
 * Follows the backup jobs of a VBS policy that are running now until the last of them has ended.
 *
 *   npx tsx examples/watch-backup.ts <policy id> [seconds between looks]
 *
 * Exit code 0: all succeeded, or none was running · 1: one did not. Gives up after six hours. Credentials
 * (Open Telekom Cloud): OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME, OS_PROJECT_ID, and OS_AUTH_URL
 * where the login is not the cloud's own.
 */
import { setTimeout as wait } from "node:timers/promises";
import { type BackupState, createVbsClient, iamPassword } from "backup-records";

const [policy_id = "", seconds = "10"] = process.argv.slice(2);
const { OS_USERNAME = "", OS_PASSWORD = "", OS_USER_DOMAIN_NAME, OS_PROJECT_ID = "" } = process.env;
const { OS_AUTH_URL, BACKUP_RECORDS_VBS_URL } = process.env;

const vbs = createVbsClient({
  region: "eu-de",
  projectId: OS_PROJECT_ID,
  // The token is fetched once, kept, and renewed before it expires.
  auth: iamPassword({
    username: OS_USERNAME,
    password: OS_PASSWORD,
    domainName: OS_USER_DOMAIN_NAME,
    iamUrl: OS_AUTH_URL,
  }),
  baseUrl: BACKUP_RECORDS_VBS_URL,
});

const signal = AbortSignal.timeout(6 * 3_600_000);
const watched = new Map<string, BackupState>();
for (const status of ["WAITING", "RUNNING"] as const) {
  for await (const { id, state } of vbs.listBackupTasks({ policy_id, status }, { signal }).records()) {
    watched.set(id, state);
    console.log(`${id}  ${state}`);
  }
}
if (watched.size === 0) console.log("nothing is running");

const open = new Set(watched.keys());
while (open.size > 0) {
  await wait(Number(seconds) * 1000, undefined, { signal });
  for (const job_id of open) {
    const [job] = await vbs.listBackupTasks({ policy_id, job_id }, { signal }).records().toArray({ max: 1 });
    if (job === undefined || job.state === watched.get(job_id)) continue;
    watched.set(job_id, job.state);
    console.log(`${job_id}  ${job.state}`);
    if (job.state !== "pending" && job.state !== "running") open.delete(job_id);
  }
}
process.exitCode = [...watched.values()].every((state) => state === "succeeded") ? 0 : 1;
