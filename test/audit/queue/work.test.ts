import { describe, expect, test } from "vitest";
import { createCompany } from "../../../src/audit/queue/company.js";
import { JOB_FORM } from "../../../src/audit/queue/job.js";
import type { Beginning } from "../../../src/audit/queue/run-store.js";
import { decodeResult } from "../../../src/audit/queue/wire.js";
import { type Ask, work } from "../../../src/audit/queue/work.js";
import { unasked } from "../../../src/audit/run.js";
import { target } from "../../queue/support/targets.js";

const asked = target("i-1", "http://127.0.0.1");
const account = { name: "main", environment: {}, rateLimit: null };
const job = { form: JOB_FORM, run: "run", target: asked, account, asking: {}, keepMs: 1_000 };
const fine = { ...unasked(asked, new Error()), failure: null, requests: 1 };

interface Situation {
  readonly beginning?: Beginning;
  readonly losses?: number;
  readonly first?: boolean;
  readonly ask?: Ask;
  readonly data?: object;
  readonly signal?: AbortSignal;
}

/** Works off one job; what it did to the store is noted. */
async function run(situation: Situation) {
  const { beginning = "go", losses = 0, first = true, ask = async () => fine, data = job } = situation;
  const { signal = new AbortController().signal } = situation;
  const steps: string[] = [];
  const failures: (string | undefined)[] = [];
  const outcome = await work(data, losses, signal, {
    ask: (...args) => {
      steps.push("ask");
      return ask(...args);
    },
    company: createCompany(),
    now: () => 1_000,
    store: {
      begin: async (_, alone) => {
        steps.push(alone === null ? "begin" : "begin alone");
        return beginning;
      },
      record: async ({ run, name, keepMs }, text) => {
        steps.push(`record ${run} ${name} ${keepMs}`);
        const { failure } = decodeResult(text, asked);
        failures.push(failure?.name);
        return first;
      },
      handBack: async () => {
        steps.push("hand back");
      },
    },
  });
  return { outcome, steps, failures };
}

const aborted = AbortSignal.abort(new Error("stop"));

describe("a job", () => {
  test("is asked and recorded", async () => {
    const { outcome, steps } = await run({});
    expect(outcome).toBe("recorded");
    expect(steps).toEqual(["begin", "ask", "record run i-1 1000"]);
  });

  test("that another has delivered meanwhile changes nothing", async () => {
    expect(await run({ first: false })).toMatchObject({ outcome: "dropped" });
  });

  test.each(["done", "unwanted"] as const)("of a target that is %s is not asked", async (beginning) => {
    expect(await run({ beginning })).toMatchObject({ outcome: "dropped", steps: ["begin"] });
  });

  test.each([
    [0, "begin"],
    [1, "begin"],
    [2, "begin alone"],
    [3, "begin alone"],
  ])("that %i workers were lost with: %s", async (losses, step) => {
    expect((await run({ losses })).steps[0]).toBe(step);
  });

  test("that ended a worker which asked nothing else has that as its result", async () => {
    const { outcome, steps, failures } = await run({ losses: 3, beginning: "crashed" });
    expect(outcome).toBe("recorded");
    expect(steps).toEqual(["begin alone", "record run i-1 1000"]);
    expect(failures).toEqual(["WorkerCrash"]);
  });

  test("that cannot be asked has the reason as its result", async () => {
    const ask = async () => {
      throw new RangeError("no");
    };
    expect(await run({ ask })).toMatchObject({ outcome: "recorded", failures: ["RangeError"] });
  });

  test("that is interrupted is handed back without a result, and was not asked alone", async () => {
    const ask = async () => {
      throw new Error("stop");
    };
    const stop = new AbortController();
    const interrupted: Ask = () => {
      stop.abort();
      return ask();
    };
    const { outcome, steps } = await run({ losses: 2, ask: interrupted, signal: stop.signal });
    expect(outcome).toBe("handed back");
    expect(steps).toEqual(["begin alone", "ask", "hand back"]);
    expect(await run({ signal: aborted })).toMatchObject({ outcome: "handed back", steps: [] });
  });

  test("of another release has that as its result", async () => {
    const { failures, steps } = await run({ data: { ...job, form: JOB_FORM + 1 } });
    expect(failures).toEqual(["WorkerVersion"]);
    expect(steps).not.toContain("ask");
  });

  test.each([[{}], [{ run: "run" }], [{ target: asked }]])("without content is dropped: %j", async (data) => {
    expect(await run({ data })).toMatchObject({ outcome: "dropped", steps: [] });
  });
});
