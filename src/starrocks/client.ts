import { endpoints, operations, type StarRocksMethods } from "../../generated/starrocks/operations.js";
import type { paths } from "../../generated/starrocks/types.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";
import { starRocksAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** Where EMR Serverless StarRocks is reached: Alibaba Cloud in a region, or `baseUrl`. */
export interface StarRocksClientOptions extends ClientOptions {
  /** `alibabacloud` Alibaba Cloud, the only cloud with this service. @default "alibabacloud" */
  readonly cloud?: "alibabacloud" | undefined;
}

/** A client of EMR Serverless StarRocks. */
export type StarRocksClient = ServiceClient<StarRocksMethods, paths>;

/**
 * Makes a client of EMR Serverless StarRocks of Alibaba Cloud.
 * @throws ConfigurationError if an option cannot work
 * @example
 * const starrocks = createStarRocksClient({ region: "eu-central-1", auth: alibabaAccessKey({ … }) });
 * for await (const backup of starrocks.describeBackups({ InstanceId })) console.log(backup.Status);
 */
export function createStarRocksClient(options: StarRocksClientOptions): StarRocksClient {
  return createClient<StarRocksMethods, paths>(
    {
      service: "starrocks",
      operations,
      records: { describeBackups: toBackupRecord },
      validators: async () => (await import("../../generated/starrocks/validators.js")).success,
      advice: starRocksAdvice,
    },
    options,
    chooseEndpoint(endpoints, options, { cloud: "alibabacloud" }),
  );
}
