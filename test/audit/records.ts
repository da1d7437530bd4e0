import type { BackupRecord } from "../../src/records/record.js";

export const NOW = Date.UTC(2026, 10, 21, 8);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let number = 0;

/** A DCS record that began `hours` ago and ended five minutes later; whatever `fields` say wins. */
export function backup(
  state: BackupRecord["state"],
  hours: number | null,
  fields: Partial<BackupRecord> = {},
): BackupRecord {
  number += 1;
  const at = hours === null ? null : new Date(NOW - hours * HOUR);
  const ended = state === "succeeded" || state === "failed" || state === "timed_out";
  return {
    service: "dcs",
    id: `b-${number}`,
    name: null,
    state,
    trigger: "auto",
    createdAt: at,
    startedAt: at,
    finishedAt: ended && at !== null ? new Date(at.getTime() + 5 * MINUTE) : null,
    updatedAt: null,
    expiresAt: null,
    sizeBytes: null,
    progress: null,
    resource: { type: "dcs_instance", id: "i" },
    restorable: true,
    format: null,
    failure: null,
    source: null,
    ...fields,
  };
}
