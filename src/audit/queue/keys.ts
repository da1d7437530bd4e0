import { createHash } from "node:crypto";
import { ConfigurationError } from "../../core/errors.js";

/** The beginning of every key in Redis, BullMQ's included. */
export const PREFIX = "backup-records";

/** Accounts that have jobs, each with the time in epoch milliseconds at which an audit last named it. */
export const ACCOUNTS_KEY = `${PREFIX}:accounts`;

/** Workers stop to serve an account that no audit has named for so long, in milliseconds. */
export const FORGET_MS = 7 * 86_400_000;

/** Workers, each with the time in epoch milliseconds of its last heartbeat. */
export const WORKERS_KEY = `${PREFIX}:workers`;

/** The keys of one run. All of them expire. */
export interface RunKeys {
  /** Exists while an audit wants the run. Results of another run are dropped. */
  readonly wanted: string;
  /** Set of the targets that have their result. */
  readonly done: string;
  /** Hash of the targets that are checked with nothing beside them, each with the process that does. */
  readonly exclusive: string;
  /** Stream of the results, one for each target. */
  readonly results: string;
}

export function runKeys(run: string): RunKeys {
  const of = (what: string) => `${PREFIX}:run:${run}:${what}`;
  return { wanted: of("wanted"), done: of("done"), exclusive: of("exclusive"), results: of("results") };
}

/**
 * Checks the name of a run, which becomes part of keys.
 * @throws ConfigurationError
 */
export function checkRunId(run: string): string {
  if (isRunId(run)) return run;
  throw new ConfigurationError(
    "The name of a run may have letters, digits, dots, dashes and underlines, 100 at most",
  );
}

/** Whether a text can be the name of a run. */
export function isRunId(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text);
}

/** The queue of an account: its own, so that an account at its limit delays no other. BullMQ allows no colon in it. */
export function queueName(account: string): string {
  return `account.${encodeURIComponent(account)}`;
}

/** The same for the same target of the same run, so that BullMQ adds it once. */
export function jobId(run: string, target: string): string {
  return `${run}.${createHash("sha256").update(target).digest("base64url").slice(0, 22)}`;
}

/** A key of an account's queue, by BullMQ's own name of it. */
export function queueKey(account: string, part: string): string {
  return `${PREFIX}:${queueName(account)}:${part}`;
}

/** The requests of an account under a limit. Another limit for the same account counts apart. */
export function limitKey(account: string, limit: { readonly requests: number; readonly periodMs: number }) {
  return `${PREFIX}:limit:${limit.requests}/${limit.periodMs}:${account}`;
}
