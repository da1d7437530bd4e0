import type { ApiFormat, ErrorCode, RefusalReason } from "./service-definition.js";

/** Services of Huawei Cloud and Open Telekom Cloud. */
export const huaweiFormat: ApiFormat = {
  requestIdHeader: "x-request-id",
  retryAfter: { header: "retry-after", unitMs: 1000 },
};

const refusedSignature: ErrorCode = [401, "APIGW.0301"];

/** What the API gateway before these services refuses by itself, so that all of them share its codes. */
export const huaweiGatewayErrors = {
  throttled: [429, "APIGW.0308"],
  signature: refusedSignature,
  "access-key": refusedSignature,
  date: refusedSignature,
  nonce: refusedSignature,
} as const satisfies Partial<Record<RefusalReason, ErrorCode>>;

/** Services of Alibaba Cloud. */
export const alibabaFormat: ApiFormat = {
  requestIdHeader: "x-acs-request-id",
  retryAfter: { header: "x-acs-retry-after", unitMs: 1 },
};
