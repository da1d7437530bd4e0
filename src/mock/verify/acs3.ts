import { acsForm, isAcsSigned } from "../../auth/acs3.js";
import { bodyHash, isoSeconds } from "../../auth/signature.js";
import type { MockRequest } from "../messages.js";
import {
  isSignature,
  type Refusal,
  readAuthorization,
  TOLERANCE_MS,
  type VerifyContext,
} from "./signed-request.js";

/** Checks `ACS3-HMAC-SHA256`, as Alibaba Cloud's gateway does. A nonce is accepted once. */
export async function verifyAcs3(request: MockRequest, context: VerifyContext): Promise<Refusal | null> {
  const { headers } = request;
  const { signing } = context.operation;
  const fields = readAuthorization(headers["authorization"] ?? "");
  const id = fields["Credential"] ?? "";
  const key = context.keys.get(id);
  if (key === undefined) return { reason: "access-key" };
  if (headers["x-acs-security-token"] !== key.securityToken) {
    return refuse("The security token is not the one of this access key.");
  }
  if (headers["x-acs-action"] !== signing.action || headers["x-acs-version"] !== signing.version) {
    const called = `${headers["x-acs-action"]} of version ${headers["x-acs-version"]}`;
    return { reason: "address", message: `There is no ${called} at this address.` };
  }
  const names = (fields["SignedHeaders"] ?? "").split(";");
  const required = [
    "host",
    "x-acs-date",
    "x-acs-signature-nonce",
    ...Object.keys(headers).filter(isAcsSigned),
  ];
  const unsigned = required.find((name) => !names.includes(name));
  if (unsigned !== undefined) return refuse(`The header ${unsigned} is not signed.`);

  const now = context.clock.now();
  if (!(Math.abs(Date.parse(headers["x-acs-date"] ?? "") - now) <= TOLERANCE_MS)) {
    const times = `request time:${headers["x-acs-date"]},server time:${isoSeconds(now)}`;
    return { reason: "date", message: `The date of the request has expired: ${times}` };
  }
  if (headers["x-acs-content-sha256"] !== (await bodyHash(context.digest, request.body))) {
    return refuse("x-acs-content-sha256 is not the hash of the body.");
  }
  if (!(await isSignature(fields["Signature"], request, names, acsForm(id, key.secret), context.digest))) {
    return refuse("The signature is not that of this request.");
  }
  return context.isNew(`${id} ${headers["x-acs-signature-nonce"]}`) ? null : { reason: "nonce" };
}

function refuse(message: string): Refusal {
  return { reason: "signature", message };
}
