import type { Tally, Work } from "./work.js";

/**
 * Why two sides must not be compared: where they did not do the same work. Empty where they did. A side whose
 * signature is `fixed` is a limit, which a row names as such; everything else must be alike.
 */
export function differences(one: Work, other: Work): string[] {
  return [...faults(one), ...faults(other), ...unlike(one, other)];
}

/** What rules a side out whatever it is compared with. */
function faults(work: Work): string[] {
  const { name, seen, calls, errors, concurrency, signs, verified } = work;
  const found: string[] = [];
  if (calls === 0) found.push(`${name} made no call`);
  if (errors > 0) found.push(`${errors} of ${calls} calls of ${name} failed`);
  const failed = seen.requests - (seen.statuses["200"] ?? 0);
  if (failed !== 0) found.push(`${failed} requests of ${name} were not answered with 200`);
  const expected = calls * work.requestsPerCall;
  if (seen.requests !== expected) found.push(`${name} sent ${seen.requests} requests where ${expected} do`);
  if (seen.sockets > concurrency) {
    found.push(`${name} opened ${seen.sockets} connections for ${concurrency} calls at once: no keep-alive`);
  }
  if (signs !== "never") {
    const { absent = 0, malformed = 0 } = seen.authorization;
    if (absent + malformed > 0) {
      found.push(`${absent + malformed} requests of ${name} had no well-formed Authorization header`);
    }
  }
  if (signs === "fresh" && verified !== true) found.push(`no signature of ${name} was accepted`);
  return found;
}

function unlike(one: Work, other: Work): string[] {
  const found: string[] = [];
  const compare = (what: string, ours: string | number, theirs: string | number) => {
    if (ours !== theirs) found.push(`${what}: ${one.name} ${ours}, ${other.name} ${theirs}`);
  };
  const compareTallies = (what: string, ours: Tally, theirs: Tally) => {
    const [odd] = [...Object.keys(ours), ...Object.keys(theirs)].filter((key) => ours[key] !== theirs[key]);
    if (odd !== undefined) compare(`${what} ${odd}`, ours[odd] ?? 0, theirs[odd] ?? 0);
  };
  compare("calls", one.calls, other.calls);
  compare("calls at once", one.concurrency, other.concurrency);
  compareTallies("method", one.seen.methods, other.seen.methods);
  compareTallies("target", one.seen.targets, other.seen.targets);
  compare("bytes answered", one.seen.answerBytes, other.seen.answerBytes);
  compare("records handed over", one.records, other.records);
  if (one.signs === "never" || other.signs === "never") compare("signing", one.signs, other.signs);
  compareTallies("authorization", one.seen.authorization, other.seen.authorization);
  return found;
}
