import type { Evidence } from "./evidence.js";
import { bytes, duration } from "./words.js";

/** Earlier good backups that a comparison needs at least. */
const ENOUGH = 7;
/** How many times larger or smaller than usual a backup must be to be suspect. */
const FACTOR = 4;
/** Durations that differ by less say nothing: a job can wait that long to begin. */
const LEAST_DIFFERENCE_MS = 60_000;

/**
 * Why a backup may hold less than it should although it succeeded; null if nothing speaks against it. It is suspect if
 * it is empty, or if its size or its duration is below a quarter or above four times the median of at least seven other
 * good backups with the same trigger. A size is judged only if the service states that of the backup itself.
 */
export function suspicionOf(backup: Evidence, good: readonly Evidence[]): string | null {
  const { trigger, sizeBytes } = backup.record;
  if (sizeBytes !== null && Number(sizeBytes) === 0) return "it is empty";
  const others = good.filter((one) => one !== backup && one.record.trigger === trigger);
  const size = compare(backup, others, sizeOf);
  if (size !== null) return `it has ${bytes(size.value)} (usual: ${bytes(size.usual)})`;
  const time = compare(backup, others, durationOf);
  if (time !== null && Math.abs(time.value - time.usual) >= LEAST_DIFFERENCE_MS)
    return `it took ${duration(time.value)} (usual: ${duration(time.usual)})`;
  return null;
}

function sizeOf({ record }: Evidence): number | null {
  return record.sizeBytes === null ? null : Number(record.sizeBytes);
}

function durationOf({ record: { startedAt, finishedAt } }: Evidence): number | null {
  const took = startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : Number.NaN;
  return took >= 0 ? took : null;
}

/** The measure of a backup and the usual one, if they are far apart and the usual one is known. */
function compare(
  backup: Evidence,
  others: readonly Evidence[],
  measure: (one: Evidence) => number | null,
): { readonly value: number; readonly usual: number } | null {
  const value = measure(backup);
  const known = others.map(measure).filter((one) => one !== null);
  const usual = known.sort((a, b) => a - b)[Math.floor((known.length - 1) / 2)];
  if (value === null || usual === undefined || known.length < ENOUGH) return null;
  return value * FACTOR < usual || value > usual * FACTOR ? { value, usual } : null;
}
