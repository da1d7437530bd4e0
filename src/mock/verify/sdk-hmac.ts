import { accessForm, credentialScope, scopedForm, scopedKey } from "../../auth/sdk-hmac.js";
import { basicSeconds } from "../../auth/signature.js";
import type { MockRequest } from "../messages.js";
import {
  isSignature,
  type Refusal,
  readAuthorization,
  TOLERANCE_MS,
  type VerifyContext,
} from "./signed-request.js";

/** Checks `SDK-HMAC-SHA256` in either form, as the gateways of Huawei Cloud and OTC do. */
export async function verifySdkHmac(request: MockRequest, context: VerifyContext): Promise<Refusal | null> {
  const { headers } = request;
  const fields = readAuthorization(headers["authorization"] ?? "");
  const [id = "", day, region = "", service] = (fields["Access"] ?? fields["Credential"] ?? "").split("/");
  const key = context.keys.get(id);
  if (key === undefined) {
    return { reason: "access-key", message: `${INCORRECT}: the access key ${id} does not exist` };
  }
  const names = (fields["SignedHeaders"] ?? "").split(";");
  const required = ["host", "x-sdk-date", "x-project-id", "x-security-token"];
  const unsigned = required.find(
    (name, at) => !names.includes(name) && (at < 2 || headers[name] !== undefined),
  );
  if (unsigned !== undefined) return refuse(`${unsigned} is not signed`);
  if (headers["x-security-token"] !== key.securityToken) {
    return refuse("the security token is not the one of this access key");
  }

  const date = headers["x-sdk-date"] ?? "";
  const sent = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const now = context.clock.now();
  if (!(Math.abs(sent - now) <= TOLERANCE_MS)) {
    const times = `signature time:${date},server time:${basicSeconds(now)}`;
    return { reason: "date", message: `${INCORRECT}: signature expired, ${times}` };
  }
  const scope = credentialScope(date, region, context.operation.signing.service);
  if (day !== undefined && fields["Credential"] !== `${id}/${scope}`) {
    return refuse(`the scope names ${day}/${region}/${service}, which is not this day or this service`);
  }
  const form =
    day === undefined
      ? accessForm(id, key.secret, date)
      : scopedForm(id, key.secret, date, scope, (secret, parts) => scopedKey(context.digest, secret, parts));
  const valid = await isSignature(fields["Signature"], request, names, form, context.digest);
  return valid ? null : refuse("the signature is not that of this request");
}

const INCORRECT = "Incorrect IAM authentication information";

function refuse(why: string): Refusal {
  return { reason: "signature", message: `${INCORRECT}: verify aksk signature fail, ${why}` };
}
