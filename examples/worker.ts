/**
 * A worker at the edge, in the module form of Cloudflare Workers, that answers `GET /instances/<instance id>`
 * with the state of its latest backup and keeps the token to itself. Put an authentication of your own
 * before it. Under Deno and Bun call `latestBackup` from their server.
 *
 * Bindings: OS_TOKEN, OS_PROJECT_ID, and BACKUP_RECORDS_DCS_URL for a mock.
 */
import { ApiError, createDcsClient, NotFoundError, token } from "backup-records";

export interface Bindings {
  readonly OS_TOKEN: string;
  readonly OS_PROJECT_ID: string;
  readonly BACKUP_RECORDS_DCS_URL?: string;
}

export async function latestBackup(request: Request, bindings: Bindings): Promise<Response> {
  const { pathname } = new URL(request.url);
  const instance_id = /^\/instances\/([\w-]+)$/.exec(pathname)?.[1];
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
    // Whoever leaves takes the call along.
    const { signal } = request;
    const backups = await dcs.listBackupRecords({ instance_id }, { signal }).records().toArray({ max: 100 });
    const [latest] = backups.sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
    if (latest === undefined) return answer(404, { error: "no backup" });
    const { id, name, state, createdAt, finishedAt } = latest;
    return answer(200, { id, name, state, createdAt, finishedAt });
  } catch (error) {
    if (error instanceof NotFoundError) return answer(404, { error: "no such instance" });
    // The message names the call, the status and the request id, never the token.
    if (error instanceof ApiError) return answer(502, { error: error.message });
    throw error;
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

// biome-ignore lint/style/noDefaultExport: this is how a runtime finds a worker.
export default { fetch: latestBackup };
