/** What the row `cli` compares the command line with: the same listing as unified records, counted. */
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";

const { baseUrl, instance_id, limit } = JSON.parse(process.argv[2] ?? "{}");
const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const dcs = createDcsClient({ baseUrl, projectId: "local", auth: token("fake-token"), onDrift: () => {} });
let records = 0;
for await (const record of dcs.listBackupRecords({ instance_id, limit }).records())
  if (record.id !== "") records++;
ready({ records });
