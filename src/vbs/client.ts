import { loadEngine } from "#engine";
import { operations, type VbsMethods } from "../../generated/vbs/operations.js";
import type { paths } from "../../generated/vbs/types.js";
import { createClient, type ServiceClient } from "../core/client.js";
import { chooseEndpoint } from "../core/endpoint.js";
import type { ClientOptions } from "../core/options.js";

/** Where VBS is reached: Open Telekom Cloud in a region, or `baseUrl`. */
export interface VbsClientOptions extends ClientOptions {
  /** @default "otc" */
  readonly cloud?: "otc" | undefined;
  /** The vendor lists the service in `eu-de` only. @default "eu-de" */
  readonly region?: string | undefined;
  /** Id of the project whose policies are asked about. */
  readonly projectId: string;
}

/** A client of the Volume Backup Service. */
export type VbsClient = ServiceClient<VbsMethods, paths>;

/**
 * Makes a client of the Volume Backup Service of Open Telekom Cloud.
 * @throws ConfigurationError where an option cannot work
 * @example
 * const vbs = createVbsClient({ projectId, auth: token("…") });
 * for await (const task of vbs.listBackupTasks({ policy_id })) console.log(task.status);
 */
export function createVbsClient(options: VbsClientOptions): VbsClient {
  const { cloud = "otc", region = "eu-de", baseUrl } = options;
  const endpoint = chooseEndpoint(ENDPOINTS, { cloud, region, baseUrl });
  return createClient<VbsMethods, paths>(
    {
      service: "vbs",
      operations,
      loadEngine,
      validators: async () => (await import("./validators.js")).success,
      toRecord: async () => (await import("./record.js")).toBackupRecord,
      advice: async () => (await import("./advice.js")).vbsAdvice,
    },
    options,
    { ...endpoint, projectId: options.projectId },
  );
}

const ENDPOINTS = { otc: "https://vbs.{region}.otc.t-systems.com" };
