import { createDcsClient, huaweiAccessKey } from "backup-records";

const dcs = createDcsClient({
  cloud: "huaweicloud",
  region: "eu-west-101",
  projectId: process.env.HUAWEICLOUD_SDK_PROJECT_ID ?? "",
  auth: huaweiAccessKey({
    accessKeyId: process.env.HUAWEICLOUD_SDK_AK ?? "",
    secretAccessKey: process.env.HUAWEICLOUD_SDK_SK ?? "",
  }),
});

const instance_id = "5560df16-cebf-4473-95c4-d1b573c16e79";
for await (const backup of dcs.listBackupRecords({ instance_id }).records()) {
  console.log(backup.name, backup.state, backup.finishedAt, backup.sizeBytes);
}
