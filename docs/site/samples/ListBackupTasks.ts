import { createVbsClient, token } from "backup-records";

const vbs = createVbsClient({
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const listing = vbs.listBackupTasks({
  policy_id: "5a2c3a8e-1f0b-4f0c-9b7d-2f6f0f9c1d2e",
  status: "EXECUTE_FAIL",
});
for await (const task of listing) {
  console.log(task.backup_name, task.status);
}
