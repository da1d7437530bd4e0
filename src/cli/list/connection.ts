import type { ClientOptions } from "../../core/options.js";
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
  const { env, say, err } = terminal;
  const debug = (line: string) => {
    if (options.debug) say(err.style.dim(`debug: ${line}`));
  };
  const variable = `BACKUP_RECORDS_${service.toUpperCase()}_URL`;
  const baseUrl = options.baseUrl ?? (env[variable] || undefined);
  if (baseUrl !== undefined) {
    debug(`endpoint: ${options.baseUrl === undefined ? variable : "--base-url"}`);
  }
  const { findCredentials } = await import("../../node/find-credentials.js");
  const found = findCredentials({ service, cloud: options.cloud, baseUrl, env });
  debug(`credentials: ${found.source} (${found.auth.scheme})`);
  return {
    cloud: options.cloud ?? found.cloud,
    region: options.region ?? found.region,
    baseUrl,
    project: options.project ?? found.projectId ?? (isLocal(baseUrl) ? "local" : undefined),
    client: {
      auth: found.auth,
      fetch: await proxiedFetch(env, baseUrl, debug),
      onEvent: options.debug ? debugEvents(debug) : undefined,
      onDrift: drift.take,
      timeout: options.timeout,
      retry: { attempts: options.attempts },
    },
  };
}

/**
 * The project to ask about.
 * @throws Problem that says where it can be given
 */
export function projectOf(service: BackupService, { project, cloud }: Connection): string {
  if (project !== undefined) return project;
  const variable = cloud === "huaweicloud" ? "HUAWEICLOUD_SDK_PROJECT_ID" : "OS_PROJECT_ID";
  throw new Problem(`${service} needs a project: pass --project ID or set ${variable}`);
}
