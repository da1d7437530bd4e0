import { createDcsClient, token } from "backup-records";

const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

for await (const instance of dcs.listInstances({ status: "RUNNING", limit: 100 })) {
  console.log(instance.instance_id, instance.name, instance.engine_version);
}
