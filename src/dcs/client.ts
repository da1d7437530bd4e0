import { type DcsMethods, type DcsRegions, endpoints, operations } from "../../generated/dcs/operations.js";
import type { paths } from "../../generated/dcs/types.js";
import type { AuthFor } from "../core/auth.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions, EndpointOptions, RegionOptions } from "../core/options.js";
import { dcsAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** The clouds that offer DCS: Huawei Cloud and Open Telekom Cloud. */
type DcsCloud = keyof DcsRegions;

/** DCS in a region of its cloud, at the cloud's own endpoint unless `baseUrl` names another. */
export interface DcsRegionOptions<Cloud extends DcsCloud> extends RegionOptions<Cloud, DcsRegions[Cloud]> {
  /** `huaweicloud` Huawei Cloud · `otc` Open Telekom Cloud. */
  readonly cloud: Cloud;
  /** Id of the project that the instances belong to. */
  readonly projectId: string;
}

/** DCS at an endpoint of which no cloud is known, such as a mock's. */
export interface DcsEndpointOptions extends EndpointOptions<DcsRegions[DcsCloud]> {
  /** Not with an endpoint alone: a client that names its cloud needs a region, too (`DcsRegionOptions`). */
  readonly cloud?: undefined;
  /** How to authenticate, with credentials of one of the clouds. */
  readonly auth: AuthFor<"huaweicloud"> | AuthFor<"otc">;
  /** Id of the project that the instances belong to. */
  readonly projectId: string;
}

/** Where DCS is reached: a cloud and its region, with credentials of that cloud, or `baseUrl`. */
export type DcsClientOptions =
  | DcsRegionOptions<"huaweicloud">
  | DcsRegionOptions<"otc">
  // One of the two, which only run time tells: both must know the credentials.
  | DcsRegionOptions<DcsCloud>
  | DcsEndpointOptions;

/** Options that are checked at run time alone, as those of a target are. */
interface AnyDcsOptions extends ClientOptions {
  readonly cloud?: DcsCloud | undefined;
  readonly projectId: string;
}

/** A client of the Distributed Cache Service. */
export type DcsClient = ServiceClient<DcsMethods, paths>;

/**
 * Makes a client of the Distributed Cache Service of Huawei Cloud or Open Telekom Cloud.
 * @throws ConfigurationError if an option cannot work
 * @example
 * const dcs = createDcsClient({ cloud: "otc", region: "eu-de", projectId, auth: token("…") });
 * for await (const record of dcs.listBackupRecords({ instance_id })) console.log(record.status);
 */
export function createDcsClient(options: DcsClientOptions): DcsClient {
  return openDcsClient(options);
}

/** The same for options whose types do not say that they fit together. */
export function openDcsClient(options: AnyDcsOptions): DcsClient {
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
