import { alibabaAccessKey } from "../auth/access-key.js";
import { token } from "../auth/token.js";
import type { Auth } from "../core/auth.js";
import { checkBaseUrl } from "../core/endpoint.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import type { BackupService } from "../records/record.js";
import { services } from "../services.js";
import { checkPaths, fromCloudsYaml, hasCloudsYaml } from "./clouds-yaml.js";
import { type FoundCredentials, withErrorPrefix } from "./credentials.js";
import { endpointVariable } from "./endpoint-variable.js";
import {
  type Environment,
  hasCredentials,
  readVariables,
  usesAlibabaCloud,
  usesOtcAlone,
} from "./environment.js";
import { isLocal } from "./local.js";
import { proxiedFetch } from "./proxied-fetch.js";
import { oneOf, quote } from "./quote.js";

/** What credentials are needed for, and where to look. */
export interface CredentialSearch {
  readonly service: BackupService;
  readonly cloud: "huaweicloud" | "otc" | "alibabacloud" | undefined;
  readonly baseUrl: string | undefined;
  readonly env: Environment;
  /** Whether to use a clouds.yaml that the environment does not name. @default true */
  readonly cloudsYaml?: boolean | undefined;
  /** Where to look for a clouds.yaml; see `fromCloudsYaml`. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * Credentials from the environment, otherwise from a clouds.yaml if there is one. A service on this machine
 * accepts any credential, so without one it gets a placeholder that is not secret.
 * @throws ConfigurationError that says what to set
 */
export function findCredentials(search: CredentialSearch): FoundCredentials {
  const { service, baseUrl, env, cloudsYaml = true, paths } = search;
  const cloud = search.cloud === "alibabacloud" ? undefined : search.cloud;
  const alibaba = usesAlibabaCloud(service);
  const anySet = alibaba
    ? hasCredentials("alibabacloud", env)
    : hasCredentials("otc", env) || (!usesOtcAlone(service) && hasCredentials("huaweicloud", env));
  if (!anySet && isLocal(baseUrl)) {
    return { auth: placeholder(alibaba), source: "none are set: the local service gets a placeholder" };
  }
  if (!anySet && cloudsYaml && !alibaba && hasCloudsYaml(env, paths)) return fromCloudsYaml({ env, paths });
  return withProxy(readVariables({ service, cloud, env, paths }), env);
}

/** Options of `fromEnvironment`. */
export interface EnvironmentOptions {
  /** What the credentials are for. */
  readonly service: BackupService;
  /** Uses only variables of this cloud, which must offer the service. @default the variables that are found first */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** The variables to read, by name. @default process.env */
  readonly env?: Environment | undefined;
  /** Where to look for a clouds.yaml; see `fromCloudsYaml`. */
  readonly paths?: readonly string[] | undefined;
}

const optionTypes = { service: "string", cloud: "string", env: "object", paths: "object" } as const;

/**
 * Endpoint and credentials from the environment, as the command line finds them. The endpoint is
 * `BACKUP_RECORDS_<SERVICE>_URL`, if it is set. Credentials stand under the vendors' own names. For StarRocks these are
 * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `_SECRET`, and `ALIBABA_CLOUD_SECURITY_TOKEN`. For the other services, the
 * first of these of which anything is set is used, and must be complete:
 *
 * 1. `HUAWEICLOUD_SDK_AK` and `_SK`, with `_PROJECT_ID` and `_SECURITY_TOKEN` (Huawei Cloud);
 * 2. `OS_CLOUD`, an entry of clouds.yaml;
 * 3. `OS_TOKEN`;
 * 4. `OS_ACCESS_KEY` and `OS_SECRET_KEY`, with `OS_SECURITY_TOKEN`;
 * 5. `OS_USERNAME` and `OS_PASSWORD`, with `OS_USER_DOMAIN_NAME`, `_ID`, or `OS_DOMAIN_NAME`, `_ID`.
 *
 * 3 to 5 go with `OS_AUTH_URL`, `OS_REGION_NAME`, `OS_PROJECT_ID` and `OS_PROJECT_NAME`, or the older
 * `OS_TENANT_ID` and `OS_TENANT_NAME`. They are OTC's, unless `OS_AUTH_URL` is an address of Huawei Cloud: a
 * credential is never sent to the other cloud. If nothing of 1 to 5 is set, a clouds.yaml is used if there is one; an
 * endpoint on this machine gets a placeholder, and a project of that kind.
 * @throws ConfigurationError that says which variables to set, or which option is wrong
 */
export function fromEnvironment(options: EnvironmentOptions): FoundCredentials {
  checkOptions(options, optionTypes, "fromEnvironment option", (problem) => new ConfigurationError(problem));
  const { service, cloud, env = process.env, paths } = options;
  checkPlace(service, cloud);
  checkPaths(paths);
  const variable = endpointVariable(service);
  const baseUrl = env[variable]
    ? withErrorPrefix(variable, () => checkBaseUrl(env[variable] ?? ""))
    : undefined;
  const found = withProxy(findCredentials({ service, cloud, baseUrl, env, paths }), env);
  const { projectId, projectName } = found;
  const without = projectId === undefined && projectName === undefined && !usesAlibabaCloud(service);
  return {
    ...found,
    ...(without && isLocal(baseUrl) && { projectId: "local" }),
    ...(baseUrl !== undefined && { baseUrl }),
  };
}

/** Without types, any word can be passed; and the credentials of one cloud are none for another. */
function checkPlace(name: string | undefined, cloud: string | undefined): void {
  const service = services.find((one) => one.name === name);
  if (service === undefined) {
    const given = name === undefined ? "service is missing" : `there is no service ${quote(name)}`;
    throw new ConfigurationError(`${given}: write ${oneOf(services.map((one) => one.name))}`);
  }
  const { title, clouds } = service;
  if (cloud === undefined || clouds.some((one) => one === cloud)) return;
  throw new ConfigurationError(
    `${title} is not offered in cloud ${quote(cloud)}: write ${oneOf(clouds)}, or leave cloud out`,
  );
}

function withProxy(found: FoundCredentials, env: Environment): FoundCredentials {
  const fetch = proxiedFetch(env);
  return { ...found, ...(fetch && { fetch }) };
}

function placeholder(alibaba: boolean): Auth {
  if (!alibaba) return token("placeholder");
  return alibabaAccessKey({ accessKeyId: "placeholder", accessKeySecret: "placeholder" });
}
