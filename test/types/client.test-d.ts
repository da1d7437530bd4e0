import {
  type Auth,
  alibabaAccessKey,
  type BackupListing,
  type BackupRecord,
  createCbrClient,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  type DcsBackupRecord,
  type DcsBackupRecordList,
  huaweiAccessKey,
  type Listing,
  type Page,
  token,
} from "backup-records";
import type {
  DcsInstance,
  DcsInstanceList,
  DcsListedInstance,
  DcsRestoreRecord,
  DcsRestoreRecordList,
} from "backup-records/dcs";
import type { Expect, Same } from "./assert.js";

const dcs = createDcsClient({ cloud: "otc", region: "eu-de", projectId: "p", auth: token("t") });
const listing = dcs.listBackupRecordsV1({ instance_id: "i" });
export type Listed = Expect<Same<typeof listing, BackupListing<DcsBackupRecord, DcsBackupRecordList>>>;

const page = await listing;
export type FirstPage = Expect<Same<typeof page, Page<DcsBackupRecord, DcsBackupRecordList>>>;
export type Cursor = Expect<Same<typeof page.cursor, string | null>>;

for await (const record of listing) record.backup_name.toUpperCase();
for await (const record of listing.records()) {
  const unified: BackupRecord<DcsBackupRecord> = record;
  unified.source.is_support_restore;
}
const gathered: DcsBackupRecord[] = await listing.toArray({ max: 10 });
gathered.length;
// @ts-expect-error A limit is required.
listing.toArray();

// Items that are no backups are listed as they are, and what has no pages is a promise.
const instances = dcs.listInstances();
export type Instances = Expect<Same<typeof instances, Listing<DcsListedInstance, DcsInstanceList>>>;
const restores = dcs.listRestoreRecords({ instance_id: "i" });
export type Restores = Expect<Same<typeof restores, Listing<DcsRestoreRecord, DcsRestoreRecordList>>>;
// @ts-expect-error An instance is no backup.
instances.records;
const { instance_backup_policy } = await dcs.showInstance({ instance_id: "i" });
export type Policy = Expect<Same<typeof instance_backup_policy, DcsInstance["instance_backup_policy"]>>;
if (instance_backup_policy !== null && "policy" in instance_backup_policy)
  instance_backup_policy.policy?.periodical_backup_plan?.backup_at.includes(1);
dcs.listInstances({ tags: ["team=billing"], status: "RUNNING", limit: 1000 });
// @ts-expect-error What is sent is one of the documented statuses.
dcs.listInstances({ status: "A_STATUS_TO_COME" });
// @ts-expect-error The instance is required.
dcs.showInstance({});

// Parameters: defaults make nothing required, times take a Date, lists a list.
dcs.listBackupRecordsV1({ instance_id: "i", limit: 5, beginTime: new Date(), endTime: "20261101000000" });
dcs.listBackupRecords(
  { instance_id: "i", offset: 3, begin_time: new Date() },
  { concurrency: 4, timeout: 5 },
);
dcs.listBackupRecordsV1({ instance_id: "i", limit: undefined });
// @ts-expect-error The instance is required.
dcs.listBackupRecordsV1({});
// @ts-expect-error The instance is required.
dcs.listBackupRecordsV1();
// @ts-expect-error A slip in a parameter's name.
dcs.listBackupRecordsV1({ instance_id: "i", begintime: "x" });
// @ts-expect-error The name of the other version.
dcs.listBackupRecords({ instance_id: "i", beginTime: "x" });
// @ts-expect-error A number as text.
dcs.listBackupRecordsV1({ instance_id: "i", limit: "5" });
// @ts-expect-error The project is the client's.
dcs.listBackupRecordsV1({ instance_id: "i", project_id: "p" });
// @ts-expect-error A slip in an option of a call.
dcs.listBackupRecordsV1({ instance_id: "i" }, { concurency: 4 });

// @ts-expect-error A slip in an option of the client.
createDcsClient({ cloud: "otc", region: "eu-de", projectId: "p", auth: token("t"), timeOut: 5 });
// @ts-expect-error An unknown cloud.
createDcsClient({ cloud: "aws", region: "eu-de", projectId: "p", auth: token("t") });
// @ts-expect-error Authentication is required.
createDcsClient({ cloud: "otc", region: "eu-de", projectId: "p" });
// @ts-expect-error A named cloud needs a region.
createDcsClient({ cloud: "otc", projectId: "p", auth: token("t") });
// @ts-expect-error Neither a cloud nor another endpoint.
createDcsClient({ projectId: "p", auth: token("t") });
const huaweiKey = huaweiAccessKey({ accessKeyId: "a", secretAccessKey: "s" });
createDcsClient({ cloud: "huaweicloud", region: "a-region-to-come", projectId: "p", auth: huaweiKey });
createDcsClient({ baseUrl: "https://x", projectId: "p", auth: huaweiKey });
// @ts-expect-error A key of Huawei Cloud is none of Open Telekom Cloud.
createDcsClient({ cloud: "otc", region: "eu-de", projectId: "p", auth: huaweiKey });
// @ts-expect-error Nor for VBS, which Open Telekom Cloud alone offers.
createVbsClient({ projectId: "p", auth: huaweiKey });
// @ts-expect-error Alibaba Cloud knows no tokens.
createStarRocksClient({ region: "eu-central-1", auth: token("t") });
// @ts-expect-error Nor does it need less than a region.
createStarRocksClient({ auth: alibabaAccessKey({ accessKeyId: "a", accessKeySecret: "s" }) });
// Parts that come from elsewhere, and credentials of one's own, of which nothing is known.
declare const cloud: "huaweicloud" | "otc";
declare const own: Auth;
createDcsClient({ cloud, region: "eu-de", projectId: "p", auth: token("t") });
createDcsClient({ cloud, region: "eu-de", projectId: "p", auth: own });
createStarRocksClient({ region: "eu-central-1", auth: own });
// @ts-expect-error No such way to retry.
createDcsClient({ baseUrl: "https://x", projectId: "p", auth: token("t"), retry: { times: 3 } });

const cbr = createCbrClient({ cloud: "otc", region: "eu-de", projectId: "p", auth: token("t") });
createCbrClient({ baseUrl: "https://x", projectId: "p", auth: token("t") });
createCbrClient({ cloud: "huaweicloud", region: "a-region-to-come", projectId: "p", auth: huaweiKey });
createCbrClient({ cloud, region: "eu-de", projectId: "p", auth: token("t") });
// @ts-expect-error A key of Huawei Cloud is none of Open Telekom Cloud.
createCbrClient({ cloud: "otc", region: "eu-de", projectId: "p", auth: huaweiKey });
// @ts-expect-error A named cloud needs a region.
createCbrClient({ cloud: "otc", projectId: "p", auth: token("t") });
// @ts-expect-error Neither a cloud nor another endpoint.
createCbrClient({ projectId: "p", auth: token("t") });
cbr.listOpLogs({ operation_type: "backup", start_time: new Date(), status: "failed" }).records();
cbr.listProtectable({ protectable_type: "server" });
// @ts-expect-error the kinds are a closed list
cbr.listProtectable({ protectable_type: "share" });
// @ts-expect-error vaults are no backups
cbr.listVault().records();

const vbs = createVbsClient({ projectId: "p", auth: token(() => Promise.resolve("t")) });
vbs.listBackupTasks({ policy_id: "p", sort_dir: "asc", status: "EXECUTE_FAIL" });
// @ts-expect-error What is sent is one of the documented statuses.
vbs.listBackupTasks({ policy_id: "p", status: "A_STATUS_TO_COME" });
// @ts-expect-error No other direction is legal.
vbs.listBackupTasks({ policy_id: "p", sort_dir: "up" });

const auth = alibabaAccessKey({ accessKeyId: "a", accessKeySecret: "s" });
const starrocks = createStarRocksClient({ region: "eu-central-1", auth });
starrocks.describeBackups();
starrocks.describeBackups({ Statuses: ["COMPLETED"], TimePeriodStartTime: new Date(), PageSize: 5 });
starrocks.describeBackups({ Statuses: "COMPLETED", TimePeriodEndTime: 1747728000 });
// @ts-expect-error A list holds strings.
starrocks.describeBackups({ Statuses: [1] });

// The raw client is typed by the same contract.
const path = "/v1.0/{project_id}/instances/{instance_id}/backups";
const { data } = await dcs.raw.GET(path, { params: { path: { project_id: "p", instance_id: "i" } } });
export const rawData: DcsBackupRecordList | undefined = data;
// @ts-expect-error A path that the contract does not have.
dcs.raw.GET("/v3/backups", {});

// Some options of a client can be changed; who calls, where and how cannot.
const patient = dcs.withOptions({ timeout: 60_000, retry: { attempts: 5 }, onEvent: undefined });
export type Patient = Expect<Same<typeof patient, typeof dcs>>;
// @ts-expect-error The credentials and the place stay.
dcs.withOptions({ auth: token("t") });
// @ts-expect-error A place of another cloud needs another client.
dcs.withOptions({ cloud: "huaweicloud", region: "ap-southeast-1" });
// @ts-expect-error The connections are shared.
dcs.withOptions({ fetch });
