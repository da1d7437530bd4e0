import type { DcsBackupRecord, DcsBackupStatus, DcsBackupType, DcsEmptyObject } from "backup-records/dcs";
import type { StarRocksBackup } from "backup-records/starrocks";
import type { VbsBackupTask } from "backup-records/vbs";
import type { Expect, Same } from "./assert.js";

// Documented values autocomplete, so they stand in the union; unknown ones are allowed all the same.
export const documented: DcsBackupStatus = "backuping";
export const unknown: DcsBackupStatus = "paused";
export type OpenStatus = Expect<
  Same<
    DcsBackupStatus,
    "waiting" | "backuping" | "succeed" | "failed" | "expired" | "deleted" | (string & {})
  >
>;
// @ts-expect-error An open enumeration is a string all the same.
export const number: DcsBackupType = 1;

// Required, optional and nullable as the contract has them.
export type Required = Expect<Same<DcsBackupRecord["backup_id"], string>>;
export type Optional = Expect<Same<DcsBackupRecord["execution_at"], string | undefined>>;
export type Nullable = Expect<Same<DcsBackupRecord["remark"], string | null>>;
export type Empty = Expect<Same<DcsBackupRecord["period"], string | null | DcsEmptyObject>>;
export type Running = Expect<Same<VbsBackupTask["finished_at"], string | undefined>>;

// An int64 can be either.
export type Size = Expect<Same<DcsBackupRecord["size"], number | bigint>>;
export type Epoch = Expect<Same<StarRocksBackup["ExpireTime"], number | bigint | undefined>>;

declare const record: DcsBackupRecord;
// @ts-expect-error A field of another vendor's record.
record.Status;
// @ts-expect-error A slip in a field's name.
record.backup_nmae;
