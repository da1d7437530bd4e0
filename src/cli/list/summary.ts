import { showInstant } from "../time.js";
import type { Job } from "./job.js";
import type { Entry } from "./source.js";

/** Most ids in the line about those without backups. */
const NAMES = 5;

/** Whether a backup ended without success. */
export function isFailed({ record: { state } }: Entry): boolean {
  return state === "failed" || state === "timed_out";
}

/** `5 of 10,000 backups`, `1 backup`. */
export function backups(number: number, total: number | null = null): string {
  const whole = total ?? number;
  const of = total === null || total <= number ? "" : ` of ${total.toLocaleString("en-US")}`;
  return `${number.toLocaleString("en-US")}${of} backup${whole === 1 ? "" : "s"}`;
}

/**
 * What to say at the end of a listing. That nothing was found is always said: it can mean that no backup ran. How many
 * backups were written is for a person.
 */
export function summarize(
  job: Job,
  written: number,
  failed: number,
  empty: readonly (string | undefined)[],
): string[] {
  const none = job.options.resume === undefined ? "no backups found" : "no further backups found";
  const lines = empty.length === 0 ? [] : [`${none}${ofIds(job, empty)}${wanted(job)}`];
  if (job.terminal.err.isTerminal && written > 0)
    lines.push(`${backups(written)}${failed === 0 ? "" : `, ${failed.toLocaleString("en-US")} failed`}`);
  return lines;
}

function ofIds({ subjects: { option } }: Job, ids: readonly (string | undefined)[]): string {
  const named = ids.filter((id) => id !== undefined);
  if (named.length === 0) return "";
  const kind = named.length === 1 ? option : option.replace(/y$/, "ie").concat("s");
  const more = named.length > NAMES ? ` and ${named.length - NAMES} more` : "";
  return ` of ${kind} ${named.slice(0, NAMES).join(", ")}${more}`;
}

/** Period and states of a listing, if it is of some backups only. */
function wanted({ query: { from, to, states }, options: { utc = false } }: Job): string {
  const [first, last] = [from, to].map((time) => time && showInstant(time, utc));
  const between = first && last ? ` between ${first} and ${last}` : "";
  const period = between || (first ? ` since ${first}` : last ? ` until ${last}` : "");
  return `${period}${states === undefined ? "" : ` with status ${states.join(", ")}`}`;
}
