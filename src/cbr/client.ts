import { type CbrMethods, type CbrRegions, endpoints, operations } from "../../generated/cbr/operations.js";
import type { paths } from "../../generated/cbr/types.js";
import type { AuthFor } from "../core/auth.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions, EndpointOptions, RegionOptions } from "../core/options.js";
import { cbrAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** The clouds that offer CBR: Huawei Cloud and Open Telekom Cloud. */
type CbrCloud = keyof CbrRegions;

/** CBR in a region of its cloud, at the cloud's own endpoint unless `baseUrl` names another. */
export interface CbrRegionOptions<Cloud extends CbrCloud> extends RegionOptions<Cloud, CbrRegions[Cloud]> {
  /** `huaweicloud` Huawei Cloud · `otc` Open Telekom Cloud. */
  readonly cloud: Cloud;
  /** Id of the project that the vaults belong to. */
  readonly projectId: string;
}

/** CBR at an endpoint of which no cloud is known, such as a mock's. */
export interface CbrEndpointOptions extends EndpointOptions<CbrRegions[CbrCloud]> {
  /** Not with an endpoint alone: a client that names its cloud needs a region, too (`CbrRegionOptions`). */
  readonly cloud?: undefined;
  /** How to authenticate, with credentials of one of the clouds. */
  readonly auth: AuthFor<"huaweicloud"> | AuthFor<"otc">;
  /** Id of the project that the vaults belong to. */
  readonly projectId: string;
}

/** Where CBR is reached: a cloud and its region, with credentials of that cloud, or `baseUrl`. */
export type CbrClientOptions =
  | CbrRegionOptions<"huaweicloud">
  | CbrRegionOptions<"otc">
  // One of the two, which only run time tells: both must know the credentials.
  | CbrRegionOptions<CbrCloud>
  | CbrEndpointOptions;

/** Options that are checked at run time alone, as those of a target are. */
interface AnyCbrOptions extends ClientOptions {
  readonly cloud?: CbrCloud | undefined;
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
  return openCbrClient(options);
}

/** The same for options whose types do not say that they fit together. */
export function openCbrClient(options: AnyCbrOptions): CbrClient {
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
