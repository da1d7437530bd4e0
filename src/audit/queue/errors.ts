import { BackupRecordsError } from "../../core/errors.js";

/** The queue's Redis cannot be reached, refuses, or was away for too long. Never shows the URL's password. */
export class QueueError extends BackupRecordsError {
  override get name(): "QueueError" {
    return "QueueError";
  }

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, {}, options.cause);
  }
}

/**
 * What a failure of Redis, its client or BullMQ means. `lost` the connection broke, and is rebuilt · `passing`
 * Redis refuses for a time · `permanent` it refuses until a person changes something · `lock` another worker has
 * the job now · `other` anything else.
 */
export type FailureKind = "lost" | "passing" | "permanent" | "lock" | "other";

/** A failure that was looked at. */
export interface QueueFailure {
  readonly kind: FailureKind;
  /** The same for all failures of one cause, e.g. `OOM`. */
  readonly code: string;
  /** One line: the server's own words, and for a permanent refusal what to do. */
  readonly message: string;
}

/** Server's words in a reply or a script's error, and what to do about them. */
const PERMANENT: readonly (readonly [RegExp, string])[] = [
  [/NOAUTH/, "it wants a password: set BACKUP_RECORDS_QUEUE_PASSWORD"],
  [/WRONGPASS|invalid password/, "check the user in the URL and the password"],
  [
    /NOPERM|has no permissions|ACL failure|can't run this command/,
    'give the user the rights that the guide lists under "Access to Redis"',
  ],
  [
    /CROSSSLOT|\bMOVED \d|\bASK \d|hash to the same slot|in cluster mode/,
    "a Redis cluster cannot hold the queue: use a single server, which may have replicas",
  ],
  [/unknown command|Redis version needs/, "use Redis 6.2 or later, with all of its commands"],
  [/\bDENIED\b/, "it runs in protected mode: give it a password"],
  [/DB index is out of range/, "name another database in the URL, e.g. redis://host:6379/0"],
  [/WRONGTYPE/, "another program has keys that begin with backup-records: use another database"],
];

/** What a server says while a failover, a restart or an overload lasts. */
const PASSING =
  /\b(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY|MISCONF|NOREPLICAS|OOM|UNBLOCKED)\b|max number of clients/;

/** What a server says that is no longer, or not yet, the one to write to. */
const FAILOVER = /\b(READONLY|LOADING|MASTERDOWN|UNBLOCKED)\b/;

const LOST =
  /\b(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN)\b|[Cc]onnection|[Ss]ocket/;

/** Tells what a failure means. */
export function classify(error: unknown): QueueFailure {
  const text = oneLine(error);
  const code = /^(?!ERR\b)[A-Z]{3,}\b/.exec(text)?.[0] ?? text.slice(0, 60);
  const found = PERMANENT.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return { kind: "permanent", code, message: `${text}; ${found[1]}` };
  const passing = PASSING.exec(text);
  if (passing !== null) return { kind: "passing", code: passing[0], message: text };
  const isReply = error instanceof Error && error.name === "ReplyError";
  const system = error instanceof Error && "code" in error ? `${error.code} ${text}` : text;
  if (!isReply && /\b[Ll]ock\b|not in the active state|Missing key/.test(text)) {
    return { kind: "lock", code, message: text };
  }
  return { kind: !isReply && LOST.test(system) ? "lost" : "other", code, message: text };
}

/** Whether to connect again and send the command again: nothing of it was done. */
export function isFailover(error: Error): boolean {
  return FAILOVER.test(error.message);
}

/** What a server or a library said as one short line. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length <= 300 ? line : `${line.slice(0, 300)} …`;
}

/** Whether a failure is the server's refusal of a command, or of what a command was needed for. */
export function isRefusal(error: unknown): boolean {
  return error instanceof QueueError || (error instanceof Error && error.name === "ReplyError");
}

/**
 * A pause before the next attempt, with jitter, in milliseconds: between half of `baseMs` times two to the number of
 * attempts and all of it, and at most `maxMs`.
 */
export function backoff(attempts: number, baseMs: number, maxMs: number, random: () => number): number {
  const most = Math.min(baseMs * 2 ** Math.min(attempts, 30), maxMs);
  return Math.ceil(most / 2 + (random() * most) / 2);
}
