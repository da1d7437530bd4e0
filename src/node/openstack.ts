import { huaweiAccessKey, iamPassword, otcAccessKey, token } from "../auth/index.js";
import type { Auth } from "../core/auth.js";
import type { FoundCredentials, Setting, Taken } from "./credentials.js";

/** What OpenStack clients can be told, wherever it is written. */
export type OpenStackSettings = Readonly<
  Record<
    | "token"
    | "accessKey"
    | "secretKey"
    | "securityToken"
    | "username"
    | "password"
    | "userDomainName"
    | "userDomainId"
    | "domainName"
    | "domainId"
    | "projectName"
    | "projectId"
    | "authUrl"
    | "region",
    Setting
  >
>;

/** How to authenticate. */
export type Method = "token" | "accessKey" | "password";

/** The cloud that the settings are for: Huawei Cloud where its IAM is the endpoint, OTC otherwise. */
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
 * Makes credentials of OpenStack settings. A project's id goes before its name, the user's domain before
 * the other.
 * @throws ConfigurationError where a setting that the method needs is missing or malformed
 */
export function openStackCredentials(
  settings: OpenStackSettings,
  method: Method,
  taken: Taken,
): Omit<FoundCredentials, "source"> {
  const cloud = cloudOf(settings);
  const region = taken.optional(settings.region) ?? regionOf(settings.authUrl, taken);
  const projectId = taken.optional(settings.projectId);
  const make: Record<Method, () => Auth> = {
    token: () => token(taken.required(settings.token)),
    accessKey() {
      const key = {
        accessKeyId: taken.required(settings.accessKey),
        secretAccessKey: taken.required(settings.secretKey),
        securityToken: taken.optional(settings.securityToken),
      };
      return cloud === "otc" ? otcAccessKey(key) : huaweiAccessKey(key);
    },
    password() {
      const { userDomainName, userDomainId, domainName, domainId } = settings;
      const domain = [userDomainName, userDomainId, domainName, domainId].find(({ value }) => value);
      const byId = domain === userDomainId || domain === domainId;
      return iamPassword({
        username: taken.required(settings.username),
        password: taken.required(settings.password),
        [byId ? "domainId" : "domainName"]: taken.required(domain ?? userDomainName),
        projectId,
        projectName: projectId === undefined ? taken.optional(settings.projectName) : undefined,
        iamUrl: taken.optional(settings.authUrl),
      });
    },
  };
  return { auth: make[method](), cloud, region, projectId };
}

/** `https://iam.eu-de.otc.t-systems.com/v3` tells the region where nothing else does. */
function regionOf(authUrl: Setting, taken: Taken): string | undefined {
  const region = /^https:\/\/iam\.([a-z0-9-]+)\.(otc\.t-systems|myhuaweicloud)\.com([:/]|$)/.exec(
    authUrl.value,
  );
  if (region) taken.optional(authUrl);
  return region?.[1];
}
