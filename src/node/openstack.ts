import { huaweiAccessKey, iamPassword, otcAccessKey, token } from "../auth/index.js";
import type { Auth } from "../core/auth.js";
import type { FoundCredentials, Setting, UsedSettings } from "./credentials.js";

/**
 * The settings of OpenStack clients, wherever they are written. `read` takes the keys that clouds.yaml has for
 * one setting, the usual one first.
 */
export function openStackSettings(read: (...keys: readonly [string, ...string[]]) => Setting) {
  return {
    token: read("token"),
    accessKey: read("ak", "access_key"),
    secretKey: read("sk", "secret_key"),
    securityToken: read("security_token"),
    username: read("username"),
    password: read("password"),
    userDomainName: read("user_domain_name"),
    userDomainId: read("user_domain_id"),
    domainName: read("domain_name"),
    domainId: read("domain_id"),
    projectName: read("project_name", "tenant_name"),
    projectId: read("project_id", "tenant_id"),
    authUrl: read("auth_url"),
    region: read("region_name"),
  };
}

export type OpenStackSettings = Readonly<ReturnType<typeof openStackSettings>>;

/** How to authenticate. */
export type Method = "token" | "accessKey" | "password";

/** The cloud that the settings are for: Huawei Cloud if its IAM is the endpoint, otherwise OTC. */
export function cloudOf({ authUrl }: OpenStackSettings): "huaweicloud" | "otc" {
  return /^https:\/\/[^/?#@]*\.myhuaweicloud\.com([:/]|$)/.test(authUrl.value) ? "huaweicloud" : "otc";
}

/** The first method of which anything is set: a token, an access key, a password. */
export function methodOf(settings: OpenStackSettings): Method | undefined {
  if (settings.token.value) return "token";
  if (settings.accessKey.value || settings.secretKey.value) return "accessKey";
  return settings.username.value || settings.password.value ? "password" : undefined;
}

/**
 * Makes credentials of OpenStack settings. A project's id is used before its name, the user's domain before
 * the other one.
 * @throws ConfigurationError if a setting that the method needs is missing or malformed
 */
export function openStackCredentials(
  settings: OpenStackSettings,
  method: Method,
  used: UsedSettings,
): Omit<FoundCredentials, "source"> {
  const cloud = cloudOf(settings);
  const region = used.optional(settings.region) ?? regionOf(settings.authUrl, used);
  const projectId = used.optional(settings.projectId);
  const make: Record<Method, () => Auth> = {
    token: () => token(used.required(settings.token)),
    accessKey() {
      const key = {
        accessKeyId: used.required(settings.accessKey),
        secretAccessKey: used.required(settings.secretKey),
        securityToken: used.optional(settings.securityToken),
      };
      return cloud === "otc" ? otcAccessKey(key) : huaweiAccessKey(key);
    },
    password() {
      const { userDomainName, userDomainId, domainName, domainId } = settings;
      const domain = [userDomainName, userDomainId, domainName, domainId].find(({ value }) => value);
      const byId = domain === userDomainId || domain === domainId;
      return iamPassword({
        username: used.required(settings.username),
        password: used.required(settings.password),
        [byId ? "domainId" : "domainName"]: used.required(domain ?? userDomainName),
        projectId,
        projectName: projectId === undefined ? used.optional(settings.projectName) : undefined,
        iamUrl: used.optional(settings.authUrl),
      });
    },
  };
  const projectName = projectId === undefined ? settings.projectName.value || undefined : undefined;
  return { auth: make[method](), cloud, region, projectId, projectName };
}

/** The region in `https://iam.eu-de.otc.t-systems.com/v3`, if no setting states one. */
function regionOf(authUrl: Setting, used: UsedSettings): string | undefined {
  const region = /^https:\/\/iam\.([a-z0-9-]+)\.(otc\.t-systems|myhuaweicloud)\.com([:/]|$)/.exec(
    authUrl.value,
  );
  if (region) used.optional(authUrl);
  return region?.[1];
}
