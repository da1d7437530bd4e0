import { endpoints, operations, type VbsMethods, type VbsRegions } from "../../generated/vbs/operations.js";
import type { paths } from "../../generated/vbs/types.js";
import type { AuthFor } from "../core/auth.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";
import { vbsAdvice } from "./advice.js";
import { toBackupRecord } from "./record.js";

/** Where VBS is reached: Open Telekom Cloud in a region, or `baseUrl`. */
export interface VbsClientOptions extends ClientOptions {
  /** `otc` Open Telekom Cloud, the only cloud with this service. @default "otc" */
  readonly cloud?: "otc" | undefined;
  /** The vendor lists the service in `eu-de` only. @default "eu-de" */
  readonly region?: VbsRegions["otc"] | undefined;
  /** How to authenticate, with credentials of Open Telekom Cloud. */
  readonly auth: AuthFor<"otc">;
  /** Id of the project that the policies belong to. */
  readonly projectId: string;
}

/** A client of the Volume Backup Service. */
export type VbsClient = ServiceClient<VbsMethods, paths>;

/**
 * Makes a client of the Volume Backup Service of Open Telekom Cloud.
 * @throws ConfigurationError if an option cannot work
 * @example
 * const vbs = createVbsClient({ projectId, auth: token("…") });
 * for await (const task of vbs.listBackupTasks({ policy_id })) console.log(task.status);
 */
export function createVbsClient(options: VbsClientOptions): VbsClient {
  const endpoint = chooseEndpoint(endpoints, options, { cloud: "otc", region: "eu-de" });
  return createClient<VbsMethods, paths>(
    {
      service: "vbs",
      operations,
      records: { listBackupTasks: toBackupRecord },
      validators: async () => (await import("../../generated/vbs/validators.js")).success,
      advice: vbsAdvice,
    },
    options,
    { ...endpoint, projectId: options.projectId },
  );
}
