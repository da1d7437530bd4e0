/**
 * A worker at the edge, in the module form of Cloudflare Workers: `GET /instances/<instance id>/latest-backup`. It keeps
 * the token to itself. Put an authentication of your own before it.
 *
 *   npx wrangler dev examples/worker.ts
 *
 * Bindings: OS_TOKEN, OS_PROJECT_ID, and BACKUP_RECORDS_DCS_URL for a mock.
 */
import { BackupRecordsError, createDcsClient, latestGood, NotFoundError, token } from "backup-records";

export interface Bindings {
  readonly OS_TOKEN: string;
  readonly OS_PROJECT_ID: string;
  readonly BACKUP_RECORDS_DCS_URL?: string;
}

async function latestBackup(request: Request, bindings: Bindings): Promise<Response> {
  const { pathname } = new URL(request.url);
  const instance_id = /^\/instances\/([\w-]+)\/latest-backup$/.exec(pathname)?.[1];
  if (request.method !== "GET" || instance_id === undefined) return answer(404, { error: "no such address" });

  const dcs = createDcsClient({
    cloud: "otc",
    region: "eu-de",
    projectId: bindings.OS_PROJECT_ID,
    auth: token(bindings.OS_TOKEN),
    baseUrl: bindings.BACKUP_RECORDS_DCS_URL,
    totalTimeout: 10_000,
  });
  try {
    // A visitor who leaves ends the call.
    const { signal } = request;
    const backup = await latestGood(dcs.listBackupRecords({ instance_id }, { signal }));
    if (backup === null) return answer(404, { error: "no good backup" });
    return answer(200, { id: backup.id, name: backup.name, finishedAt: backup.finishedAt });
  } catch (error) {
    // The `status` of an error is the cloud's, not that of your response.
    if (!(error instanceof BackupRecordsError)) throw error;
    if (error instanceof NotFoundError) return answer(404, { error: "no such instance" });
    console.error(error.message);
    return answer(502, { error: "the cloud did not respond as it should" });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

// biome-ignore lint/style/noDefaultExport: this is how a runtime finds a worker.
export default { fetch: latestBackup };
