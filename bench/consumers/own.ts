import { token } from "backup-records/auth";
import { createDcsClient } from "backup-records/dcs";

const dcs = createDcsClient({ baseUrl: "http://127.0.0.1:9", projectId: "p", auth: token("fake-token") });
const { items } = await dcs.listBackupRecords({ instance_id: "i", limit: 10 });
for (const record of items) {
  // @ts-expect-error no record has it: the types are there
  record.no_such_field;
  console.log(record.backup_id, record.status, record.size);
}
