import { alibabaAccessKey } from "../auth/access-key.js";
import { token } from "../auth/token.js";
import type { Auth } from "../core/auth.js";
import type { BackupService } from "../records/record.js";
import { fromCloudsYaml, hasCloudsYaml } from "./clouds-yaml.js";
import type { FoundCredentials } from "./credentials.js";
import { type Environment, fromEnvironment, usesAlibabaCloud, usesOtcAlone } from "./environment.js";
import { isLocal } from "./local.js";

/** What credentials are needed for, and where to look. */
export interface CredentialSearch {
  readonly service: BackupService;
  readonly cloud: "huaweicloud" | "otc" | "alibabacloud" | undefined;
  readonly baseUrl: string | undefined;
  readonly env: Environment;
  /** Whether to use a clouds.yaml that the environment does not name. @default true */
  readonly cloudsYaml?: boolean | undefined;
}

/**
 * Credentials from the environment, otherwise from a clouds.yaml if there is one. A service on this machine
 * accepts any credential, so without one it gets a placeholder that is not secret.
 * @throws ConfigurationError that says what to set
 */
export function findCredentials(search: CredentialSearch): FoundCredentials {
  const { service, baseUrl, env, cloudsYaml = true } = search;
  const cloud = search.cloud === "alibabacloud" ? undefined : search.cloud;
  const alibaba = usesAlibabaCloud(service);
  const names = alibaba
    ? alibabaVariables
    : usesOtcAlone(service)
      ? openStack
      : [...huaweiVariables, ...openStack];
  const anySet = names.some((name) => env[name]);
  if (!anySet && isLocal(baseUrl)) {
    return { auth: placeholder(alibaba), source: "none are set: the local service gets a placeholder" };
  }
  if (!anySet && cloudsYaml && !alibaba && hasCloudsYaml(env)) return fromCloudsYaml({ env });
  return fromEnvironment({ service, cloud, env });
}

/** If one of the variables of a service is set, credentials are read from the environment. */
const openStack = [
  "OS_CLOUD",
  "OS_TOKEN",
  "OS_ACCESS_KEY",
  "OS_SECRET_KEY",
  "OS_USERNAME",
  "OS_PASSWORD",
] as const;

const huaweiVariables = ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"] as const;

const alibabaVariables = ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"] as const;

function placeholder(alibaba: boolean): Auth {
  if (!alibaba) return token("placeholder");
  return alibabaAccessKey({ accessKeyId: "placeholder", accessKeySecret: "placeholder" });
}
