/**
 * An endpoint with Hono: `GET /instances/<instance id>/latest-backup`.
 *
 *   npx tsx examples/hono.ts <region>
 *
 * Listens on PORT, by default 3000. Credentials: those of Open Telekom Cloud in the environment.
 */
import { serve } from "@hono/node-server";
import {
  BackupRecordsError,
  createDcsClient,
  InvalidRequestError,
  latestGood,
  NotFoundError,
} from "backup-records";
import { fromEnvironment } from "backup-records/node";
import { Hono } from "hono";

const [region = ""] = process.argv.slice(2);
const { auth, projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "otc" });
const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
const dcs = createDcsClient({ cloud: "otc", region, projectId, auth, fetch, baseUrl, totalTimeout: 10_000 });

const app = new Hono();

app.get("/instances/:id/latest-backup", async ({ req, json }) => {
  // A visitor who leaves ends the call.
  const { signal } = req.raw;
  const backup = await latestGood(dcs.listBackupRecords({ instance_id: req.param("id") }, { signal }));
  if (backup === null) return json({ error: "no good backup" }, 404);
  return json({ id: backup.id, name: backup.name, finishedAt: backup.finishedAt });
});

// The `status` of an error is the cloud's, not that of your response.
app.onError((error, { json }) => {
  if (!(error instanceof BackupRecordsError)) throw error;
  if (error instanceof NotFoundError) return json({ error: "no such instance" }, 404);
  if (error instanceof InvalidRequestError) return json({ error: error.message }, 400);
  console.error(error.message);
  return json({ error: "the cloud did not respond as it should" }, 502);
});

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
