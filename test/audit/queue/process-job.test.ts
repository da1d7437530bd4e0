import { describe, expect, test } from "vitest";
import { assess } from "../../../src/audit/assess.js";
import { notChecked } from "../../../src/audit/check.js";
import { defaultObjective } from "../../../src/audit/objective.js";
import type { CheckTarget } from "../../../src/audit/queue/check-target.js";
import { QueueError } from "../../../src/audit/queue/errors.js";
import { createRwLock } from "../../../src/audit/queue/exclusive-lock.js";
import { JOB_VERSION, writeJob } from "../../../src/audit/queue/job.js";
import { jobId } from "../../../src/audit/queue/keys.js";
import { processJob } from "../../../src/audit/queue/process-job.js";
import { decodeResult } from "../../../src/audit/queue/result-codec.js";
import type { Beginning } from "../../../src/audit/queue/run-store.js";
import { target } from "../../queue/support/targets.js";

const first = target("i-1", "http://127.0.0.1");
const second = target("i-2", "http://127.0.0.1");
const fixed = { run: "run", account: "main", rateLimit: null, settings: {}, keepMs: 1_000 };
const job = writeJob({ ...fixed, targets: [first] });
const both = writeJob({ ...fixed, targets: [first, second] });
const assessment = assess([], defaultObjective, 0);
const fine = { ...notChecked(new Error()), target: first, failure: null, assessment };

interface Situation {
  readonly beginning?: Beginning | ((name: string) => Beginning);
  readonly losses?: number;
  /** Whether this worker's result is the first. */
  readonly isFirst?: boolean;
  readonly check?: CheckTarget;
  /** What Redis says instead of keeping a result. */
  readonly refusal?: Error;
  /** Told of a job that it adds. */
  readonly add?: (job: unknown) => void;
  readonly data?: unknown;
  readonly signal?: AbortSignal;
  /** What it did to the store. */
  readonly steps?: string[];
}

/** Processes one job. */
async function run(situation: Situation) {
  const { beginning = "go", losses = 0, isFirst = true, check = async () => fine, data = job } = situation;
  const { signal = new AbortController().signal } = situation;
  const { steps = [] } = situation;
  const failures: (string | undefined)[] = [];
  const outcome = await processJob(data, "main", losses, signal, {
    check: (...args) => {
      steps.push("check");
      return check(...args);
    },
    lock: createRwLock(),
    add: async (account, jobs) => {
      for (const { data } of jobs) situation.add?.(data);
      for (const { id, data } of jobs)
        steps.push(`add ${account} ${id} ${data.targets.map(({ name }) => name)}`);
    },
    now: () => 1_000,
    store: {
      begin: async ({ name }, alone) => {
        steps.push(alone === null ? "begin" : "begin alone");
        return typeof beginning === "string" ? beginning : beginning(name);
      },
      record: async ({ run, name, keepMs }, text) => {
        steps.push(`record ${run} ${name} ${keepMs}`);
        const { failure } = decodeResult(text, first);
        failures.push(failure?.name);
        if (situation.refusal) throw situation.refusal;
        return isFirst;
      },
      handBack: async () => {
        steps.push("hand back");
      },
    },
  });
  return { outcome, steps, failures };
}

const done = (recorded: number) => ({ recorded, handedBack: false });
const aborted = AbortSignal.abort(new Error("stop"));

describe("a job", () => {
  test("is checked and recorded", async () => {
    const { outcome, steps } = await run({});
    expect(outcome).toEqual(done(1));
    expect(steps).toEqual(["begin", "check", "record run i-1 1000"]);
  });

  test("of several targets gives a result for each", async () => {
    const { outcome, steps } = await run({ data: both });
    expect(outcome).toEqual(done(2));
    expect(steps).toEqual(["begin", "check", "record run i-1 1000", "begin", "check", "record run i-2 1000"]);
  });

  test("that another worker has finished meanwhile changes nothing", async () => {
    expect((await run({ isFirst: false })).outcome).toEqual(done(0));
  });

  test.each(["done", "unwanted"] as const)("of a target that is %s is not checked", async (beginning) => {
    expect(await run({ beginning })).toMatchObject({ outcome: done(0), steps: ["begin"] });
  });

  test.each([
    [0, "begin"],
    [1, "begin"],
    [2, "begin alone"],
    [3, "begin alone"],
  ])("that %i workers were lost with: %s", async (losses, step) => {
    expect((await run({ losses })).steps[0]).toBe(step);
  });

  test("that ended a worker which did nothing else has that as the result of its target", async () => {
    const { outcome, failures } = await run({ losses: 3, beginning: "crashed" });
    expect(outcome).toEqual(done(1));
    expect(failures).toEqual(["WorkerCrash"]);
  });

  test.each([2, 3])(
    "of several targets that %i workers were lost with becomes a job for each",
    async (losses) => {
      const { outcome, steps } = await run({ losses, data: both });
      expect(outcome).toEqual(done(0));
      expect(steps).toEqual([`add main ${jobId("run", "i-1")} i-1`, `add main ${jobId("run", "i-2")} i-2`]);
      expect((await run({ losses: 1, data: both })).steps).toContain("check");
    },
  );

  test("that is split keeps all that it says of its targets", async () => {
    const added: unknown[] = [];
    const memory = { checkedAt: 1, schedule: null, missed: [2] };
    const rateLimit = { requests: 5, periodMs: 1_000 };
    const settings = { timeline: 7, timeout: 9, attempts: 2 };
    const more = { ...fixed, rateLimit, settings };
    const data = writeJob({ ...more, targets: [{ ...first, memory }, second] });
    await run({ losses: 2, data, add: (job) => added.push(job) });
    expect(added).toEqual([
      writeJob({ ...more, targets: [{ ...first, memory }] }),
      writeJob({ ...more, targets: [second] }),
    ]);
  });

  test("that cannot be checked has the reason as its result", async () => {
    const check = async () => {
      throw new RangeError("no");
    };
    expect(await run({ check })).toMatchObject({ outcome: done(1), failures: ["RangeError"] });
  });

  test("that Redis refuses to count is a fault of the queue, and not of the target", async () => {
    const check = async () => {
      throw new QueueError("OOM");
    };
    await expect(run({ check })).rejects.toThrow("OOM");
    const steps: string[] = [];
    await expect(run({ check, losses: 2, steps })).rejects.toThrow("OOM");
    expect(steps).toEqual(["begin alone", "check", "hand back"]);
  });

  test("whose result Redis refuses was not checked alone: the next worker must not blame the target", async () => {
    const steps: string[] = [];
    await expect(run({ refusal: new QueueError("MISCONF"), losses: 2, steps })).rejects.toThrow("MISCONF");
    expect(steps).toEqual(["begin alone", "check", "record run i-1 1000", "hand back"]);
  });

  test("that is interrupted is handed back without a result, and was not checked alone", async () => {
    const stop = new AbortController();
    const check: CheckTarget = async () => {
      stop.abort();
      throw new Error("stop");
    };
    const { outcome, steps } = await run({ losses: 2, check, signal: stop.signal });
    expect(outcome).toEqual({ recorded: 0, handedBack: true });
    expect(steps).toEqual(["begin alone", "check", "hand back"]);
    expect(await run({ signal: aborted })).toMatchObject({ outcome: { handedBack: true }, steps: [] });
  });

  test.each([
    ["WorkerVersion", { ...both, version: JOB_VERSION + 1 }],
    ["WorkerRefusal", { ...both, account: "another" }],
  ])("with the result %s is not checked", async (name, data) => {
    const { failures, steps } = await run({ data });
    expect(failures).toEqual([name, name]);
    expect(steps).not.toContain("check");
  });

  test.each([undefined, {}, { run: "run" }, { targets: both.targets }])(
    "without content is dropped: %j",
    async (data) => {
      expect(await run({ data: data ?? null })).toMatchObject({ outcome: done(0), steps: [] });
    },
  );
});
