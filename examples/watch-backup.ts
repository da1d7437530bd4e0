/**
 * Waits for the backup jobs of a VBS policy that are running now, until the last of them has ended.
 *
 *   npx tsx examples/watch-backup.ts <policy id> [seconds between looks]
 *
 * Exit code 0: all succeeded, or none was running · 1: one did not. Gives up after six hours. Credentials: those of Open
 * Telekom Cloud in the environment, e.g. OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME and OS_PROJECT_ID.
 */
import { createVbsClient, waitUntil } from "backup-records";
import { fromEnvironment } from "backup-records/node";

const [policy_id = "", seconds = "10"] = process.argv.slice(2);
const { auth, projectId = "", fetch } = fromEnvironment({ service: "vbs" });
const vbs = createVbsClient({ projectId, auth, fetch, baseUrl: process.env["BACKUP_RECORDS_VBS_URL"] });

const signal = AbortSignal.timeout(6 * 3_600_000);
const running: string[] = [];
for (const status of ["WAITING", "RUNNING"] as const) {
  for await (const { id, state } of vbs.listBackupTasks({ policy_id, status }, { signal }).records()) {
    running.push(id);
    console.log(`${id}  ${state}`);
  }
}
if (running.length === 0) console.log("nothing is running");

await Promise.all(
  running.map(async (job_id) => {
    const job = vbs.listBackupTasks({ policy_id, job_id });
    const { state } = await waitUntil(job, ({ finishedAt }) => finishedAt !== null, {
      every: Number(seconds) * 1000,
      signal,
    });
    console.log(`${job_id}  ${state}`);
    if (state !== "succeeded") process.exitCode = 1;
  }),
);
