import type { paths } from "backup-records/dcs";
import createClient from "openapi-fetch";

const dcs = createClient<paths>({ baseUrl: "http://127.0.0.1:9", headers: { "X-Auth-Token": "fake-token" } });
const path = { project_id: "p", instance_id: "i" };
const { data } = await dcs.GET("/v2/{project_id}/instances/{instance_id}/backups", {
  params: { path, query: { limit: 10 } },
});
for (const record of data?.backup_record_response ?? []) {
  // @ts-expect-error no record has it: the types are there
  record.no_such_field;
  console.log(record.backup_id, record.status, record.size);
}
