import { type Clock, longestTimer, systemClock, wait, withDeadline } from "../core/deadline.js";
import { InvalidRequestError } from "../core/errors.js";
import type { BackupListing } from "../core/listing.js";
import { checkOptions } from "../core/options.js";
import type { BackupRecord } from "./record.js";

/** A listing of backups of any service, as a client's method returns it. */
type Backups<Item> = Pick<BackupListing<Item>, "records">;

/**
 * The latest backup that succeeded; null if there is none. All pages are read, since no service promises an order: limit
 * the listing to a period. An expired or deleted backup is not returned. A backup is as late as its end or, if the service
 * states none, its beginning or its creation; one without any time is the earliest.
 * @param accept further narrows what counts, e.g. `(backup) => backup.restorable === true`
 * @throws the errors of the listing
 * @example
 * const backup = await latestGood(dcs.listBackupRecords({ instance_id, begin_time: lastWeek }));
 */
export async function latestGood<Item>(
  listing: Backups<Item>,
  accept: (backup: BackupRecord<Item>) => boolean = () => true,
): Promise<BackupRecord<Item> | null> {
  let latest: BackupRecord<Item> | null = null;
  for await (const backup of listing.records()) {
    if (backup.state !== "succeeded" || !accept(backup)) continue;
    if (latest === null || timeOf(backup) > timeOf(latest)) latest = backup;
  }
  return latest;
}

function timeOf({ finishedAt, startedAt, createdAt }: BackupRecord): number {
  return (finishedAt ?? startedAt ?? createdAt)?.getTime() ?? Number.NEGATIVE_INFINITY;
}

/** Options of `waitUntil`. */
export interface WaitUntilOptions {
  /** Milliseconds between the end of one listing and the beginning of the next, from 1 to 24.8 days. */
  readonly every: number;
  /** Ends the waiting; its reason is rethrown. Without it the waiting can last forever. @default none */
  readonly signal?: AbortSignal | undefined;
  /** Measures `every`. @default the machine's clock */
  readonly clock?: Clock | undefined;
}

const optionTypes = { every: "number", signal: "object", clock: "object" } as const;

/**
 * Lists again and again until a backup is as wanted, and returns that backup. Pages after it are not read.
 * @throws InvalidRequestError for options that cannot work
 * @throws the signal's reason, and the errors of the listing, which retries as the client does
 * @example
 * const listing = vbs.listBackupTasks({ policy_id, job_id });
 * const signal = AbortSignal.timeout(6 * 3_600_000);
 * const ended = await waitUntil(listing, ({ finishedAt }) => finishedAt !== null, { every: 30_000, signal });
 */
export async function waitUntil<Item>(
  listing: Backups<Item>,
  predicate: (backup: BackupRecord<Item>) => boolean,
  options: WaitUntilOptions,
): Promise<BackupRecord<Item>> {
  checkOptions(options, optionTypes, "waitUntil option", (problem) => new InvalidRequestError(problem));
  const { every, signal, clock = systemClock } = options;
  if (!(every >= 1 && every <= longestTimer))
    throw new InvalidRequestError(`every must be from 1 to ${longestTimer} milliseconds, not ${every}`, {
      parameter: "every",
    });
  const find = async (inner: AbortSignal | undefined) => {
    for (;;) {
      inner?.throwIfAborted();
      for await (const backup of listing.records()) {
        inner?.throwIfAborted();
        if (predicate(backup)) return backup;
      }
      await wait({ clock, ms: every, signal: inner });
    }
  };
  return withDeadline({ clock, ms: Number.POSITIVE_INFINITY, signal }, () => undefined, find);
}
