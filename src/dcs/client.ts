import { type DcsMethods, endpoints, operations } from "../../generated/dcs/operations.js";
import type { paths } from "../../generated/dcs/types.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";
import { dcsAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** Where DCS is reached: a cloud and its region, or `baseUrl`. */
export interface DcsClientOptions extends ClientOptions {
  /** `huaweicloud` Huawei Cloud · `otc` Open Telekom Cloud. Not needed with `baseUrl`. */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** Id of the project that the instances belong to. */
  readonly projectId: string;
}

/** A client of the Distributed Cache Service. */
export type DcsClient = ServiceClient<DcsMethods, paths>;

/**
 * Makes a client of the Distributed Cache Service of Huawei Cloud or Open Telekom Cloud.
 * @throws ConfigurationError if an option cannot work
 * @example
 * const dcs = createDcsClient({ cloud: "otc", region: "eu-de", projectId, auth: token("…") });
 * for await (const record of dcs.listBackupRecordsV1({ instance_id })) console.log(record.status);
 */
export function createDcsClient(options: DcsClientOptions): DcsClient {
  const endpoint = chooseEndpoint(endpoints, options);
  return createClient<DcsMethods, paths>(
    {
      service: "dcs",
      operations,
      records: { listBackupRecordsV1: toBackupRecord, listBackupRecords: toBackupRecord },
      validators: async () => (await import("../../generated/dcs/validators.js")).success,
      advice: dcsAdvice,
    },
    options,
    { ...endpoint, projectId: options.projectId },
  );
}
