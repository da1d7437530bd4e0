import { alibabaAccessKey, createStarRocksClient } from "backup-records";

const starrocks = createStarRocksClient({
  region: "eu-central-1",
  auth: alibabaAccessKey({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "",
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? "",
  }),
});

const { Data } = await starrocks.describeSystemTimezone({ InstanceId: "c-b25e21e243880001" });
console.log(Data);
