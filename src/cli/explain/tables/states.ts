import type { BackupState } from "../../../records/record.js";

/** A unified state: what it says, how it comes about, what to do. */
export const stateBackground: Readonly<
  Record<BackupState, { readonly meaning: string; readonly cause: string; readonly remedy: string }>
> = {
  pending: {
    meaning: "The backup is registered but has not begun.",
    cause: "It waits for its turn, or for another job on the same resource.",
    remedy: "Wait; `list --watch` follows it.",
  },
  running: {
    meaning: "The backup is being made.",
    cause: "It has begun and has not ended.",
    remedy: "Wait; `list --watch` follows it.",
  },
  succeeded: {
    meaning: "The backup was made.",
    cause: "The job came to its end.",
    remedy: "Nothing. Some services say whether it can be restored from.",
  },
  failed: {
    meaning: "The backup could not be made.",
    cause: "The job broke off; a DCS record names the reason in error_code, the other services name none.",
    remedy: "Look the code up with `explain`, fix the cause, and back up again.",
  },
  timed_out: {
    meaning: "The backup was given up because it took too long.",
    cause: "The disk holds too much for the time allowed, or the service was slow.",
    remedy: "Back up when there is less to do; do not count on this one.",
  },
  skipped: {
    meaning: "A backup came due but was not made.",
    cause: "The resource was busy, detached or in error, or an earlier backup was still running.",
    remedy: "See that the next one succeeds, or back up by hand.",
  },
  expired: {
    meaning: "The backup is past its retention.",
    cause: "Its time ran out, or newer backups took its place.",
    remedy: "Do not count on it, even if the record still says that it can be restored from.",
  },
  deleted: {
    meaning: "The backup's file is gone.",
    cause: "Somebody deleted it.",
    remedy: "Nothing can be restored from it; use another backup.",
  },
  unknown: {
    meaning: "The service sent a status that its contract does not list.",
    cause: "The vendor added one after its page was written.",
    remedy: "Look at the wire status with `list --wire`, and report it to the maintainers.",
  },
};
