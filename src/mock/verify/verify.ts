import { defaultDigest } from "../../auth/digest.js";
import type { Clock } from "../../core/deadline.js";
import type { MockContract, MockOperation } from "../contract.js";
import type { KnownCredentials } from "../credentials.js";
import type { TokenStore } from "../iam.js";
import type { MockRequest } from "../messages.js";
import { verifyAcs3 } from "./acs3.js";
import { verifySdkHmac } from "./sdk-hmac.js";
import { type Refusal, TOLERANCE_MS } from "./signed-request.js";

/** Checks the credentials of a request; null if they are accepted. */
export type Verify = (
  request: MockRequest,
  operation: MockOperation,
  projectId: string | undefined,
) => Promise<Refusal | null>;

/** Checks signatures and tokens by the schemes that the contract allows, and no others. */
export function createVerify(
  { schemes }: MockContract,
  { keys }: KnownCredentials,
  tokens: TokenStore,
  clock: Clock,
): Verify {
  const digest = defaultDigest();
  const seen = new Map<string, number>();
  const isNew = (nonce: string) => {
    const now = clock.now();
    for (const [old, until] of seen) {
      if (until > now) break;
      seen.delete(old);
    }
    if (seen.has(nonce)) return false;
    // A request older than the tolerance on either side is refused by its date.
    seen.set(nonce, now + 2 * TOLERANCE_MS);
    return true;
  };
  return async (request, operation, projectId) => {
    const { authorization, "x-auth-token": token } = request.headers;
    const context = { clock, digest, keys, operation, isNew };
    if (authorization?.startsWith("ACS3-HMAC-SHA256 ") && schemes.includes("AlibabaAccessKey")) {
      return verifyAcs3(request, context);
    }
    if (authorization?.startsWith("SDK-HMAC-SHA256 ")) {
      const form = /\bAccess=/.test(authorization) ? "HuaweiAccessKey" : "OtcAccessKey";
      if (schemes.includes(form)) return verifySdkHmac(request, context);
    }
    if (authorization !== undefined) {
      return { reason: "signature", message: `The Authorization header is none of ${schemes.join(", ")}` };
    }
    if (token === undefined || !schemes.includes("Token")) return { reason: "no-credentials" };
    const reason = tokens.check(token, projectId);
    return reason === null ? null : { reason };
  };
}
