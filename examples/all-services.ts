/**
 * The latest backups of a cache, a disk policy, a StarRocks cluster and a server in one table, newest first.
 *
 *   npx tsx examples/all-services.ts <DCS instance> <VBS policy> <StarRocks cluster> <CBR server>
 *
 * A service that fails is named on standard error, and the others are shown: exit code 1. Credentials: those of all three
 * clouds in the environment. Regions: DCS_REGION, STARROCKS_REGION.
 */
import {
  type BackupListing,
  type BackupRecord,
  createCbrClient,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
} from "backup-records";
import { fromEnvironment } from "backup-records/node";

const [instance_id = "", policy_id = "", InstanceId = "", resource_id = ""] = process.argv.slice(2);
const { DCS_REGION = "eu-west-101", STARROCKS_REGION = "eu-central-1" } = process.env;
const { BACKUP_RECORDS_DCS_URL, BACKUP_RECORDS_VBS_URL } = process.env;
const { BACKUP_RECORDS_STARROCKS_URL, BACKUP_RECORDS_CBR_URL } = process.env;

const listings: Record<string, () => BackupListing<unknown>> = {
  dcs() {
    const { auth, projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "huaweicloud" });
    const place = { cloud: "huaweicloud", region: DCS_REGION, baseUrl: BACKUP_RECORDS_DCS_URL } as const;
    return createDcsClient({ ...place, projectId, auth, fetch }).listBackupRecords({ instance_id });
  },
  vbs() {
    const { auth, projectId = "", fetch } = fromEnvironment({ service: "vbs" });
    const vbs = createVbsClient({ projectId, auth, fetch, baseUrl: BACKUP_RECORDS_VBS_URL });
    return vbs.listBackupTasks({ policy_id, sort_dir: "desc" });
  },
  starrocks() {
    const { auth, fetch } = fromEnvironment({ service: "starrocks" });
    const place = { region: STARROCKS_REGION, baseUrl: BACKUP_RECORDS_STARROCKS_URL };
    return createStarRocksClient({ ...place, auth, fetch }).describeBackups({ InstanceId });
  },
  cbr() {
    const { auth, projectId = "", fetch } = fromEnvironment({ service: "cbr", cloud: "otc" });
    const place = { cloud: "otc", region: "eu-de", baseUrl: BACKUP_RECORDS_CBR_URL } as const;
    const cbr = createCbrClient({ ...place, projectId, auth, fetch });
    return cbr.listOpLogs({ operation_type: "backup", resource_id });
  },
};

const begun = ({ startedAt, createdAt }: BackupRecord) => startedAt ?? createdAt ?? new Date(0);

const backups: BackupRecord[] = [];
await Promise.all(
  Object.entries(listings).map(async ([service, list]) => {
    try {
      // All of them: no service promises that the newest come first.
      for await (const backup of list().records()) backups.push(backup);
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
