/**
 * The backup to restore an instance from: the latest that succeeded and that the service calls restorable.
 *
 *   npx tsx examples/latest-restorable.ts <region> <instance id>
 *
 * Prints the backup's id alone on standard output, for a script; exit code 1 if there is none. Credentials: those of
 * Huawei Cloud in the environment, e.g. HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK and HUAWEICLOUD_SDK_PROJECT_ID.
 */
import { createDcsClient, latestGood } from "backup-records";
import { fromEnvironment } from "backup-records/node";

const [region = "", instance_id = ""] = process.argv.slice(2);
const { auth, projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "huaweicloud" });
const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
const dcs = createDcsClient({ cloud: "huaweicloud", region, projectId, auth, fetch, baseUrl });

const listing = dcs.listBackupRecords({ instance_id, limit: 100 });
const backup = await latestGood(listing, ({ restorable }) => restorable === true);
if (backup === null) {
  console.error(`${instance_id} has no backup to restore from`);
  process.exitCode = 1;
} else {
  console.error(
    `${backup.name}, ${backup.finishedAt?.toISOString()}, ${backup.format}, ${backup.sizeBytes} bytes`,
  );
  console.log(backup.id);
}
