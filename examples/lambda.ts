/**
 * A function that a schedule calls, in the form of AWS Lambda: names the instances without a good backup of the last day.
 * The event: `{ "instances": ["…"], "hours": 24 }`.
 *
 * Bundle it, then deploy lambda.mjs with the handler `lambda.handler`:
 *
 *   npx esbuild examples/lambda.ts --bundle --platform=node --format=esm --outfile=lambda.mjs
 *
 * Variables of the function: those of credentials of Open Telekom Cloud, and OS_REGION_NAME.
 */
import { createDcsClient, latestGood } from "backup-records";
import { fromEnvironment } from "backup-records/node";

interface Event {
  readonly instances: readonly string[];
  readonly hours?: number;
}

// Outside of the handler: a warm start has the client with its connections and its token.
const { auth, region = "eu-de", projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "otc" });
const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
const dcs = createDcsClient({ cloud: "otc", region, projectId, auth, fetch, baseUrl, totalTimeout: 20_000 });

/** A failed call rejects: the schedule sees that nothing was checked. */
export async function handler({ instances, hours = 24 }: Event): Promise<{ without: string[] }> {
  const begin_time = new Date(Date.now() - hours * 3_600_000);
  const without: string[] = [];
  for (const instance_id of instances) {
    const backup = await latestGood(dcs.listBackupRecords({ instance_id, begin_time }));
    if (backup === null) without.push(instance_id);
  }
  return { without };
}
