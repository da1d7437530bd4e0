/**
 * Everything that Huawei Cloud says about the backups of one cache instance.
 *
 *   npx tsx examples/list-instance.ts <region> <instance id>
 *
 * Credentials: HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, HUAWEICLOUD_SDK_PROJECT_ID.
 */
import { createDcsClient, huaweiAccessKey } from "backup-records";

const [region = "", instance_id = ""] = process.argv.slice(2);
const { HUAWEICLOUD_SDK_AK = "", HUAWEICLOUD_SDK_SK = "", HUAWEICLOUD_SDK_PROJECT_ID = "" } = process.env;
const { BACKUP_RECORDS_DCS_URL } = process.env;

const dcs = createDcsClient({
  cloud: "huaweicloud",
  region,
  projectId: HUAWEICLOUD_SDK_PROJECT_ID,
  auth: huaweiAccessKey({ accessKeyId: HUAWEICLOUD_SDK_AK, secretAccessKey: HUAWEICLOUD_SDK_SK }),
  baseUrl: BACKUP_RECORDS_DCS_URL, // the address of a mock; the cloud's own where it is not set
});

// The loop reads page after page, each when the one before has been used up.
let count = 0;
for await (const backup of dcs.listBackupRecords({ instance_id, limit: 100 }).records()) {
  count++;
  console.log(`${backup.id}  ${backup.name}`);
  console.log(`  ${backup.state}, ${backup.trigger ?? "unknown trigger"}, ${backup.sizeBytes ?? "?"} bytes`);
  console.log(`  created ${backup.createdAt?.toISOString()}, changed ${backup.updatedAt?.toISOString()}`);
  if (backup.failure) console.log(`  ${backup.failure.code}: ${backup.failure.message}`);
  // What the unified record has no field for stands in the record as it came.
  if (backup.source.remark) console.log(`  remark: ${backup.source.remark}`);
}
console.error(`${count} backups`);
