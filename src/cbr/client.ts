import { type CbrMethods, endpoints, operations } from "../../generated/cbr/operations.js";
import type { paths } from "../../generated/cbr/types.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";
import { cbrAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** Where CBR is reached: a cloud and its region, or `baseUrl`. */
export interface CbrClientOptions extends ClientOptions {
  /** `huaweicloud` Huawei Cloud · `otc` Open Telekom Cloud. Not needed with `baseUrl`. */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** Id of the project that the vaults belong to. */
  readonly projectId: string;
}

/** A client of Cloud Backup and Recovery. */
export type CbrClient = ServiceClient<CbrMethods, paths>;

/**
 * Makes a client of Cloud Backup and Recovery of Huawei Cloud or Open Telekom Cloud. `listProtectable` is a call of
 * Huawei Cloud alone.
 * @throws ConfigurationError if an option cannot work
 * @example
 * const cbr = createCbrClient({ cloud: "otc", region: "eu-de", projectId, auth: token("…") });
 * for await (const log of cbr.listOpLogs({ operation_type: "backup" })) console.log(log.status);
 */
export function createCbrClient(options: CbrClientOptions): CbrClient {
  const endpoint = chooseEndpoint(endpoints, options);
  return createClient<CbrMethods, paths>(
    {
      service: "cbr",
      operations,
      records: { listOpLogs: toBackupRecord },
      validators: async () => (await import("../../generated/cbr/validators.js")).success,
      advice: cbrAdvice,
    },
    options,
    { ...endpoint, projectId: options.projectId },
  );
}
