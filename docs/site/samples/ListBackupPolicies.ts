import { createVbsClient, token } from "backup-records";

const vbs = createVbsClient({
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const { backup_policies } = await vbs.listBackupPolicies();
for (const { backup_policy_name, scheduled_policy } of backup_policies) {
  console.log(backup_policy_name, scheduled_policy.status, scheduled_policy.start_time);
}
