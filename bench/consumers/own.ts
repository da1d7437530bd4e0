import { token } from "backup-records/auth";
import { createDcsClient } from "backup-records/dcs";

const dcs = createDcsClient({ baseUrl: "http://127.0.0.1:9", projectId: "p", auth: token("fake-token") });
const { items } = await dcs.listBackupRecords({ instance_id: "i", limit: 10 });
for (const record of items) {
  console.log(record.backup_id, record.status, record.size);
}
