import fc, { type Scheduler } from "fast-check";
import { createClientSet } from "../../../../src/audit/client-set.js";
import type { Target } from "../../../../src/audit/target.js";
import { token } from "../../../../src/auth/token.js";
import { settle } from "../../../support/fake-clock.js";
import { blank, target } from "../../run-double.js";
import type { Subject } from "./prove.js";

/** An audit in one process: its targets, how each check ends, and when its reader has had enough. */
export interface AuditPlan {
  readonly targets: readonly { readonly account: string; readonly ends: Ending }[];
  readonly concurrency: number;
  /** After how many steps the caller's signal aborts. */
  readonly abortsAfter: number | null;
  /** After how many results the reader leaves. */
  readonly leavesAfter: number | null;
}

type Ending = "result" | "failure" | "no client";

export const auditPlans: fc.Arbitrary<AuditPlan> = fc.record({
  targets: fc.array(
    fc.record({
      account: fc.constantFrom("a", "b", "c"),
      ends: fc.constantFrom<Ending>("result", "result", "failure", "no client"),
    }),
    { maxLength: 8 },
  ),
  concurrency: fc.integer({ min: 1, max: 4 }),
  abortsAfter: fc.option(fc.nat({ max: 12 }), { freq: 2 }),
  leavesAfter: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
});

/**
 * Plays one audit. The order in which checks end and results are read is the scheduler's.
 * @throws Error for what must not happen
 */
export async function playAudit(subject: Subject, plan: AuditPlan, scheduler: Scheduler): Promise<void> {
  const all = plan.targets.map(({ account }, at) => target(`t-${at}`, { account }));
  const endingOf = new Map(all.map(({ name }, at) => [name, plan.targets[at]?.ends]));
  const clients = createClientSet({ auth: token("t") });
  const begun: Target[] = [];
  const running = new Map<Target, AbortSignal | null>();
  const ended = new Set<string>();
  const seen: string[] = [];
  let isReading = false;
  let problem: unknown;
  const stop = new AbortController();

  function expectFair({ account }: Target): void {
    const count = (of: string) => [...running.keys()].filter((one) => one.account === of).length;
    const waiting = all.filter((one) => !begun.includes(one));
    const least = Math.min(...waiting.map((one) => count(one.account)));
    if (count(account) > least) throw new Error(`account ${account} has more than its share`);
  }

  const check = (text: string, isTrue: boolean) => {
    if (!isTrue) problem ??= new Error(text);
  };

  /** A check, or a client that is made for one. */
  async function turn(one: Target, label: string, signal?: AbortSignal): Promise<void> {
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
    await Promise.race([scheduler.schedule(Promise.resolve(), `${label} ${one.name}`), aborted]);
  }

  const audit = subject.runAudit({
    targets: all,
    concurrency: plan.concurrency,
    signal: stop.signal,
    async clientsOf(one) {
      check(`${one.name} is begun twice`, !begun.includes(one));
      check(`${one.name} is begun ahead of the reader`, isReading);
      check(`${one.name} is begun after the end`, !stop.signal.aborted);
      try {
        expectFair(one);
      } catch (error) {
        problem ??= error;
      }
      begun.push(one);
      check(`${begun.length} are begun`, begun.length <= seen.length + plan.concurrency);
      running.set(one, null);
      check(`${running.size} are checked at a time`, running.size <= plan.concurrency);
      await turn(one, "client of");
      if (endingOf.get(one.name) !== "no client") return clients;
      running.delete(one);
      ended.add(one.name);
      throw new TypeError("no client");
    },
    async check(one, _, { signal }) {
      running.set(one, signal);
      signal.throwIfAborted();
      await turn(one, "check", signal);
      running.delete(one);
      ended.add(one.name);
      if (endingOf.get(one.name) === "failure") throw new RangeError("no");
      return blank(one);
    },
  });

  /** What had its result when the audit was ended. */
  let ready: readonly string[] = [];
  async function read(): Promise<"complete" | "ended" | "left"> {
    try {
      for (;;) {
        await scheduler.schedule(Promise.resolve(), "read");
        isReading = true;
        const { done, value } = await audit.next();
        isReading = false;
        if (problem !== undefined) throw problem;
        if (done) return "complete";
        const { name } = value.target;
        check(`${name} is yielded twice`, !seen.includes(name));
        check(`${name} is yielded before its end`, ended.has(name));
        const failure = { failure: "RangeError", "no client": "TypeError", result: undefined };
        check(`${name} has another result`, value.failure?.name === failure[endingOf.get(name) ?? "result"]);
        if (problem !== undefined) throw problem;
        seen.push(name);
        if (seen.length === plan.leavesAfter) {
          await audit.return();
          return "left";
        }
      }
    } catch (error) {
      if (error !== stop.signal.reason) throw error;
      return "ended";
    }
  }

  async function abort(): Promise<void> {
    if (plan.abortsAfter === null) return;
    for (let at = 0; at < plan.abortsAfter; at += 1) await scheduler.schedule(Promise.resolve(), "time");
    ready = [...ended];
    stop.abort(new Error("enough"));
  }

  abort();
  const end = await scheduler.waitFor(read());
  await settle();
  if (problem !== undefined) throw problem;
  const missing = (end === "complete" ? all.map(({ name }) => name) : end === "ended" ? ready : []).filter(
    (name) => !seen.includes(name),
  );
  if (missing.length > 0) throw new Error(`no result of ${missing}`);
  for (const [one, signal] of running) {
    if (signal && !signal.aborted) throw new Error(`${one.name} is still checked`);
  }
}
