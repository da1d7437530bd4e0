/** Pattern of a vendor's error code, and what to do about it in one sentence; the first match counts. */
export type AdviceTable = readonly (readonly [pattern: RegExp, advice: string])[];

/** What the table says of a code; undefined where it does not know it. */
export function findAdvice(table: AdviceTable, code: string): string | undefined {
  return table.find(([pattern]) => pattern.test(code))?.[1];
}

/** The API gateway that stands before the services of Huawei Cloud and Open Telekom Cloud. */
export const gatewayAdvice: AdviceTable = [
  [/^APIGW\.0(101|801)$/, "Check the region and the base URL."],
  [/^APIGW\.0301$/, "Check the access key or token and this machine's clock."],
  [/^APIGW\.0302$/, "Ask for the permission that the call needs."],
  [/^APIGW\.0307$/, "Get a new token from the IAM endpoint of this region."],
  [/^APIGW\.0308$/, "Send fewer requests, or wait before the next one."],
];
