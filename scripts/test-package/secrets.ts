/** A text in a file that must not be published. */
export interface Leak {
  readonly what: string;
  readonly line: number;
}

/** Forms of credentials, and of paths that exist only on the machine that built the package. */
const FORMS: readonly [what: string, form: RegExp][] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["an access key id of AWS", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["an access key id of Alibaba Cloud", /\bLTAI[0-9A-Za-z]{12,24}\b/],
  ["a token of GitHub", /\b(?:gh[oprsu]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{40,})\b/],
  ["a token of npm", /\bnpm_[0-9A-Za-z]{36}\b/],
  ["a token of Slack", /\bxox[abeprs]-[0-9A-Za-z-]{10,}/],
  ["a JSON web token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./],
  ["a token of Keystone", /\bgAAAAA[\w-]{40,}/],
  ["credentials in a URL", /\bhttps?:\/\/[^\s/:@"'<>{}$]+:[^\s/:@"'<>{}$]+@/],
  [
    "a key of Huawei Cloud or OTC",
    /(?:access.?key(?:.?id)?|secret|\b[AS]K)["']?\s*[:=]\s*["']?[0-9A-Z]{20}\b/i,
  ],
  ["a path of somebody's machine", /(?:^|[\s"'(=])(?:\/(?:home|Users|root)\/[\w.-]+\/|[A-Z]:\\\\?Users\\)/],
];

/** Files that must not be in the package at all. */
export const SECRET_FILES =
  /(?:^|\/)(?:\.env(?:\.|$)|\.npmrc$|\.netrc$|clouds\.ya?ml$|id_[a-z0-9]+$)|\.(?:pem|key|p12|pfx)$/;

/** Returns the leaks in a text; `own` are further strings that must not be in it. */
export function findLeaks(text: string, own: readonly string[] = []): Leak[] {
  return text
    .split("\n")
    .flatMap((content, index) => [
      ...FORMS.filter(([, form]) => form.test(content)).map(([what]) => ({ what, line: index + 1 })),
      ...own.filter((part) => content.includes(part)).map((part) => ({ what: part, line: index + 1 })),
    ]);
}
