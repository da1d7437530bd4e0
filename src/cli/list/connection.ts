import { ConfigurationError } from "../../core/errors.js";
import type { ClientOptions } from "../../core/options.js";
import type { FoundCredentials } from "../../node/credentials.js";
import { isLocal } from "../../node/local.js";
import { proxiedFetch } from "../../node/proxied-fetch.js";
import type { BackupService } from "../../records/record.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { debugEvents } from "./debug.js";
import type { DriftNotes } from "./drift-notes.js";
import type { ListOptions } from "./options.js";

/** Where a service is reached, and with what. */
export interface Connection {
  readonly cloud: ListOptions["cloud"];
  readonly region: string | undefined;
  readonly baseUrl: string | undefined;
  readonly project: string | undefined;
  /** What every client takes. */
  readonly client: Pick<ClientOptions, "auth" | "fetch" | "onEvent" | "onDrift" | "timeout" | "retry">;
}

/**
 * Settles where to ask and with which credentials: options first, then the environment. `--debug` tells
 * which source won, and then every event.
 * @throws Problem, ConfigurationError
 */
export async function connect(
  service: BackupService,
  options: ListOptions,
  terminal: Terminal,
  drift: DriftNotes,
): Promise<Connection> {
  const { env, say } = terminal;
  const debug = (line: string) => {
    if (options.debug) say(["dim", `debug: ${line}`]);
  };
  const variable = `BACKUP_RECORDS_${service.toUpperCase()}_URL`;
  const baseUrl = options.baseUrl ?? (env[variable] || undefined);
  if (baseUrl !== undefined) {
    debug(`endpoint: ${options.baseUrl === undefined ? variable : "--base-url"}`);
  }
  refuseCloud(service, options.cloud);
  const credentials = await lookForCredentials(service, baseUrl, options, env);
  const found = "auth" in credentials ? credentials : undefined;
  const place = {
    cloud: options.cloud ?? found?.cloud,
    region: options.region ?? found?.region,
    baseUrl,
    project: options.project ?? found?.projectId ?? (isLocal(baseUrl) ? "local" : undefined),
  };
  const missing = missingPlaces(service, place);
  if (!("auth" in credentials)) throw new Problem([credentials.message, ...missing].join(". "));
  if (missing.length > 0) throw new Problem(missing.join(". "));
  debug(`credentials: ${credentials.source} (${credentials.auth.scheme})`);
  return {
    ...place,
    client: {
      auth: credentials.auth,
      fetch: await proxiedFetch(env, baseUrl, debug),
      onEvent: options.debug ? debugEvents(debug) : undefined,
      onDrift: drift.take,
      timeout: options.timeout,
      retry: { attempts: options.attempts },
    },
  };
}

/** Which clouds have a service. */
const clouds: Readonly<Record<BackupService, readonly NonNullable<ListOptions["cloud"]>[]>> = {
  dcs: ["huaweicloud", "otc"],
  vbs: ["otc"],
  starrocks: ["alibabacloud"],
};

/** Another cloud's credentials must not reach a service. */
function refuseCloud(service: BackupService, cloud: ListOptions["cloud"]): void {
  if (cloud === undefined || clouds[service].includes(cloud)) return;
  const [only = "", other] = clouds[service];
  const instead = other === undefined ? `it is in ${only} alone` : `it is in ${only} and ${other}`;
  throw new Problem(`--cloud ${cloud} does not have ${service}: ${instead}`);
}

/** Credentials, or the one failure to find any, to be told together with whatever else is missing. */
async function lookForCredentials(
  service: BackupService,
  baseUrl: string | undefined,
  { cloud }: ListOptions,
  env: Terminal["env"],
): Promise<FoundCredentials | ConfigurationError> {
  const { findCredentials } = await import("../../node/find-credentials.js");
  try {
    return findCredentials({ service, cloud, baseUrl, env });
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

/** What else has to be given, each as a sentence that says how. */
function missingPlaces(service: BackupService, place: Omit<Connection, "client">): string[] {
  const { cloud, region, baseUrl, project } = place;
  const missing: string[] = [];
  if (baseUrl === undefined && cloud === undefined && service === "dcs")
    missing.push("--cloud is missing; pass huaweicloud or otc, or --base-url instead");
  if (baseUrl === undefined && region === undefined)
    missing.push("--region is missing; pass it, or --base-url instead");
  if (project === undefined && service !== "starrocks") {
    const variable = cloud === "huaweicloud" ? "HUAWEICLOUD_SDK_PROJECT_ID" : "OS_PROJECT_ID";
    missing.push(`${service} needs a project: pass --project ID or set ${variable}`);
  }
  return missing;
}
