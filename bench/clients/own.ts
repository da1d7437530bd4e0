import { importEntry } from "../lib/package.js";
import type { Client, Place, Service } from "./client.js";

/** This package with its default options, signed. Without a listener there would be no check for drift to measure. */
export async function own(service: Service, place: Place): Promise<Client> {
  return service === "dcs" ? await ownDcs(place) : await ownStarRocks(place);
}

const name = "backup-records";
const onDrift = () => {};

async function ownDcs({ baseUrl, projectId, instanceId, accessKeyId, secret }: Place): Promise<Client> {
  const { createDcsClient } = await importEntry("dcs");
  const { huaweiAccessKey } = await importEntry("auth");
  const auth = huaweiAccessKey({ accessKeyId, secretAccessKey: secret });
  const dcs = createDcsClient({ baseUrl, projectId, auth, onDrift });
  const query = { instance_id: instanceId, limit: 10 };
  return { name, call: async () => (await dcs.listBackupRecords(query)).items.length };
}

async function ownStarRocks({ baseUrl, instanceId, accessKeyId, secret }: Place): Promise<Client> {
  const { createStarRocksClient } = await importEntry("starrocks");
  const { alibabaAccessKey } = await importEntry("auth");
  const auth = alibabaAccessKey({ accessKeyId, accessKeySecret: secret });
  const starrocks = createStarRocksClient({ baseUrl, auth, onDrift });
  const query = { InstanceId: instanceId, PageSize: 10 };
  return { name, call: async () => (await starrocks.describeBackups(query)).items.length };
}
