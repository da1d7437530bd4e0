import { createHash } from "node:crypto";
import type { RunOutcome } from "../../audit/assessment.js";
import type { AuditRow } from "../audit/row.js";
import { readStatus, type TargetStatus } from "../audit/status.js";
import { toJson } from "../escape.js";

/** What a history says of a target in one run of the audit. Times are RFC 3339 in UTC. */
export interface HistoryLine {
  /** When the audit began; the same for all its targets. */
  readonly run: string;
  /** When the target was checked. */
  readonly at: string;
  readonly target: string;
  readonly group: string | null;
  readonly service: string;
  readonly account: string;
  readonly resource: { readonly type: string; readonly id: string };
  readonly verdict: TargetStatus;
  readonly reason: string;
  readonly schedule: string | null;
  /** Due runs since two days before the last check, and what became of each, by then. */
  readonly runs: readonly (readonly [due: string, outcome: RunOutcome])[];
  readonly lastGoodAt: string | null;
  readonly lastRestore: RestoreEntry | null;
  /** Only while it excuses the target. */
  readonly pause: PauseEntry | null;
}

export interface RestoreEntry {
  readonly at: string;
  readonly durationMs: number | null;
  readonly backupId: string | null;
}

export interface PauseEntry {
  /** The first moment that it does not excuse. */
  readonly until: string;
  readonly reason: string;
  readonly acceptedBy: string | null;
}

const DAY = 86_400_000;
/** What becomes of a run is known by then: a backup that begins late may take a day. */
const SETTLING = 2 * DAY;

/** A row of an audit as a line of a history. */
export function historyLine(row: AuditRow, began: number): HistoryLine {
  const { target, askedAt, status, reason, schedule, runs, lastGoodAt, lastRestore } = row;
  const { name, group, service, account, resource, memory, pause } = target;
  const from = (memory?.checkedAt ?? askedAt - DAY) - SETTLING;
  const recent = runs?.latest.filter(({ due }) => due.getTime() > from) ?? [];
  return {
    run: iso(began),
    at: iso(askedAt),
    target: name,
    group,
    service,
    account,
    resource: { type: resource.type, id: resource.id },
    verdict: status,
    reason,
    schedule,
    runs: recent.map(({ due, outcome }) => [due.toISOString(), outcome]),
    lastGoodAt: lastGoodAt === null ? null : iso(lastGoodAt),
    lastRestore: lastRestore && { ...lastRestore, at: lastRestore.at.toISOString() },
    pause:
      pause && askedAt < pause.until
        ? { until: iso(pause.until), reason: pause.reason, acceptedBy: pause.acceptedBy ?? null }
        : null,
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

const HASH = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s;

/** The text of a line, without its end. Its hash is of the former line's hash and of all that stands before it. */
export function chainLine(
  line: HistoryLine,
  former: string,
): { readonly text: string; readonly hash: string } {
  const body = toJson(line).slice(0, -1);
  const hash = hashOf(body, former);
  return { text: `${body},"hash":"${hash}"}`, hash };
}

function hashOf(body: string, former: string): string {
  return createHash("sha256").update(`${former}\n${body}`).digest("hex");
}

/** The hash that a line states; null if it states none. */
export function statedHash(text: string): string | null {
  return HASH.exec(text)?.[2] ?? null;
}

/** Whether a text, whole or cut off, looks like a line of a history, altered or not. */
export function looksLikeLine(text: string): boolean {
  return text.startsWith('{"run":"') || statedHash(text) !== null;
}

/** Reads a line behind one with the hash `former`; null if it is not what was written there. */
export function readLine(text: string, former: string): { line: HistoryLine; hash: string } | null {
  const [, body, hash] = HASH.exec(text) ?? [];
  if (body === undefined || hash === undefined || hashOf(body, former) !== hash) return null;
  let line: HistoryLine;
  try {
    // The line was written with the hash: it has this shape.
    line = JSON.parse(text);
  } catch {
    return null;
  }
  return isLine(line) ? { line, hash } : null;
}

/** What figures are made of is checked all the same: anybody can compute a hash. */
function isLine(line: HistoryLine): boolean {
  const { at, run, target, service, verdict, reason, runs, lastRestore, pause } = line;
  return (
    [at, run].every(isTime) &&
    [target, service, reason].every((text) => typeof text === "string") &&
    readStatus(verdict) !== undefined &&
    Array.isArray(runs) &&
    runs.every((one) => Array.isArray(one) && isTime(one[0]) && typeof one[1] === "string") &&
    (lastRestore === null || isTime(lastRestore?.at)) &&
    (pause === null || (isTime(pause?.until) && typeof pause.reason === "string"))
  );
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
