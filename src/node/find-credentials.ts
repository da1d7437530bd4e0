import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { alibabaAccessKey } from "../auth/access-key.js";
import { token } from "../auth/token.js";
import type { Auth } from "../core/auth.js";
import type { BackupService } from "../records/record.js";
import { fromCloudsYaml } from "./clouds-yaml.js";
import type { FoundCredentials } from "./credentials.js";
import { type Environment, fromEnvironment } from "./environment.js";
import { isLocal } from "./local.js";

/** What credentials are looked for. */
export interface CredentialSearch {
  readonly service: BackupService;
  readonly cloud: "huaweicloud" | "otc" | "alibabacloud" | undefined;
  readonly baseUrl: string | undefined;
  readonly env: Environment;
  /** Whether a clouds.yaml that the environment does not name counts. @default true */
  readonly cloudsYaml?: boolean | undefined;
}

/**
 * Credentials from the environment, else from a clouds.yaml where there is one. A service on this machine
 * takes anything, so without any it gets a placeholder that is no secret.
 * @throws ConfigurationError that says what to set
 */
export function findCredentials(search: CredentialSearch): FoundCredentials {
  const { service, baseUrl, env, cloudsYaml = true } = search;
  const cloud = search.cloud === "alibabacloud" ? undefined : search.cloud;
  const anySet = variables[service].some((name) => env[name]);
  if (!anySet && isLocal(baseUrl)) {
    return { auth: placeholder(service), source: "none are set: the local service gets a placeholder" };
  }
  if (!anySet && cloudsYaml && service !== "starrocks" && hasCloudsYaml(env)) return fromCloudsYaml({ env });
  return fromEnvironment({ service, cloud, env });
}

const openStack = [
  "OS_CLOUD",
  "OS_TOKEN",
  "OS_ACCESS_KEY",
  "OS_SECRET_KEY",
  "OS_USERNAME",
  "OS_PASSWORD",
] as const;

/** The variables of which one is enough to say where the credentials are. */
const variables: Readonly<Record<BackupService, readonly string[]>> = {
  dcs: ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", ...openStack],
  vbs: openStack,
  starrocks: ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
};

function hasCloudsYaml(env: Environment): boolean {
  const home = env["HOME"] || homedir();
  const file = env["OS_CLIENT_CONFIG_FILE"];
  const places = file
    ? [file]
    : ["clouds.yaml", join(home, ".config/openstack/clouds.yaml"), "/etc/openstack/clouds.yaml"];
  return places.some((place) => existsSync(place));
}

function placeholder(service: BackupService): Auth {
  if (service !== "starrocks") return token("placeholder");
  return alibabaAccessKey({ accessKeyId: "placeholder", accessKeySecret: "placeholder" });
}
