import { alibabaAccessKey, createStarRocksClient } from "backup-records";

const starrocks = createStarRocksClient({
  region: "eu-central-1",
  auth: alibabaAccessKey({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "",
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? "",
  }),
});

const { Data = [] } = await starrocks.describeBackupPolicies({ RegionId: "eu-central-1" });
for (const policy of Data) {
  console.log(policy.InstanceId, policy.Hour, policy.Minute, policy.RecurrenceValues);
}
