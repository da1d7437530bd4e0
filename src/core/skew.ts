/** How far the service's clock is ahead of this machine's, as far as known: the state of one client. */
export interface ClockSkew {
  offsetMs: number;
}

/**
 * Both vendors accept a difference of 15 minutes. Less than a minute cannot have been the reason of a
 * refusal, and is within the error of a slow response and a `Date` of whole seconds.
 */
const toleranceMs = 60_000;

/** Error codes that a wrong date can cause: Alibaba Cloud's by name, the gateways' for any bad signature. */
const suspects = /^(InvalidTimeStamp\.Expired|IllegalTimestamp|APIGW?\.030[13])$/;

/** The Huawei Cloud gateway: `signature time:20230527T000431Z,server time:20230527T020608Z`. */
const namedTime = /server time\W*(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)/i;

/**
 * Reads from a refusal how far the service's clock is ahead of this machine's. Null unless the response is
 * one that a wrong date can cause, states the service's time (in its text, else in its `Date`) and that
 * time differs from `dated`, the time at which the refused request would be dated now.
 */
export function skewFromRefusal(
  response: { readonly text: string; header(name: string): string | null },
  code: string,
  now: number,
  dated: number,
): number | null {
  const named = namedTime.exec(response.text);
  if (!named && !suspects.test(code)) return null;
  const date = response.header("date") ?? "";
  const [, year, month, day, hour, minute, second] = named ?? [];
  const theirs = Date.parse(
    named ? `${year}-${month}-${day}T${hour}:${minute}:${second}Z` : date.endsWith(" GMT") ? date : "",
  );
  // NaN, if no time can be read, fails the comparison too.
  return Math.abs(theirs - dated) >= toleranceMs ? theirs - now : null;
}
