import type { AuditRow } from "../row.js";
import { type AuditState, type Message, nextState } from "../state.js";
import type { TargetStatus } from "../status.js";

/** Messages that a state keeps while nobody takes them. */
const MAX_PENDING = 10_000;

/** What an audit makes of the state. */
export interface Step {
  /** What is to be delivered now, the oldest first: what no receiver has taken so far, and what changed. */
  readonly messages: readonly Message[];
  /** Has them all, so that none is lost with the process. */
  readonly state: AuditState;
  /** How many of the oldest messages were given up, because too many wait. */
  readonly dropped: number;
}

/** What an audit found, as far as the step needs it. */
export interface Results {
  readonly rows: readonly AuditRow[];
  /** The names of all targets that there are. */
  readonly names: ReadonlySet<string>;
  /** When the audit ended, epoch milliseconds. */
  readonly now: number;
  /** Whether somebody is to be told. A state that once had messages collects them in every audit. */
  readonly notify: boolean;
}

/** The pure step of an audit: from the old state and the results to the messages and the new state. */
export function step(before: AuditState | null, { rows, names, now, notify }: Results): Step {
  // What is gone is told once, and a place is no target.
  const known = rows.filter(({ target }) => names.has(target.name));
  const state = nextState(before, known, names, now);
  if (!notify && before?.pending === undefined) return { messages: [], state, dropped: 0 };
  const all = [...(before?.pending ?? []), ...changes(before, rows, names, state.writtenAt)];
  const messages = all.slice(-MAX_PENDING);
  return { messages, state: { ...state, pending: messages }, dropped: all.length - messages.length };
}

/** The state once a receiver has taken messages. */
export function withoutDelivered(state: AuditState, delivered: ReadonlySet<string>): AuditState {
  return { ...state, pending: (state.pending ?? []).filter(({ id }) => !delivered.has(id)) };
}

/** A message for each target whose status is not the remembered one. Of a new target, only if it is not ok. */
function changes(
  before: AuditState | null,
  rows: readonly AuditRow[],
  names: ReadonlySet<string>,
  time: string,
): Message[] {
  const checked = new Set(rows.map(({ target }) => target.name));
  const found = rows.flatMap((row) => {
    const { target, status, reason } = row;
    const { name, group, labels, service, resource } = target;
    const previous = before?.targets.get(name)?.verdict ?? null;
    if (previous === status || (previous === null && (status === "ok" || !names.has(name)))) return [];
    return [message(name, previous, status, time, { reason, group, labels, service, resource })];
  });
  const left = [...(before?.targets ?? [])].filter(([name]) => !names.has(name) && !checked.has(name));
  const reason = "there is no such target any more";
  return [...found, ...left.map(([name, { verdict }]) => message(name, verdict, null, time, { reason }))];
}

/** A CloudEvents message. Its id is made of the target, the two statuses, and when the change was seen. */
function message(
  target: string,
  previous: TargetStatus | null,
  verdict: TargetStatus | null,
  time: string,
  more: Readonly<Record<string, unknown>>,
): Message {
  return {
    specversion: "1.0",
    id: `${target}/${previous ?? "new"}/${verdict ?? "removed"}/${time}`,
    source: "backup-records/audit",
    type: "backup-records.target.changed",
    subject: target,
    time,
    datacontenttype: "application/json",
    data: { target, previous, verdict, ...more },
  };
}
