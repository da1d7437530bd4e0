/**
 * An endpoint with Express: `GET /instances/<instance id>/latest-backup`.
 *
 *   npx tsx examples/express.ts <region>
 *
 * Listens on PORT, by default 3000. Credentials: those of Open Telekom Cloud in the environment.
 */
import type { AddressInfo } from "node:net";
import {
  BackupRecordsError,
  createDcsClient,
  InvalidRequestError,
  latestGood,
  NotFoundError,
} from "backup-records";
import { fromEnvironment } from "backup-records/node";
import express, { type ErrorRequestHandler } from "express";

const [region = ""] = process.argv.slice(2);
const { auth, projectId = "", fetch } = fromEnvironment({ service: "dcs", cloud: "otc" });
const baseUrl = process.env["BACKUP_RECORDS_DCS_URL"];
const dcs = createDcsClient({ cloud: "otc", region, projectId, auth, fetch, baseUrl, totalTimeout: 10_000 });

const app = express();

app.get("/instances/:id/latest-backup", async (request, response) => {
  const backup = await latestGood(dcs.listBackupRecords({ instance_id: request.params.id }));
  if (backup === null) response.status(404).json({ error: "no good backup" });
  else response.json({ id: backup.id, name: backup.name, finishedAt: backup.finishedAt });
});

// The `status` of an error is the cloud's. Without this, Express responds with it: a 401 for an expired token of yours.
const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof BackupRecordsError)) return next(error);
  if (error instanceof NotFoundError) return response.status(404).json({ error: "no such instance" });
  if (error instanceof InvalidRequestError) return response.status(400).json({ error: error.message });
  console.error(error.message);
  return response.status(502).json({ error: "the cloud did not respond as it should" });
};
app.use(onError);

const server = app.listen(Number(process.env["PORT"] ?? 3000), () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
