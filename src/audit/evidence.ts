import type { BackupRecord } from "../records/record.js";
import { distinct } from "./distinct.js";
import type { Objective } from "./objective.js";

/**
 * What a record says of its backup: `good` it succeeded, perhaps it has expired since · `deleted` it was
 * good, and was taken away · `failed` · `running` · `doubtful` it may be any of these · `nothing` it waits,
 * or was skipped.
 */
export type Kind = "good" | "deleted" | "failed" | "running" | "doubtful" | "nothing";

/** A record, read for a verdict. */
export interface Evidence {
  readonly record: BackupRecord;
  readonly kind: Kind;
  /** When it ended, else the latest time before that it states; of a running one, its beginning. Epoch milliseconds. */
  readonly at: number | null;
  /** Whether it can be restored at this moment; null if the service does not say. */
  readonly restorable: boolean | null;
}

/** How far a service's clock may be ahead: the services themselves accept that much between two clocks. */
const CLOCK_TOLERANCE = 15 * 60_000;

/** Reads the records that an objective does not ignore, each once. */
export function readEvidence(records: Iterable<BackupRecord>, objective: Objective, now: number): Evidence[] {
  return distinct(records)
    .filter(({ trigger }) => !(objective.ignore.manual && trigger === "manual"))
    .map((record) => {
      const kind = kindOf(record, objective);
      return { record, kind, at: timeOf(record, kind, now), restorable: restorableOf(record, kind, now) };
    });
}

function kindOf({ state, finishedAt }: BackupRecord, { ignore }: Objective): Kind {
  switch (state) {
    case "succeeded":
    case "expired":
      return "good";
    case "deleted":
      return "deleted";
    case "failed":
    case "timed_out":
      return "failed";
    case "skipped":
      return ignore.skipped ? "nothing" : "failed";
    case "pending":
      return "nothing";
    case "running":
      // A running backup that has an end contradicts itself (erratum 38).
      return finishedAt === null ? "running" : "doubtful";
    case "unknown":
      return "doubtful";
  }
}

function timeOf(record: BackupRecord, kind: Kind, now: number): number | null {
  const { createdAt, startedAt, finishedAt } = record;
  const created = usable(createdAt, now);
  const started = usable(startedAt, now);
  if (kind === "running") return started ?? created;
  // `updatedAt` is no end: of an expired backup it is the expiry (erratum 8).
  return usable(finishedAt, now) ?? (started === null ? created : Math.max(started, created ?? started));
}

/** An instant; null for an invalid one, and for one so far ahead that a clock must be wrong. */
function usable(date: Date | null, now: number): number | null {
  const time = date?.getTime() ?? Number.NaN;
  return time <= now + CLOCK_TOLERANCE ? time : null;
}

function restorableOf({ state, restorable, expiresAt }: BackupRecord, kind: Kind, now: number) {
  if (kind !== "doubtful" && state !== "succeeded") return false;
  // DCS still says of expired backups that they can be restored (erratum 8), so the state is asked first.
  return expiresAt !== null && expiresAt.getTime() <= now ? false : restorable;
}
