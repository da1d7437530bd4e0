import { createDcsClient, token } from "backup-records";

const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const listing = dcs.listRestoreRecords({
  instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79",
  begin_time: new Date("2026-11-01T00:00:00Z"),
});
for await (const record of listing) {
  console.log(record.created_at, record.backup_name, record.status);
}
