import { resolve } from "node:path";
import type { Memory, Stated } from "../../audit/target.js";
import { readTextFile } from "../../node/text-file.js";
import { toJson } from "../escape.js";
import type { Sink } from "../output-path.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import type { AuditRow } from "./row.js";
import { readStated } from "./stated.js";
import { readStatus, type TargetStatus } from "./status.js";

/** What is remembered of a target. */
export interface Remembered {
  readonly verdict: TargetStatus;
  /** When it was first seen to have this status. */
  readonly since: string;
  readonly lastGoodAt: string | null;
  /** When it was last checked. Absent in a state of an earlier version. */
  readonly checkedAt?: string | undefined;
  /** Its schedule, and when it was first seen so; null if the first check saw it. */
  readonly schedule?: { readonly text: string; readonly since: string | null } | undefined;
  /** When the runs were due that it missed; the latest few. */
  readonly missed?: readonly string[] | undefined;
  /** Where it was found, and by which id; absent if a targets file names it. */
  readonly found?: { readonly place: string; readonly id: string } | undefined;
  /** What its service stated, for the audits of a day. */
  readonly stated?: Stated | undefined;
}

/** What a receiver hears about a target, as it is sent. */
export interface Message {
  /** The same however often the message is sent. */
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The verdicts of the last audits, by the names of their targets. */
export interface AuditState {
  readonly writtenAt: string;
  readonly targets: ReadonlyMap<string, Remembered>;
  /** Messages that no receiver has taken so far, the oldest first; absent if nobody was ever to be told. */
  readonly pending?: readonly Message[] | undefined;
}

const VERSION = 1;

/** Missed runs that are remembered of a target. */
const KEPT = 20;

/** Maximum size of a state: a million targets. */
const MAX_BYTES = 256 * 2 ** 20;

/**
 * Reads what `--state` remembers; null if there is no such file yet, or nothing in it.
 * @throws Problem that says what to do where it is anything else than a state
 */
export function readState(file: string, { cwd }: Pick<Terminal, "cwd">): AuditState | null {
  const read = readTextFile(resolve(cwd, file), MAX_BYTES);
  if (!("text" in read)) {
    if (read.missing) return null;
    throw new Problem(`${file}: ${read.problem}; name another file with --state`);
  }
  const { text } = read;
  // A file that is mounted alone has to be there, empty, before its first audit.
  if (text.trim() === "") return null;
  const state = parse(text);
  if (typeof state !== "string") return state;
  throw new Problem(`${file}: ${state}; name another file with --state, or delete this one to start over`);
}

/** The state that a text holds, or what is wrong with it. */
function parse(text: string): AuditState | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is no JSON, so it is not the state of an audit";
  }
  const { version, writtenAt, targets, pending } = fields(value);
  if (typeof version === "number" && version > VERSION)
    return "was written by a later version of this program";
  if (version !== VERSION || !isTime(writtenAt) || typeof targets !== "object" || targets === null) {
    return "is not the state of an audit";
  }
  if (pending !== undefined && !isMessages(pending)) return "says nothing that can be read of its messages";
  const known = new Map<string, Remembered>();
  for (const [name, one] of Object.entries(targets)) {
    const { verdict: word, since, lastGoodAt, checkedAt, schedule, missed, found, stated } = fields(one);
    const verdict = readStatus(word);
    const sound = verdict !== undefined && isTime(since) && (lastGoodAt === null || isTime(lastGoodAt));
    if (!sound) return `says nothing that can be read of ${JSON.stringify(name)}`;
    const { text: shown, since: from } = fields(schedule);
    const { place, id } = fields(found);
    known.set(name, {
      verdict,
      since,
      lastGoodAt,
      ...(isTime(checkedAt) && { checkedAt }),
      ...(typeof shown === "string" &&
        (from === null || isTime(from)) && { schedule: { text: shown, since: from } }),
      ...(Array.isArray(missed) && missed.every(isTime) && { missed }),
      ...(typeof place === "string" && typeof id === "string" && { found: { place, id } }),
      stated: readStated(stated),
    });
  }
  return { writtenAt, targets: known, ...(pending !== undefined && { pending }) };
}

function isMessages(value: unknown): value is readonly Message[] {
  return Array.isArray(value) && value.every((one) => typeof fields(one)["id"] === "string");
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

/**
 * What is to be remembered: the results of this audit, and the former ones of the targets that it did not reach and
 * that the targets file still has.
 */
export function nextState(
  before: AuditState | null,
  rows: readonly AuditRow[],
  inFile: ReadonlySet<string>,
  now: number,
): AuditState {
  const kept = [...(before?.targets ?? [])].filter(([name]) => inFile.has(name));
  const targets = new Map(kept);
  const writtenAt = new Date(now).toISOString();
  for (const { target, status, lastGoodAt, schedule, runs, askedAt, stated } of rows) {
    const former = targets.get(target.name);
    const since = former?.verdict === status ? former.since : writtenAt;
    const good = lastGoodAt === null ? null : new Date(lastGoodAt).toISOString();
    if (status === "not-checked") {
      // A check that failed says nothing new of the backups.
      targets.set(target.name, { ...former, verdict: status, since, lastGoodAt: former?.lastGoodAt ?? null });
      continue;
    }
    const checkedAt = new Date(askedAt).toISOString();
    const first = former?.checkedAt === undefined;
    const seen = former?.schedule?.text === schedule ? former?.schedule?.since : first ? null : checkedAt;
    targets.set(target.name, {
      verdict: status,
      since,
      lastGoodAt: good,
      checkedAt,
      ...(schedule !== null && { schedule: { text: schedule, since: seen ?? null } }),
      ...(target.found && { found: { place: target.found.place, id: target.resource.id } }),
      ...(stated && { stated }),
      ...(runs !== null &&
        runs.missed.length > 0 && { missed: runs.missed.slice(-KEPT).map((due) => due.toISOString()) }),
    });
  }
  return { writtenAt, targets };
}

/** What a state remembers of a target for the verdict on its runs; null if it was never checked. */
export function memoryIn(state: AuditState | null, name: string): Memory | null {
  const known = state?.targets.get(name);
  if (known?.checkedAt === undefined) return null;
  const { schedule, missed = [], stated } = known;
  return {
    checkedAt: Date.parse(known.checkedAt),
    schedule:
      schedule === undefined
        ? null
        : { text: schedule.text, since: schedule.since === null ? null : Date.parse(schedule.since) },
    ...(missed.length > 0 && { missed: missed.map((due) => Date.parse(due)) }),
    ...(stated && { stated }),
  };
}

/** Writes a state, a target on a line each, all at once or not at all. */
export async function writeState(sink: Sink, state: AuditState): Promise<void> {
  const pending = state.pending?.map((message) => `\n${toJson(message)}`);
  const messages = pending === undefined ? "" : `"pending": [${pending.join(",")}],\n`;
  const head = `{\n"version": ${VERSION},\n"writtenAt": ${toJson(state.writtenAt)},\n${messages}"targets": {`;
  await sink.write(head);
  let between = "\n";
  const names = [...state.targets.keys()].sort();
  for (let from = 0; from < names.length; from += 1000) {
    const lines = names.slice(from, from + 1000).map((name) => {
      return `${toJson(name)}: ${toJson(state.targets.get(name))}`;
    });
    await sink.write(between + lines.join(",\n"));
    between = ",\n";
  }
  await sink.write("\n}\n}\n");
  await sink.commit();
}
