/** What texts of a targets file must look like; its JSON Schema has the same patterns. */

/** Names of targets, groups and accounts: one line, no white space around. */
export const NAME = /^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u;

/** Longest name, in code points. */
export const LONGEST_NAME = 200;

/** A variable's name. Sixteen capitals and digits in a row are more likely an access key than a name. */
export const VARIABLE = /^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$/u;

/** A duration above zero. */
export const DURATION =
  /^(?=.*[1-9])(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$/u;

/** A label's key can be the name of a label in Prometheus. */
export const LABEL = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/u;

export const REGION = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

export const BASE_URL = /^https?:\/\//u;

/** Keys of the file itself that are the user's own: a place for anchors. */
export const EXTENSION = /^x-/u;

/** Most requests that a rate limit can name. */
export const MOST_REQUESTS = 1_000_000;

/** Most restorable backups that an objective can ask for. */
export const MOST_RESTORABLE = 1_000_000;

/** What the credential readers look for, by the vendors' own names. */
export const READ_VARIABLES = [
  "HUAWEICLOUD_SDK_AK",
  "HUAWEICLOUD_SDK_SK",
  "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  "HUAWEICLOUD_SDK_PROJECT_ID",
  "OS_CLOUD",
  "OS_CLIENT_CONFIG_FILE",
  "OS_TOKEN",
  "OS_ACCESS_KEY",
  "OS_SECRET_KEY",
  "OS_SECURITY_TOKEN",
  "OS_USERNAME",
  "OS_PASSWORD",
  "OS_USER_DOMAIN_NAME",
  "OS_USER_DOMAIN_ID",
  "OS_DOMAIN_NAME",
  "OS_DOMAIN_ID",
  "OS_PROJECT_NAME",
  "OS_PROJECT_ID",
  "OS_AUTH_URL",
  "OS_REGION_NAME",
  "ALIBABA_CLOUD_ACCESS_KEY_ID",
  "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
  "ALIBABA_CLOUD_SECURITY_TOKEN",
] as const;

/** Whether a text is a name. */
export function isName(text: string): boolean {
  if (text.length > LONGEST_NAME && [...text].length > LONGEST_NAME) return false;
  return NAME.test(text);
}
