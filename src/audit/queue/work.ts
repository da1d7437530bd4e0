import { randomUUID } from "node:crypto";
import type { TargetResult } from "../result.js";
import { unasked } from "../run.js";
import type { Target } from "../target.js";
import type { Company } from "./company.js";
import { type AuditJob, readJob } from "./job.js";
import type { RunStore } from "./run-store.js";
import { encodeResult } from "./wire.js";

/**
 * Asks one target with the credentials of its account. Where they are missing, or the target cannot be asked,
 * the result says so; it rejects with the signal's reason alone.
 */
export type Ask = (job: AuditJob, signal: AbortSignal) => Promise<TargetResult>;

/** What became of a job: `dropped` where nobody wants its result, or another has delivered it. */
export type Outcome = "recorded" | "dropped" | "handed back";

/** What a job is worked off with. */
export interface Tools {
  readonly ask: Ask;
  readonly store: RunStore;
  readonly company: Company;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A worker that was lost with the same target so often asks it with nothing beside it the next time. */
const LOST_IN_COMPANY = 2;

/**
 * Works off one job: its target has one result afterwards, whoever else has worked at it. `losses`: how many
 * workers were lost with it in hand. A target in whose company two workers were lost is asked alone, and when
 * that worker is lost, too, the target's result is the failure `WorkerCrash`: the targets beside it are not
 * blamed.
 */
export async function work(
  data: object,
  losses: number,
  signal: AbortSignal,
  { ask, store, company, now }: Tools,
): Promise<Outcome> {
  const read = readJob(data);
  if (read === null) return "dropped";
  const { run, target, job } = read;
  const entry = { run, name: target.name, keepMs: job?.keepMs ?? 3_600_000 };
  const record = async (result: TargetResult) =>
    (await store.record(entry, encodeResult(result))) ? "recorded" : "dropped";

  if (job === null) {
    return record(
      failed(
        target,
        named("WorkerVersion", "The worker is of another release than the audit; use one for both"),
        now(),
      ),
    );
  }
  const alone = losses >= LOST_IN_COMPANY;
  let leave: () => void;
  try {
    leave = await company.enter(alone, signal);
  } catch {
    return "handed back";
  }
  try {
    const beginning = await store.begin(entry, alone ? randomUUID() : null);
    if (beginning === "done" || beginning === "unwanted") return "dropped";
    if (beginning === "crashed") {
      const crash = `${losses} workers were lost while they asked it, the last with nothing else in hand`;
      return await record(failed(target, named("WorkerCrash", crash), now()));
    }
    let result: TargetResult;
    try {
      result = await ask(job, signal);
    } catch (error) {
      if (signal.aborted) {
        if (alone) await store.handBack(entry);
        return "handed back";
      }
      result = failed(target, error, now());
    }
    return await record(result);
  } finally {
    leave();
  }
}

/** The result of a target that could not be asked. */
function failed(target: Target, error: unknown, askedAt: number): TargetResult {
  return { ...unasked(target, error), askedAt };
}

/** A failure that a person or a script tells apart by its name. */
function named(name: "WorkerCrash" | "WorkerVersion", message: string): Error {
  return Object.assign(new Error(message), { name });
}
