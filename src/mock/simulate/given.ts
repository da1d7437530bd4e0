import { type Clock, systemClock } from "../../core/deadline.js";
import { ConfigurationError } from "../../core/errors.js";
import { checkNumber, checkOptions } from "../../core/options.js";
import { type BackupRecord, type BackupState, type StateTable, wireStatuses } from "../../records/record.js";
import { listOf, type Records } from "./records.js";

/** What a test says of a backup; what it leaves out is filled in so that the record is lawful. */
export interface BackupDraft {
  /** Id of the backup. @default one that no other draft has */
  readonly id?: string | undefined;
  /** Name of the backup. @default its id */
  readonly name?: string | undefined;
  /** What became of it; the record has the status of the service that means this. @default "succeeded" */
  readonly state?: BackupState | undefined;
  /** When it began. @default an hour before now */
  readonly startedAt?: Date | undefined;
  /** How long it took, if its state says that it has ended, in milliseconds. @default 10 minutes */
  readonly durationMs?: number | undefined;
  /** Id of what was backed up: an instance or, of VBS, a disk. */
  readonly resource?: string | undefined;
}

/** A draft with its gaps filled. */
interface FilledDraft {
  readonly id: string;
  readonly status: string;
  readonly startedAt: Date;
  /** Null if it has not ended. */
  readonly finishedAt: Date | null;
}

const HOUR = 3_600_000;
let drafts = 0;

const kinds = {
  id: "string",
  name: "string",
  state: "string",
  startedAt: "object",
  durationMs: "number",
  resource: "string",
} as const;

/**
 * Fills a draft of a service whose statuses mean what `states` says.
 * @param more what the service's drafts have besides, and its types
 * @throws ConfigurationError if the draft has a name or a value that it cannot have, or a state that the service has no
 *   status for
 */
export function fillDraft(
  draft: BackupDraft,
  states: StateTable,
  clock: Pick<Clock, "now"> = systemClock,
  more: Readonly<Record<string, "string" | "number">> = {},
): FilledDraft {
  const refusal = (problem: string) => new ConfigurationError(problem);
  checkOptions(draft, { ...kinds, ...more }, "backup draft field", refusal);
  const { state = "succeeded" } = draft;
  const durationMs = checkNumber("durationMs", draft.durationMs ?? HOUR / 6);
  const [status] = wireStatuses(states, [state]);
  if (status === undefined) {
    const known = [...new Set(Object.values(states))].join(", ");
    throw new ConfigurationError(
      `the service has no status for a backup that is ${state}; it has some for ${known}`,
    );
  }
  drafts += 1;
  const startedAt = draft.startedAt ?? new Date(clock.now() - HOUR);
  if (!(startedAt instanceof Date) || Number.isNaN(Number(startedAt)))
    throw refusal(`startedAt must be a Date, not ${String(startedAt)}`);
  const open = state === "pending" || state === "running";
  const finishedAt = open ? null : new Date(startedAt.getTime() + durationMs);
  return { id: draft.id ?? `backup-${drafts}`, status, startedAt, finishedAt };
}

/** Records that a test gives, as a listing has them. */
export function givenRecords(
  wires: readonly object[],
  toRecord: (wire: object) => Pick<BackupRecord, "id" | "createdAt" | "startedAt">,
  statusOf: (wire: object) => string,
): Records {
  const items = wires.map((wire) => {
    const { id, createdAt, startedAt } = toRecord(wire);
    return { wire, id, createdAt: Number(createdAt ?? startedAt ?? 0), status: statusOf(wire) };
  });
  items.sort((one, other) => other.createdAt - one.createdAt);
  const indexes = new Map(items.map(({ id }, index) => [id, index]));
  return {
    ...listOf(items, ({ wire }) => wire),
    state: (index) => items[index]?.status ?? "",
    indexOf: (id) => indexes.get(id),
  };
}
