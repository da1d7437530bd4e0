import type { TargetStatus } from "../../audit/status.js";

/** A status that an audit gives a target: what it says, how it comes about, what to do. */
export const verdictBackground: Readonly<
  Record<TargetStatus, { readonly meaning: string; readonly cause: string; readonly remedy: string }>
> = {
  ok: {
    meaning: "All that is expected of the target's backups was done.",
    cause: "The due runs have good backups, and the objective is met.",
    remedy: "There is nothing to do.",
  },
  new: {
    meaning: "No backup was due yet, and there is none.",
    cause: "The target or its schedule is younger than its first run.",
    remedy: "Nothing; the audit judges it once a run was due. --strict takes it for a finding.",
  },
  paused: {
    meaning: "The targets file, or the service, excuses the target for a time.",
    cause: "`pause` stands in the targets file and has not ended, or the service has paused the schedule.",
    remedy: "Remove `pause` once it is over; its reason says what the verdict would be without it.",
  },
  gone: {
    meaning: "The service does not know the target any more.",
    cause: "An instance or policy that an audit once found was deleted, or the credentials do not see it.",
    remedy: "Check that it was to be deleted. It is reported once and then forgotten.",
  },
  suspect: {
    meaning: "The backups are as they should be, but the last good one may hold too little.",
    cause: "It is empty, or far smaller than those before.",
    remedy: "Look into that backup, or restore it, before you count on it.",
  },
  unknown: {
    meaning: "The records do not show whether the backups are as they should be.",
    cause: "The service leaves out what would decide, or the schedule cannot be judged and no age is given.",
    remedy: "Give `objective.maxAge`, or a `schedule`; the field `missing` of the JSON says what is lacking.",
  },
  unprotected: {
    meaning: "Nothing backs the target up.",
    cause: "It has no schedule, or its schedule is switched off; backups are started by hand, if at all.",
    remedy: "Give it a backup policy at the service.",
  },
  late: {
    meaning: "The last good backup, or restoration, is too old, or too few backups can be restored.",
    cause: "No good backup came within `maxAge`, and none has failed since.",
    remedy: "Find out why no backup runs: a schedule that was changed, a policy without this target.",
  },
  missed: {
    meaning: "A backup was due and did not happen.",
    cause: "The time in which the run may begin is over, and there is no record of it.",
    remedy: "Look at the service's schedule and its operation logs; back up by hand until it runs again.",
  },
  failing: {
    meaning: "The backups of the target fail.",
    cause: "The backup of a due run failed, or others have failed since the last good one.",
    remedy: "`list --status failed` shows the reason, and `explain` knows its code.",
  },
  never: {
    meaning: "No backup was ever good.",
    cause: "Every record was read, and none of them has succeeded.",
    remedy: "Check that the policy is right for this target, and why its backups fail.",
  },
  stuck: {
    meaning: "A backup runs longer than it may.",
    cause: "It began longer ago than `maxDuration`, or than the policy allows, and has not ended.",
    remedy: "Look at the job at the service; while it runs, no other backup may begin.",
  },
  "not-checked": {
    meaning: "The target could not be checked, so nothing is known of its backups.",
    cause: "A call failed, or the audit ended before; the reason names the error.",
    remedy: "Look that error up with `explain`. If nothing else is wrong, the exit code is 5.",
  },
};
