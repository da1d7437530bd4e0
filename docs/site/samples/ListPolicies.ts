import { createCbrClient, token } from "backup-records";

const cbr = createCbrClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

const { policies } = await cbr.listPolicies({ operation_type: "backup" });
for (const { name, enabled, trigger } of policies) {
  console.log(name, enabled, trigger.properties.pattern.join(" and "));
}
