import { createCbrClient, token } from "backup-records";

const cbr = createCbrClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

for await (const backup of cbr.listBackups({ status: "available", limit: 1000 })) {
  console.log(backup.name, backup.resource_name, backup.expired_at);
}
