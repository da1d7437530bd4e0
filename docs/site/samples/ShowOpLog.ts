import { createCbrClient, token } from "backup-records";

const cbr = createCbrClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const { operation_log } = await cbr.showOpLog({ operation_log_id: "4827f2da-b008-4507-ab7d-42d0df5ed912" });
console.log(operation_log.status, operation_log.extra_info.common.progress);
