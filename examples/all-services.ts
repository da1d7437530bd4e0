/**
 * The latest backups of a cache, a disk policy and a StarRocks cluster in one table, newest first.
 *
 *   npx tsx examples/all-services.ts <DCS instance> <VBS policy> <StarRocks cluster>
 *
 * A service that does not answer is named on standard error, and the others are shown all the same: exit
 * code 1. Credentials as in the other examples; regions: DCS_REGION, STARROCKS_REGION.
 */
import {
  alibabaAccessKey,
  type BackupRecord,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  huaweiAccessKey,
  otcAccessKey,
  type RecordListing,
} from "backup-records";

const [instance_id = "", policy_id = "", InstanceId = ""] = process.argv.slice(2);
const { DCS_REGION = "eu-west-101", STARROCKS_REGION = "eu-central-1" } = process.env;
const { HUAWEICLOUD_SDK_AK = "", HUAWEICLOUD_SDK_SK = "", HUAWEICLOUD_SDK_PROJECT_ID = "" } = process.env;
const { OS_ACCESS_KEY = "", OS_SECRET_KEY = "", OS_PROJECT_ID = "" } = process.env;
const { ALIBABA_CLOUD_ACCESS_KEY_ID = "", ALIBABA_CLOUD_ACCESS_KEY_SECRET = "" } = process.env;
const { BACKUP_RECORDS_DCS_URL, BACKUP_RECORDS_VBS_URL, BACKUP_RECORDS_STARROCKS_URL } = process.env;

const listings: Record<string, () => RecordListing<BackupRecord>> = {
  dcs: () =>
    createDcsClient({
      cloud: "huaweicloud",
      region: DCS_REGION,
      projectId: HUAWEICLOUD_SDK_PROJECT_ID,
      auth: huaweiAccessKey({ accessKeyId: HUAWEICLOUD_SDK_AK, secretAccessKey: HUAWEICLOUD_SDK_SK }),
      baseUrl: BACKUP_RECORDS_DCS_URL,
    })
      .listBackupRecords({ instance_id })
      .records(),
  vbs: () =>
    createVbsClient({
      projectId: OS_PROJECT_ID,
      auth: otcAccessKey({ accessKeyId: OS_ACCESS_KEY, secretAccessKey: OS_SECRET_KEY }),
      baseUrl: BACKUP_RECORDS_VBS_URL,
    })
      .listBackupTasks({ policy_id, sort_dir: "desc" })
      .records(),
  starrocks: () =>
    createStarRocksClient({
      region: STARROCKS_REGION,
      auth: alibabaAccessKey({
        accessKeyId: ALIBABA_CLOUD_ACCESS_KEY_ID,
        accessKeySecret: ALIBABA_CLOUD_ACCESS_KEY_SECRET,
      }),
      baseUrl: BACKUP_RECORDS_STARROCKS_URL,
    })
      .describeBackups({ InstanceId })
      .records(),
};

const begun = ({ startedAt, createdAt }: BackupRecord) => startedAt ?? createdAt ?? new Date(0);

const backups: BackupRecord[] = [];
await Promise.all(
  Object.entries(listings).map(async ([service, list]) => {
    try {
      backups.push(...(await list().toArray({ max: 100 })));
    } catch (error) {
      console.error(`${service}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }),
);
backups.sort((a, b) => begun(b).getTime() - begun(a).getTime());

console.log("begun                 service    state      resource");
for (const backup of backups) {
  const time = begun(backup).toISOString().slice(0, 19);
  console.log(`${time}Z  ${backup.service.padEnd(9)}  ${backup.state.padEnd(9)}  ${backup.resource.id}`);
}
