import type { SigningForm } from "./signature.js";

/** The form that Alibaba Cloud documents. Its date is one of the signed headers, not a line of its own. */
export function acsForm(accessKeyId: string, secret: string): SigningForm {
  return {
    algorithm: "ACS3-HMAC-SHA256",
    credential: `Credential=${accessKeyId}`,
    lines: [],
    key: secret,
    uriEnd: "",
    comma: ",",
  };
}

/** The headers that this scheme signs: `host`, `content-type` and all that begin with `x-acs-`. */
export function acsHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(x-acs-.*|host|content-type)$/.test(name)),
  );
}
