import { createCbrClient, token } from "backup-records";

const cbr = createCbrClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const failed = cbr.listOpLogs({ operation_type: "backup", status: "failed", limit: 1000 });
for await (const { resource, startedAt, failure } of failed.records()) {
  console.log(resource.id, startedAt?.toISOString(), failure?.code);
}
