import { alibabaAccessKey, createStarRocksClient } from "backup-records";

const starrocks = createStarRocksClient({
  region: "eu-central-1",
  auth: alibabaAccessKey({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "",
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? "",
  }),
});

const listing = starrocks.listOperationHistory({
  InstanceId: "c-b25e21e243880001",
  OperationType: "restore",
  StartTime: new Date("2026-11-01T00:00:00Z"),
});
for await (const operation of listing) {
  console.log(operation.OperationId, operation.OperationType, operation.OperationStatus);
}
