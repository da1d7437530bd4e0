import { type AdviceTable, findAdvice } from "../core/error-response.js";

const starRocks: AdviceTable = [
  [/^Throttling/, "Send fewer requests, or wait before the next one."],
  [
    /^(SignatureDoesNotMatch|IncompleteSignature)$/,
    "Check the access key secret, and that nothing changes the request on its way.",
  ],
  [/^SignatureNonceUsed$/, "Sign every attempt with a new nonce."],
  [/^InvalidTimeStamp/, "Set this machine's clock."],
  [/^InvalidAccessKeyId/, "Check the access key id, and that the key is enabled."],
  [/^(Invalid|Missing)SecurityToken/, "Get new temporary credentials."],
  [/^(Forbidden|NoPermission)/, "Allow the access key's RAM user this call."],
  [/^InvalidParam/, "Check the parameters, the region first."],
  [
    /^(InternalError|ServiceUnavailable)$/,
    "Try again later; if it persists, give the request id to the vendor's support.",
  ],
];

/** What to do about an error code of EMR Serverless StarRocks; undefined for an unknown one. */
export function starRocksAdvice(code: string): string | undefined {
  return findAdvice(starRocks, code);
}
