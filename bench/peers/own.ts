import type { DcsClientOptions } from "../../src/dcs/index.js";
import type { Side } from "../lib/measure.js";
import { importEntry } from "../lib/package.js";
import type { Place } from "./place.js";

/** A side before it is known whether its signature is a good one. */
export type Unverified = Omit<Side, "verified">;

/** What detects drift only where someone listens is measured with a listener. */
const listener: Pick<DcsClientOptions, "onDrift"> = { onDrift: () => {} };

/** This package: DCS v2, default options, signed. */
export async function ownDcs(place: Place): Promise<Unverified> {
  const { createDcsClient } = await importEntry("dcs");
  const { huaweiAccessKey } = await importEntry("auth");
  const { baseUrl, projectId, instanceId, accessKeyId, secret } = place;
  const dcs = createDcsClient({
    baseUrl,
    projectId,
    auth: huaweiAccessKey({ accessKeyId, secretAccessKey: secret }),
    ...listener,
  });
  return {
    name: "backup-records",
    signs: "fresh",
    call: async () => (await dcs.listBackupRecords({ instance_id: instanceId, limit: 10 })).items.length,
  };
}

/** This package: StarRocks, default options, signed. */
export async function ownStarRocks(place: Place): Promise<Unverified> {
  const { createStarRocksClient } = await importEntry("starrocks");
  const { alibabaAccessKey } = await importEntry("auth");
  const { baseUrl, instanceId, accessKeyId, secret } = place;
  const starrocks = createStarRocksClient({
    baseUrl,
    auth: alibabaAccessKey({ accessKeyId, accessKeySecret: secret }),
    ...listener,
  });
  return {
    name: "backup-records",
    signs: "fresh",
    call: async () =>
      (await starrocks.describeBackups({ InstanceId: instanceId, PageSize: 10 })).items.length,
  };
}
