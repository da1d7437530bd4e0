import type { Account, Target } from "../target.js";

/** How the targets of a run are asked; what is left out is as the worker has it. */
export interface Asking {
  /** Most entries of a timeline. */
  readonly timeline?: number;
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
  /** Attempts for one request. */
  readonly attempts?: number;
}

/** What a worker is given: no credential, but the names of the variables in which it finds them. */
export interface AuditJob {
  /** Of this form; a worker of another release refuses what it does not know. */
  readonly form: typeof JOB_FORM;
  readonly run: string;
  readonly target: Target;
  readonly account: Account;
  readonly asking: Asking;
  /** How long the run's keys live after they were last touched. */
  readonly keepMs: number;
}

/** Counts up with every change of a job or of a result that an older release would misread. */
export const JOB_FORM = 1;

/** Whose result is expected, and the job itself where this release can read it. */
export interface ReadJob {
  readonly run: string;
  readonly target: Target;
  readonly job: AuditJob | null;
}

/** Reads what BullMQ hands over; null where it is no job of an audit, e.g. one whose content has expired. */
export function readJob(data: Partial<AuditJob>): ReadJob | null {
  const { form, run, target, account, asking = {}, keepMs } = data;
  if (run === undefined || target?.name === undefined) return null;
  const known = form === JOB_FORM && account !== undefined && keepMs !== undefined;
  return { run, target, job: known ? { form, run, target, account, asking, keepMs } : null };
}
