import { randomUUID } from "node:crypto";
import { createAccountClients } from "../../audit/account-clients.js";
import { checkTarget } from "../../audit/check.js";
import { readQueueUrl } from "../../audit/queue/address.js";
import type { QueueAuditEvent } from "../../audit/queue/audit.js";
import type { TargetResult } from "../../audit/result.js";
import { type ClientsOf, runAudit } from "../../audit/run.js";
import type { Account, Target } from "../../audit/target.js";
import { count } from "../../audit/words.js";
import { debugEvents } from "../list/debug.js";
import { waitNotes } from "../list/wait-notes.js";
import type { Terminal } from "../terminal.js";
import type { AuditCommandOptions } from "./options.js";

/** What is checked, and how. */
export interface ResultsJob {
  readonly targets: readonly Target[];
  /** By name. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Those of `openClients`; workers have their own. */
  readonly clientsOf: ClientsOf;
  /** Most backups of a target that are wanted for its timeline. */
  readonly timeline: number;
  /** Ends the audit; its reason is thrown. */
  readonly signal: AbortSignal;
  readonly options: AuditCommandOptions;
  /** `say` has the line to itself. */
  readonly terminal: Pick<Terminal, "env" | "say" | "note">;
}

/** Results as they come, each target's once: checked by this process, or by workers over a queue. */
export async function* openResults(job: ResultsJob): AsyncGenerator<TargetResult, void> {
  yield* job.options.queue === undefined ? checkHere(job) : await checkOverQueue(job, job.options.queue);
}

/** The API clients of an audit. `--debug` shows what they do. */
export function openClients(
  accounts: ResultsJob["accounts"],
  {
    signal,
    options,
    terminal,
  }: Pick<ResultsJob, "signal"> & {
    readonly terminal: Pick<Terminal, "env" | "say" | "err" | "quiet" | "now">;
    readonly options: Pick<AuditCommandOptions, "timeout" | "attempts" | "debug">;
  },
): ClientsOf {
  const { env, say } = terminal;
  const debug = (line: string) => say(["dim", `debug: ${line}`]);
  const client = {
    timeout: options.timeout,
    retry: { attempts: options.attempts },
    onEvent: options.debug ? debugEvents(debug) : waitNotes(terminal, say, options.attempts),
  };
  return createAccountClients({ accounts, env, signal, client });
}

function checkHere({
  targets,
  clientsOf,
  timeline,
  signal,
  options,
}: ResultsJob): AsyncIterable<TargetResult> {
  return runAudit({
    targets,
    clientsOf,
    check: (target, clients, context) => checkTarget(target, clients, { ...context, timeline }),
    concurrency: options.concurrency,
    signal,
  });
}

async function checkOverQueue(job: ResultsJob, queue: string): Promise<AsyncIterable<TargetResult>> {
  const { targets, accounts, signal, options, terminal } = job;
  // Refused before a run has a name that seems to be worth keeping.
  readQueueUrl(queue, terminal.env);
  const { auditOverQueue } = await import("../../audit/queue/audit.js");
  const runId = options.run ?? randomUUID();
  if (options.run === undefined) terminal.note(`the run is called ${runId}; --run ${runId} continues it`);
  const onEvent = (event: QueueAuditEvent) => terminal.note(words(event));
  const settings = { timeline: job.timeline, timeout: options.timeout, attempts: options.attempts };
  return auditOverQueue({ targets, accounts, settings, queue, runId, env: terminal.env, signal, onEvent });
}

function words(event: QueueAuditEvent): string {
  switch (event.type) {
    case "lost":
      return `lost Redis at ${event.queue}; waiting for it`;
    case "back":
      return `Redis at ${event.queue} is back`;
    case "refused":
      return `Redis at ${event.queue} refuses for now: ${event.message}`;
    case "accepted":
      return `Redis at ${event.queue} accepts again`;
    case "no worker":
      return `nobody works at ${event.queue}: start backup-records worker --queue URL`;
    case "put again":
      return `Redis had lost the jobs of ${count(event.targets, "target")}; they were put there again`;
  }
}
