import { loadEngine } from "#engine";
import { type DcsMethods, operations } from "../../generated/dcs/operations.js";
import type { paths } from "../../generated/dcs/types.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";

/** Where DCS is reached: a cloud and its region, or `baseUrl`. */
export interface DcsClientOptions extends ClientOptions {
  /** `huaweicloud` Huawei Cloud · `otc` Open Telekom Cloud. Not needed with `baseUrl`. */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** Id of the project whose instances are asked about. */
  readonly projectId: string;
}

/** A client of the Distributed Cache Service. */
export type DcsClient = ServiceClient<DcsMethods, paths>;

/**
 * Makes a client of the Distributed Cache Service of Huawei Cloud or Open Telekom Cloud.
 * @throws ConfigurationError where an option cannot work
 * @example
 * const dcs = createDcsClient({ cloud: "otc", region: "eu-de", projectId, auth: token("…") });
 * for await (const record of dcs.listBackupRecordsV1({ instance_id })) console.log(record.status);
 */
export function createDcsClient(options: DcsClientOptions): DcsClient {
  const endpoint = chooseEndpoint(ENDPOINTS, options);
  return createClient<DcsMethods, paths>(
    {
      service: "dcs",
      operations,
      loadEngine,
      validators: async () => (await import("./validators.js")).success,
      toRecord: async () => (await import("./record.js")).toBackupRecord,
      advice: async () => (await import("./advice.js")).dcsAdvice,
    },
    options,
    { ...endpoint, projectId: options.projectId },
  );
}

const ENDPOINTS = {
  huaweicloud: "https://dcs.{region}.myhuaweicloud.com",
  otc: "https://dcs.{region}.otc.t-systems.com",
};
