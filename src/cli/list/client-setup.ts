import { findProjectId } from "../../core/auth.js";
import { checkBaseUrl } from "../../core/endpoint.js";
import { ConfigurationError } from "../../core/errors.js";
import type { ClientOptions } from "../../core/options.js";
import { chooseCloud } from "../../node/choose-cloud.js";
import type { FoundCredentials } from "../../node/credentials.js";
import { endpointVariable } from "../../node/endpoint-variable.js";
import { isLocal } from "../../node/local.js";
import { proxiedFetch } from "../../node/proxied-fetch.js";
import { proxyFor } from "../../node/proxy.js";
import type { Service } from "../../records/service.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { debugEvents } from "./debug.js";
import type { DriftNotes } from "./drift-notes.js";
import type { ListOptions } from "./options.js";
import { waitNotes } from "./wait-notes.js";

/** Where a service is reached, and with which client options. */
export interface ClientSetup {
  readonly cloud: ListOptions["cloud"];
  readonly region: string | undefined;
  readonly baseUrl: string | undefined;
  readonly project: string | undefined;
  /** Options of the client. */
  readonly client: Pick<ClientOptions, "auth" | "fetch" | "onEvent" | "onDrift" | "timeout" | "retry">;
}

/**
 * Resolves endpoint and credentials: options first, then the environment. `--debug` shows
 * which source was used, and then every event.
 * @throws Problem, ConfigurationError
 */
export async function findClientSetup(
  service: Service,
  options: ListOptions,
  terminal: Terminal,
  drift: DriftNotes,
): Promise<ClientSetup> {
  const { env, say } = terminal;
  const debug = (line: string) => {
    if (options.debug) say(["dim", `debug: ${line}`]);
  };
  const variable = endpointVariable(service.name);
  const baseUrl = options.baseUrl ?? (env[variable] || undefined);
  if (baseUrl !== undefined) {
    checkBaseUrl(baseUrl);
    debug(`endpoint: ${options.baseUrl === undefined ? variable : "--base-url"}`);
  }
  refuseCloud(service, options.cloud);
  const { cloud, region } = options;
  const { cloud: chosen, note } = chooseCloud({ service, cloud, region, baseUrl, env });
  if (note !== undefined) terminal.note(note);
  const credentials = await lookForCredentials(service, baseUrl, chosen, env);
  const found = "auth" in credentials ? credentials : undefined;
  const fetch = proxiedFetch(env);
  // A login tells the id of a project that is known by its name.
  const byName = service.needsProject && options.project === undefined && found?.projectName !== undefined;
  const project =
    found && byName
      ? await interruptibly(terminal, () =>
          findProjectId(found.auth, {
            service: service.name,
            cloud: chosen ?? found.cloud,
            region: options.region ?? found.region,
            fetch,
            timeout: options.timeout,
          }),
        )
      : undefined;
  const place = {
    cloud: chosen ?? found?.cloud,
    region: options.region ?? found?.region,
    baseUrl,
    project: options.project ?? found?.projectId ?? project ?? (isLocal(baseUrl) ? "local" : undefined),
  };
  const missing = missingPlaces(service, place, found?.projectName);
  if (!("auth" in credentials)) throw lacking(service, [credentials.message, ...missing]);
  if (missing.length > 0) throw lacking(service, missing);
  const proxy = proxyFor(new URL(baseUrl ?? `https://${service.name}.invalid`), env);
  if (proxy) debug(`proxy: ${proxy.host} from ${proxy.variable}`);
  debug(`credentials: ${credentials.source} (${credentials.auth.scheme})`);
  return {
    ...place,
    client: {
      auth: credentials.auth,
      fetch,
      onEvent: options.debug ? debugEvents(debug) : waitNotes(terminal, say, options.attempts),
      onDrift: drift.take,
      timeout: options.timeout,
      retry: { attempts: options.attempts },
    },
  };
}

/** Ctrl-C ends the command while this runs. */
async function interruptibly<Result>(terminal: Terminal, work: () => Promise<Result>): Promise<Result> {
  const release = terminal.onInterrupt(() => terminal.exit(exitCodes.interrupted));
  try {
    return await work();
  } finally {
    release();
  }
}

/** Another cloud's credentials must not reach a service. */
function refuseCloud({ name, clouds }: Service, cloud: ListOptions["cloud"]): void {
  if (cloud === undefined || Object.hasOwn(clouds, cloud)) return;
  const [only = "", other] = Object.keys(clouds);
  const instead = other === undefined ? `it is in ${only} alone` : `it is in ${only} and ${other}`;
  throw new Problem(`--cloud ${cloud} does not have ${name}: ${instead}`);
}

/** Credentials, or the error that there are none, to be reported together with everything else that is missing. */
async function lookForCredentials(
  service: Service,
  baseUrl: string | undefined,
  cloud: ListOptions["cloud"],
  env: Terminal["env"],
): Promise<FoundCredentials | ConfigurationError> {
  const { findCredentials } = await import("../../node/find-credentials.js");
  try {
    return findCredentials({ service: service.name, cloud, baseUrl, env });
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

/** All that is missing, each on a line of its own if it is more than one thing. */
function lacking({ name }: Service, items: readonly string[]): Problem {
  const [first = "", ...others] = items;
  if (others.length === 0) return new Problem(first);
  return new Problem(`${items.length} things are missing to reach ${name}`, exitCodes.usage, { items });
}

/** What else is missing, and what to pass. */
function missingPlaces(
  service: Service,
  place: Omit<ClientSetup, "client">,
  projectName: string | undefined,
): string[] {
  const { cloud, region, baseUrl, project } = place;
  const missing: string[] = [];
  if (baseUrl === undefined && cloud === undefined && Object.keys(service.clouds).length > 1)
    missing.push(`--cloud is missing; pass ${orList(Object.keys(service.clouds))}, or --base-url instead`);
  if (baseUrl === undefined && region === undefined)
    missing.push("--region is missing; pass it, or --base-url instead");
  if (project === undefined && service.needsProject) {
    const variable = cloud === "huaweicloud" ? "HUAWEICLOUD_SDK_PROJECT_ID" : "OS_PROJECT_ID";
    const what = projectName === undefined ? "a project" : `the id of the project "${projectName}"`;
    missing.push(`${service.name} needs ${what}: pass --project ID or set ${variable}`);
  }
  return missing;
}
