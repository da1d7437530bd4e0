import {
  endpoints,
  operations,
  type StarRocksMethods,
  type StarRocksRegions,
} from "../../generated/starrocks/operations.js";
import type { paths } from "../../generated/starrocks/types.js";
import type { AuthFor } from "../core/auth.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions, EndpointOptions, RegionOptions } from "../core/options.js";
import { starRocksAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** EMR Serverless StarRocks at Alibaba Cloud's own endpoint of a region. */
export interface StarRocksRegionOptions
  extends RegionOptions<"alibabacloud", StarRocksRegions["alibabacloud"]> {
  /** `alibabacloud` Alibaba Cloud, the only cloud with this service. @default "alibabacloud" */
  readonly cloud?: "alibabacloud" | undefined;
}

/** EMR Serverless StarRocks at another endpoint. */
export interface StarRocksEndpointOptions extends EndpointOptions<StarRocksRegions["alibabacloud"]> {
  /** `alibabacloud` Alibaba Cloud, the only cloud with this service. @default "alibabacloud" */
  readonly cloud?: "alibabacloud" | undefined;
  /** How to authenticate, with an access key of Alibaba Cloud. */
  readonly auth: AuthFor<"alibabacloud">;
}

/** Where EMR Serverless StarRocks is reached, a region or `baseUrl`, with an access key of Alibaba Cloud. */
export type StarRocksClientOptions = StarRocksRegionOptions | StarRocksEndpointOptions;

/** Options that are checked at run time alone, as those of a target are. */
interface AnyStarRocksOptions extends ClientOptions {
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
  return openStarRocksClient(options);
}

/** The same for options whose types do not say that they fit together. */
export function openStarRocksClient(options: AnyStarRocksOptions): StarRocksClient {
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
