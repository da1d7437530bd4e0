/** What the command line is measured against: the same listing in the unified shape, counted. */
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";

const { baseUrl, instance_id, limit } = JSON.parse(process.argv[2] ?? "{}");
const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const begun = performance.now();
const dcs = createDcsClient({ baseUrl, projectId: "local", auth: token("fake-token"), onDrift: () => {} });
let records = 0;
for await (const record of dcs.listBackupRecords({ instance_id, limit }).records())
  if (record.id !== "") records++;
ready({ records, ms: performance.now() - begun });
