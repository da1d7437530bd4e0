import { type AdviceTable, findAdvice } from "../core/error-response.js";

const starRocks: AdviceTable = [
  [/^Throttling/, "Send fewer requests, or wait before the next one."],
  [
    /^(SignatureDoesNotMatch|IncompleteSignature)$/,
    "Check the access key secret, and that nothing changes the request on its way.",
  ],
  [/^SignatureNonceUsed$/, "Sign every attempt with a new nonce."],
  [/^InvalidTimeStamp/, "Set this machine's clock."],
  [
    /^(InvalidAccessKeyId|Forbidden\.AccessKeyDisabled)/,
    "Check the access key id, and that the key is enabled.",
  ],
  [/^(Invalid|Missing)SecurityToken/, "Get new temporary credentials."],
  [/^(Forbidden|NoPermission)/, "Allow the access key's RAM user this call."],
  [/^Invalid(Api|Product)\.NotFound$/, "Check the region and the base URL."],
  [/^(Invalid|Missing)Param/, "Check the parameters, the region first."],
  [
    /^(InternalError|ServiceUnavailable|SystemBusy|OperationBusy)$/,
    "Try again later; if it persists, give the request id to the vendor's support.",
  ],
];

/** What to do about an error code of EMR Serverless StarRocks; undefined for an unknown one. */
export function starRocksAdvice(code: string): string | undefined {
  return findAdvice(starRocks, code);
}
