import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { alibabaAccessKey } from "../../auth/alibaba-access-key.js";
import { token } from "../../auth/token.js";
import { isLoopback } from "../../core/endpoint.js";
import {
  type Environment,
  type FoundCredentials,
  fromCloudsYaml,
  fromEnvironment,
} from "../../node/index.js";
import { accountEnvironment } from "./account.js";
import type { CredentialsNeed } from "./read.js";

/**
 * An account's credentials for a service, from the variables that it sees, else from a clouds.yaml where it
 * maps none. A service on this machine takes anything, so without any it gets a placeholder that is no
 * secret. Needs Node.
 * @throws ConfigurationError that says what to set
 */
export function findAccountCredentials(need: CredentialsNeed, env: Environment): FoundCredentials {
  const { account, service, baseUrl } = need;
  const cloud = need.cloud === "alibabacloud" || need.cloud === null ? undefined : need.cloud;
  const seen = accountEnvironment(account, env);
  if (!ENOUGH[service].some((name) => seen[name])) {
    if (baseUrl !== null && isLoopback(new URL(baseUrl).hostname)) {
      const placeholder =
        service === "starrocks"
          ? alibabaAccessKey({ accessKeyId: "placeholder", accessKeySecret: "placeholder" })
          : token("placeholder");
      return { auth: placeholder, source: "none are set: the local service gets a placeholder" };
    }
    const own = Object.keys(account.environment).length > 0;
    if (!own && service !== "starrocks" && hasCloudsYaml(env)) return fromCloudsYaml({ env });
  }
  return fromEnvironment({ service, cloud, env: seen });
}

const OPEN_STACK = ["OS_CLOUD", "OS_TOKEN", "OS_ACCESS_KEY", "OS_SECRET_KEY", "OS_USERNAME", "OS_PASSWORD"];

/** The variables of which one is enough to say where the credentials are. */
const ENOUGH = {
  dcs: ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", ...OPEN_STACK],
  vbs: OPEN_STACK,
  starrocks: ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
} as const;

function hasCloudsYaml(env: Environment): boolean {
  const file = env["OS_CLIENT_CONFIG_FILE"];
  const home = env["HOME"] || homedir();
  const usual = ["clouds.yaml", join(home, ".config/openstack/clouds.yaml"), "/etc/openstack/clouds.yaml"];
  return (file ? [file] : usual).some((place) => existsSync(place));
}
