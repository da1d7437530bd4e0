import { alibabaAccessKey, huaweiAccessKey } from "../auth/index.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import type { BackupService } from "../records/record.js";
import { services } from "../services.js";
import { fromCloudsYaml } from "./clouds-yaml.js";
import { type FoundCredentials, type Setting, UsedSettings, withErrorPrefix } from "./credentials.js";
import { cloudOf, methodOf, openStackCredentials, openStackSettings } from "./openstack.js";
import { proxiedFetch } from "./proxied-fetch.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Options of `fromEnvironment`. */
export interface EnvironmentOptions {
  /** What the credentials are for. */
  readonly service: BackupService;
  /** Uses only variables of this cloud; VBS is OTC's. @default the variables that are found first */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** The variables to read, by name. @default process.env */
  readonly env?: Environment | undefined;
  /** Where to look for the clouds.yaml that OS_CLOUD refers to; see `fromCloudsYaml`. */
  readonly paths?: readonly string[] | undefined;
}

const optionTypes = { service: "string", cloud: "string", env: "object", paths: "object" } as const;

/**
 * Credentials from the environment, under the vendors' own names. For StarRocks these are
 * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `_SECRET`, and `ALIBABA_CLOUD_SECURITY_TOKEN`. For DCS and VBS, the
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
 * credential is never sent to the other cloud.
 * @throws ConfigurationError that says which variables to set, or which option there is not
 */
export function fromEnvironment(options: EnvironmentOptions): FoundCredentials {
  checkOptions(options, optionTypes, "fromEnvironment option", (problem) => new ConfigurationError(problem));
  const fetch = proxiedFetch(options.env ?? process.env);
  return { ...readEnvironment(options), ...(fetch && { fetch }) };
}

/** Whether a service takes an access key of Alibaba Cloud. */
export function usesAlibabaCloud(name: BackupService): boolean {
  return services.some((service) => service.name === name && service.clouds.includes("alibabacloud"));
}

/** Whether only Open Telekom Cloud has a service. */
export function usesOtcAlone(name: BackupService): boolean {
  return services.some(({ name: own, clouds }) => own === name && clouds.every((cloud) => cloud === "otc"));
}

function readEnvironment(options: EnvironmentOptions): FoundCredentials {
  const { service, env = process.env, paths } = options;
  const all = new Map<string, Setting>();
  const setting = (name: string): Setting => {
    const found = { name, value: env[name] ?? "" };
    all.set(name, found);
    return found;
  };
  const found = (make: (used: UsedSettings) => Omit<FoundCredentials, "source">): FoundCredentials => {
    const used = new UsedSettings();
    const credentials = withErrorPrefix("environment", () => make(used));
    return { ...credentials, source: `environment: ${used.describe(all.values())}` };
  };
  const nothing = (names: string) => {
    const message = `No credentials for ${service} in the environment: set ${names}`;
    return new ConfigurationError(message + new UsedSettings().describe(all.values()));
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
  const openStack = openStackSettings((usual, ...others) => {
    const settings = [usual, ...others].map((key) => setting(variableOf(key)));
    return settings.find(({ value }) => value) ?? setting(variableOf(usual));
  });

  if (usesAlibabaCloud(service)) {
    if (!alibaba.id.value && !alibaba.secret.value) {
      throw nothing("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    }
    return found((used) => ({
      auth: alibabaAccessKey({
        accessKeyId: used.required(alibaba.id),
        accessKeySecret: used.required(alibaba.secret),
        securityToken: used.optional(alibaba.securityToken),
      }),
    }));
  }

  const cloud = usesOtcAlone(service) ? "otc" : options.cloud;
  if (cloud !== "otc" && (huawei.id.value || huawei.secret.value)) {
    return found((used) => ({
      auth: huaweiAccessKey({
        accessKeyId: used.required(huawei.id),
        secretAccessKey: used.required(huawei.secret),
        securityToken: used.optional(huawei.securityToken),
      }),
      cloud: "huaweicloud",
      projectId: used.optional(huawei.projectId),
    }));
  }
  if (cloudName.value) {
    const credentials = fromCloudsYaml({ cloud: cloudName.value, env, paths });
    if (cloud === undefined || credentials.cloud === cloud) {
      const used = new UsedSettings();
      used.optional(cloudName);
      return { ...credentials, source: `environment: ${used.describe(all.values())}; ${credentials.source}` };
    }
  }
  const method = methodOf(openStack);
  if (method !== undefined && (cloud === undefined || cloudOf(openStack) === cloud)) {
    return found((used) => openStackCredentials(openStack, method, used));
  }
  const osNames = "OS_CLOUD, OS_TOKEN, OS_ACCESS_KEY and OS_SECRET_KEY, or OS_USERNAME and OS_PASSWORD";
  throw nothing(cloud === "otc" ? osNames : `HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or ${osNames}`);
}

/** The variable for a key of clouds.yaml. */
function variableOf(key: string): string {
  const long = key === "ak" ? "access_key" : key === "sk" ? "secret_key" : key;
  return `OS_${long.toUpperCase()}`;
}
