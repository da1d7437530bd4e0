import { alibabaAccessKey, createStarRocksClient } from "backup-records";

const starrocks = createStarRocksClient({
  region: "eu-central-1",
  auth: alibabaAccessKey({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "",
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? "",
  }),
});

const listing = starrocks.describeBackups({
  InstanceId: "c-b25e21e243880001",
  Statuses: ["COMPLETED", "RUNNING"],
});
for await (const backup of listing) {
  console.log(backup.BackupTaskId, backup.Status);
}
