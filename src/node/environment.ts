import { alibabaAccessKey, huaweiAccessKey } from "../auth/index.js";
import { ConfigurationError } from "../core/errors.js";
import type { BackupService } from "../records/record.js";
import { fromCloudsYaml } from "./clouds-yaml.js";
import { blaming, type FoundCredentials, type Setting, Taken } from "./credentials.js";
import { cloudOf, methodOf, type OpenStackSettings, openStackCredentials } from "./openstack.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Options of `fromEnvironment`. */
export interface EnvironmentOptions {
  /** What the credentials are for. */
  readonly service: BackupService;
  /** Takes variables of this cloud alone; VBS is OTC's. @default whichever variables are found first */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** @default process.env */
  readonly env?: Environment | undefined;
  /** Where to look for the clouds.yaml that OS_CLOUD speaks of; see `fromCloudsYaml`. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * Credentials from the environment, under the vendors' own names. For StarRocks these are
 * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `_SECRET`, and `ALIBABA_CLOUD_SECURITY_TOKEN`. For DCS and VBS, the
 * first of these of which anything is set is taken, and must be complete:
 *
 * 1. `HUAWEICLOUD_SDK_AK` and `_SK`, with `_PROJECT_ID` and `_SECURITY_TOKEN` (Huawei Cloud);
 * 2. `OS_CLOUD`, an entry of clouds.yaml;
 * 3. `OS_TOKEN`;
 * 4. `OS_ACCESS_KEY` and `OS_SECRET_KEY`, with `OS_SECURITY_TOKEN`;
 * 5. `OS_USERNAME` and `OS_PASSWORD`, with `OS_USER_DOMAIN_NAME`, `_ID`, or `OS_DOMAIN_NAME`, `_ID`.
 *
 * 3 to 5 go with `OS_AUTH_URL`, `OS_REGION_NAME`, `OS_PROJECT_ID` and `OS_PROJECT_NAME`. They are OTC's,
 * unless `OS_AUTH_URL` is an address of Huawei Cloud's: a credential is never sent to the other cloud.
 * @throws ConfigurationError that says which variables to set
 */
export function fromEnvironment(options: EnvironmentOptions): FoundCredentials {
  const { service, env = process.env, paths } = options;
  const all: Setting[] = [];
  const setting = (name: string): Setting => {
    const found = { name, value: env[name] ?? "" };
    all.push(found);
    return found;
  };
  const found = (make: (taken: Taken) => Omit<FoundCredentials, "source">): FoundCredentials => {
    const taken = new Taken();
    const credentials = blaming("environment", () => make(taken));
    return { ...credentials, source: `environment: ${taken.describe(all)}` };
  };
  const nothing = (names: string) => {
    const message = `No credentials for ${service} in the environment: set ${names}`;
    return new ConfigurationError(message + new Taken().describe(all));
  };

  const alibaba = {
    id: setting("ALIBABA_CLOUD_ACCESS_KEY_ID"),
    secret: setting("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
    securityToken: setting("ALIBABA_CLOUD_SECURITY_TOKEN"),
  };
  const huawei = {
    id: setting("HUAWEICLOUD_SDK_AK"),
    secret: setting("HUAWEICLOUD_SDK_SK"),
    securityToken: setting("HUAWEICLOUD_SDK_SECURITY_TOKEN"),
    projectId: setting("HUAWEICLOUD_SDK_PROJECT_ID"),
  };
  const cloudName = setting("OS_CLOUD");
  const openStack = openStackSettings(setting);

  if (service === "starrocks") {
    if (!alibaba.id.value && !alibaba.secret.value) {
      throw nothing("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    }
    return found((taken) => ({
      auth: alibabaAccessKey({
        accessKeyId: taken.required(alibaba.id),
        accessKeySecret: taken.required(alibaba.secret),
        securityToken: taken.optional(alibaba.securityToken),
      }),
    }));
  }

  const cloud = service === "vbs" ? "otc" : options.cloud;
  if (cloud !== "otc" && (huawei.id.value || huawei.secret.value)) {
    return found((taken) => ({
      auth: huaweiAccessKey({
        accessKeyId: taken.required(huawei.id),
        secretAccessKey: taken.required(huawei.secret),
        securityToken: taken.optional(huawei.securityToken),
      }),
      cloud: "huaweicloud",
      projectId: taken.optional(huawei.projectId),
    }));
  }
  if (cloudName.value) {
    const credentials = fromCloudsYaml({ cloud: cloudName.value, env, paths });
    if (cloud === undefined || credentials.cloud === cloud) {
      const taken = new Taken();
      taken.optional(cloudName);
      return { ...credentials, source: `environment: ${taken.describe(all)}; ${credentials.source}` };
    }
  }
  const method = methodOf(openStack);
  if (method !== undefined && (cloud === undefined || cloudOf(openStack) === cloud)) {
    return found((taken) => openStackCredentials(openStack, method, taken));
  }
  const osNames = "OS_CLOUD, OS_TOKEN, OS_ACCESS_KEY and OS_SECRET_KEY, or OS_USERNAME and OS_PASSWORD";
  throw nothing(cloud === "otc" ? osNames : `HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or ${osNames}`);
}

function openStackSettings(setting: (name: string) => Setting): OpenStackSettings {
  return {
    token: setting("OS_TOKEN"),
    accessKey: setting("OS_ACCESS_KEY"),
    secretKey: setting("OS_SECRET_KEY"),
    securityToken: setting("OS_SECURITY_TOKEN"),
    username: setting("OS_USERNAME"),
    password: setting("OS_PASSWORD"),
    userDomainName: setting("OS_USER_DOMAIN_NAME"),
    userDomainId: setting("OS_USER_DOMAIN_ID"),
    domainName: setting("OS_DOMAIN_NAME"),
    domainId: setting("OS_DOMAIN_ID"),
    projectName: setting("OS_PROJECT_NAME"),
    projectId: setting("OS_PROJECT_ID"),
    authUrl: setting("OS_AUTH_URL"),
    region: setting("OS_REGION_NAME"),
  };
}
