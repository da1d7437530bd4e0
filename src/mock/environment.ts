import type { BackupService } from "../records/record.js";
import { fakeCredentials, type KnownCredentials } from "./credentials.js";

/**
 * The environment of a mock, ready to paste: credentials that it accepts, under the vendors' own names, and
 * where each service is reached, as `BACKUP_RECORDS_<SERVICE>_URL`.
 */
export function mockEnvironment(
  urls: Readonly<Partial<Record<BackupService, string>>>,
  iamUrl: string,
  { keys, users }: KnownCredentials,
): Record<string, string> {
  const { projectId, domainName } = fakeCredentials;
  const [key] = keys;
  const [user] = users;
  const env: Record<string, string> = {};
  for (const [service, url] of Object.entries(urls)) env[`BACKUP_RECORDS_${service.toUpperCase()}_URL`] = url;
  if (urls.dcs !== undefined) {
    env["HUAWEICLOUD_SDK_PROJECT_ID"] = projectId;
    if (key) [env["HUAWEICLOUD_SDK_AK"], env["HUAWEICLOUD_SDK_SK"]] = [key[0], key[1].secret];
  }
  if (urls.dcs !== undefined || urls.vbs !== undefined) {
    env["OS_PROJECT_ID"] = projectId;
    if (key) [env["OS_ACCESS_KEY"], env["OS_SECRET_KEY"]] = [key[0], key[1].secret];
    // The scoped signature names a region; the mock accepts any.
    env["OS_REGION_NAME"] = "eu-de";
    env["OS_AUTH_URL"] = `${iamUrl}/v3`;
    env["OS_USER_DOMAIN_NAME"] = domainName;
    if (user) [env["OS_USERNAME"], env["OS_PASSWORD"]] = user;
  }
  if (urls.starrocks !== undefined && key) {
    env["ALIBABA_CLOUD_ACCESS_KEY_ID"] = key[0];
    env["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = key[1].secret;
  }
  return env;
}
