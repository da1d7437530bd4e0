import { createCbrClient, huaweiAccessKey } from "backup-records";

const cbr = createCbrClient({
  cloud: "huaweicloud",
  region: "cn-north-4",
  projectId: process.env.HUAWEICLOUD_SDK_PROJECT_ID ?? "",
  auth: huaweiAccessKey({
    accessKeyId: process.env.HUAWEICLOUD_SDK_AK ?? "",
    secretAccessKey: process.env.HUAWEICLOUD_SDK_SK ?? "",
  }),
});

for await (const server of cbr.listProtectable({ protectable_type: "server", limit: 50 })) {
  if (server.protectable.vault === null) console.log(server.name, "is in no vault");
}
