import { alibabaAccessKey, createStarRocksClient } from "backup-records";

const starrocks = createStarRocksClient({
  region: "eu-central-1",
  auth: alibabaAccessKey({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "",
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? "",
  }),
});

const listing = starrocks.describeInstances({
  RegionId: "eu-central-1",
  InstanceStatus: ["running", "restarting"],
  Tag: JSON.stringify([{ Key: "team", Value: "analytics" }]),
  PageSize: 100,
});
for await (const instance of listing) {
  console.log(instance.InstanceId, instance.InstanceName, instance.InstanceStatus);
}
