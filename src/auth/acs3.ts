import type { SigningForm } from "./signature.js";

/** The form that Alibaba Cloud documents. Its date is one of the signed headers, not a line of its own. */
export function acsForm(accessKeyId: string, secret: string): SigningForm {
  return {
    algorithm: "ACS3-HMAC-SHA256",
    credential: `Credential=${accessKeyId}`,
    between: "",
    key: secret,
    uriEnd: "",
    comma: ",",
  };
}

/** Whether this scheme signs a header: `host`, `content-type` and all that begin with `x-acs-`. */
export function isAcsSigned(name: string): boolean {
  return name.startsWith("x-acs-") || name === "host" || name === "content-type";
}
