/**
 * A route handler of Next.js: `GET /api/backups?instance=<instance id>` responds with the latest good backup.
 *
 * Copy `app/api/backups/route.ts` into an app. Credentials: those of Open Telekom Cloud in the environment of
 * `next start`, and OS_REGION_NAME.
 */
import {
  BackupRecordsError,
  createDcsClient,
  type DcsClient,
  InvalidRequestError,
  latestGood,
  NotFoundError,
} from "backup-records";
import { fromEnvironment } from "backup-records/node";

export async function GET(request: Request): Promise<Response> {
  const instance_id = new URL(request.url).searchParams.get("instance") ?? "";
  try {
    const listing = client().listBackupRecords({ instance_id }, { signal: request.signal });
    const backup = await latestGood(listing);
    if (backup === null) return Response.json({ error: "no good backup" }, { status: 404 });
    return Response.json({ id: backup.id, name: backup.name, finishedAt: backup.finishedAt });
  } catch (error) {
    // The `status` of an error is the cloud's, not that of your response.
    if (!(error instanceof BackupRecordsError)) throw error;
    if (error instanceof NotFoundError) return Response.json({ error: "no such instance" }, { status: 404 });
    if (error instanceof InvalidRequestError) return Response.json({ error: error.message }, { status: 400 });
    console.error(error.message);
    return Response.json({ error: "the cloud did not respond as it should" }, { status: 502 });
  }
}

let dcs: DcsClient | undefined;

/** Made by the first request: `next build` loads this file, too, and has no credentials. */
function client(): DcsClient {
  const { auth, region = "eu-de", projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "otc" });
  const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
  dcs ??= createDcsClient({ cloud: "otc", region, projectId, auth, fetch, baseUrl, totalTimeout: 10_000 });
  return dcs;
}
