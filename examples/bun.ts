/**
 * An endpoint with Bun's own server: `GET /instances/<instance id>/latest-backup`.
 *
 *   bun add backup-records
 *   bun run examples/bun.ts
 *
 * Listens on PORT, by default 3000. Credentials: OS_TOKEN, OS_PROJECT_ID.
 */
import {
  BackupRecordsError,
  createDcsClient,
  InvalidRequestError,
  latestGood,
  NotFoundError,
  token,
} from "backup-records";

const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: Bun.env["OS_PROJECT_ID"] ?? "",
  auth: token(Bun.env["OS_TOKEN"] ?? ""),
  baseUrl: Bun.env["BACKUP_RECORDS_DCS_URL"],
  totalTimeout: 10_000,
});

const server = Bun.serve({
  port: Number(Bun.env["PORT"] ?? 3000),
  routes: {
    "/instances/:id/latest-backup": async ({ params, signal }) => {
      const backup = await latestGood(dcs.listBackupRecords({ instance_id: params.id }, { signal }));
      if (backup === null) return Response.json({ error: "no good backup" }, { status: 404 });
      return Response.json({ id: backup.id, name: backup.name, finishedAt: backup.finishedAt });
    },
  },
  // The `status` of an error is the cloud's, not that of your response.
  error(error) {
    if (!(error instanceof BackupRecordsError)) throw error;
    if (error instanceof NotFoundError) return Response.json({ error: "no such instance" }, { status: 404 });
    if (error instanceof InvalidRequestError) return Response.json({ error: error.message }, { status: 400 });
    console.error(error.message);
    return Response.json({ error: "the cloud did not respond as it should" }, { status: 502 });
  },
});
console.log(server.url.origin);
