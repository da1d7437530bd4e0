import { createCbrClient, token } from "backup-records";

const cbr = createCbrClient({
  cloud: "otc",
  region: "eu-de",
  projectId: process.env.OS_PROJECT_ID ?? "",
  auth: token(process.env.OS_TOKEN ?? ""),
});

for await (const vault of cbr.listVault({ limit: 1000 })) {
  console.log(vault.name, vault.billing.status, vault.resources.length);
}
