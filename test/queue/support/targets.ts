import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultObjective } from "../../../src/audit/objective.js";
import type { Account, RateLimit, Target } from "../../../src/audit/target.js";

/** A DCS instance at a service of the test's own, with the instance's id as its name. */
export function target(id: string, baseUrl: string, account = "main"): Target {
  return {
    name: id,
    service: "dcs",
    api: "v2",
    account,
    cloud: null,
    region: null,
    baseUrl,
    projectId: "project",
    resource: { type: "instance", id },
    group: null,
    labels: {},
    objective: defaultObjective,
  };
}

/** Accounts by name, with variables that hold obviously false credentials. */
export function accounts(limits: Readonly<Record<string, RateLimit | null>>): ReadonlyMap<string, Account> {
  return new Map(
    Object.entries(limits).map(([name, rateLimit]) => {
      const environment = { OS_TOKEN: `TOKEN_OF_${name.toUpperCase()}` };
      return [name, { name, environment, rateLimit }];
    }),
  );
}

/** Writes the file of these accounts for workers: their credentials may be sent to the service at `url`. */
export function writeAccounts(folder: string, names: readonly string[], url: string): string {
  const file = join(folder, "accounts.yaml");
  const hosts = [new URL(url).host];
  const all = [...accounts(Object.fromEntries(names.map((name) => [name, null]))).values()];
  const lines = all.map(({ name, environment }) => `  ${name}: ${JSON.stringify({ environment, hosts })}\n`);
  writeFileSync(file, `accounts:\n${lines.join("")}`);
  return file;
}
