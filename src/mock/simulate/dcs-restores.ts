import type { DcsJobErrorCode, DcsRestoreRecord, DcsRestoreStatus } from "../../../generated/dcs/types.js";
import { mix, uuid } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import type { SimulatedInstance } from "./dcs-instances.js";
import { listOf, type Records } from "./records.js";

/** A backup that an instance can be restored from. */
export interface RestorableBackup {
  readonly id: string;
  readonly name: string;
  readonly remark: string | null;
  /** When it had ended, epoch milliseconds. */
  readonly ended: number;
}

/** One restoration, all times in epoch milliseconds. */
interface Restoration {
  readonly createdAt: number;
  readonly backup: RestorableBackup;
  readonly index: number;
}

const MINUTE = 60_000;
/** Age of the newest restoration when the mock starts: it is under way. */
const NEWEST = 20_000;
/** Of so many backups one is restored from, and of no more than so many of the newest. */
export const [EVERY, AMONG] = [5, 250] as const;

const FAILURES: readonly DcsJobErrorCode[] = ["dcs.08.0001", "dcs.08.0002", "dcs.08.0006", "dcs.08.0007"];
const REMARKS = [null, "after the upgrade", "doctest", "升级后恢复"];

/**
 * The restorations of an instance: from one of every five of its newest backups that succeeded, within an hour after
 * the backup. The newest is under way when the mock starts.
 * @param backups newest first
 */
export function restoresOf(
  { start }: SimulatorOptions,
  { key }: SimulatedInstance,
  backups: readonly RestorableBackup[],
): Records {
  const restorations = backups
    .filter(({ ended }) => ended < start - NEWEST)
    .map((backup, index): Restoration => {
      const later = backup.ended + MINUTE + (mix(key, index, 50) % (50 * MINUTE));
      return { index, backup, createdAt: index === 0 ? start - NEWEST : Math.min(later, start - NEWEST) };
    });
  return listOf(restorations, (restoration, now) => wireRestore(key, restoration, now));
}

function wireRestore(key: number, { index, backup, createdAt }: Restoration, now: number): DcsRestoreRecord {
  const begins = createdAt + 5000;
  const ends = begins + 60_000 + (mix(key, index, 51) % 60_000);
  const fails = mix(key, index, 52) % 8 === 0;
  const status: DcsRestoreStatus =
    now < begins ? "waiting" : now < ends ? "restoring" : fails ? "failed" : "succeed";
  const share = Math.min(1, Math.max(0, (now - begins) / (ends - begins))) * (status === "failed" ? 0.4 : 1);
  const changed = status === "waiting" ? createdAt : status === "restoring" ? begins : ends;
  const digits = iso(createdAt).slice(0, 19).replace(/\D/g, "");
  return {
    status,
    progress: (Math.floor(share * 10_000) / 100).toFixed(2),
    restore_id: uuid(mix(key, index, 53), key, index),
    restore_name: `restore_${digits}`,
    restore_remark: REMARKS[mix(key, index, 54) % REMARKS.length] ?? null,
    backup_id: backup.id,
    backup_name: backup.name,
    backup_remark: backup.remark,
    created_at: iso(createdAt),
    updated_at: iso(changed),
    error_code: status === "failed" ? (FAILURES[mix(key, index, 55) % FAILURES.length] ?? null) : null,
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
