import { alibabaAccessKey, huaweiAccessKey } from "../auth/index.js";
import { ConfigurationError } from "../core/errors.js";
import type { BackupService } from "../records/record.js";
import type { Cloud } from "../records/service.js";
import { services } from "../services.js";
import { fromCloudsYaml } from "./clouds-yaml.js";
import { type FoundCredentials, type Setting, UsedSettings, withErrorPrefix } from "./credentials.js";
import { cloudOf, methodOf, openStackCredentials, openStackSettings } from "./openstack.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Which variables to read. */
export interface VariablesOptions {
  readonly service: BackupService;
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  readonly env: Environment;
  readonly paths?: readonly string[] | undefined;
}

/** Whether a service takes an access key of Alibaba Cloud. */
export function usesAlibabaCloud(name: BackupService): boolean {
  return services.some((service) => service.name === name && service.clouds.includes("alibabacloud"));
}

/** Whether only Open Telekom Cloud has a service. */
export function usesOtcAlone(name: BackupService): boolean {
  return services.some(({ name: own, clouds }) => own === name && clouds.every((cloud) => cloud === "otc"));
}

/** The variables with which each cloud's credentials begin. Those of `otc` are OpenStack's, which both clouds take. */
const credentialVariables = {
  alibabacloud: ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
  huaweicloud: ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"],
  otc: ["OS_CLOUD", "OS_TOKEN", "OS_ACCESS_KEY", "OS_SECRET_KEY", "OS_USERNAME", "OS_PASSWORD"],
} as const;

/** Whether anything of a cloud's credentials is set. */
export function hasCredentials(cloud: Cloud, env: Environment): boolean {
  return credentialVariables[cloud].some((name) => env[name]);
}

/**
 * Credentials from variables, as `fromEnvironment` says.
 * @throws ConfigurationError that says which variables to set
 */
export function readVariables(options: VariablesOptions): FoundCredentials {
  const { service, env, paths } = options;
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
