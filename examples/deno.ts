/**
 * A program for Deno: the failed backups of an instance in the last week.
 *
 *   deno add npm:backup-records
 *   deno run --allow-net --allow-env=OS_TOKEN,OS_PROJECT_ID,BACKUP_RECORDS_DCS_URL examples/deno.ts <instance id>
 */
import { createDcsClient, token } from "backup-records";

const [instance_id = ""] = Deno.args;
const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: Deno.env.get("OS_PROJECT_ID") ?? "",
  auth: token(Deno.env.get("OS_TOKEN") ?? ""),
  baseUrl: Deno.env.get("BACKUP_RECORDS_DCS_URL"),
});

const begin_time = new Date(Date.now() - 7 * 24 * 3_600_000);
for await (const backup of dcs.listBackupRecords({ instance_id, begin_time }).records()) {
  if (backup.state === "failed")
    console.log(backup.startedAt?.toISOString(), backup.name, backup.failure?.message);
}
