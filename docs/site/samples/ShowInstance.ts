import { createDcsClient, token } from "backup-records";

const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const instance = await dcs.showInstance({ instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79" });
const found = instance.instance_backup_policy;
// The policy stands inside of an object with its id, or, as an older page has it, by itself.
const policy = found !== null && "backup_type" in found ? found : found?.policy;
if (policy?.backup_type === "auto") {
  const plan = policy.periodical_backup_plan;
  console.log(instance.name, plan?.backup_at, plan?.begin_at, `kept for ${policy.save_days} days`);
} else {
  console.log(instance.name, "is not backed up by itself");
}
