import { describe, expect, test } from "vitest";
import { readJob, writeJob } from "../../../src/audit/queue/job.js";
import { jobId } from "../../../src/audit/queue/keys.js";
import { MAX_TARGETS_OF_A_JOB, planJobs } from "../../../src/audit/queue/plan.js";
import type { Target } from "../../../src/audit/target.js";
import { target } from "../../queue/support/targets.js";

const server = (id: string, over: Partial<Target> = {}): Target => ({
  ...target(id, "https://cbr.example"),
  service: "cbr",
  api: null,
  ...over,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => server(`s-${at}`));
const names = async (targets: readonly Target[]) =>
  (await planJobs("run", targets)).map((job) => job.targets.map(({ name }) => name));

describe("the jobs of a run", () => {
  test("hold the targets that one listing serves, and one target of any other service", async () => {
    const targets = [
      server("s-1"),
      target("i-1", "https://dcs.example"),
      server("s-2"),
      target("i-2", "https://dcs.example"),
    ];
    expect(await names(targets)).toEqual([["s-1", "s-2"], ["i-1"], ["i-2"]]);
  });

  test.each<Partial<Target>>([
    { account: "other" },
    { region: "eu-nl" },
    { cloud: "otc" },
    { projectId: "another" },
    { baseUrl: "https://other.example" },
  ])("hold no targets of two places or accounts: %j", async (over) => {
    expect(await names([server("s-1"), server("s-2", over)])).toEqual([["s-1"], ["s-2"]]);
    expect((await planJobs("run", [server("s-2", over)]))[0]?.account).toBe(over.account ?? "main");
  });

  test("hold at most so many, each target once, and are small enough for a worker", async () => {
    const long = { objective: { ...target("x", "").objective, maxAge: 123_456_789, maxRestoreAge: 1 } };
    const targets = many(2 * MAX_TARGETS_OF_A_JOB + 1).map((one) => ({
      ...one,
      ...long,
      name: one.name.padEnd(1_000, "x"),
    }));
    const jobs = await planJobs("run", targets);
    expect(jobs.map((job) => job.targets.length)).toEqual([MAX_TARGETS_OF_A_JOB, MAX_TARGETS_OF_A_JOB, 1]);
    expect(jobs.flatMap((job) => job.targets)).toEqual(targets);
    const [first] = jobs;
    const data = writeJob({
      run: "run",
      account: "main",
      rateLimit: null,
      settings: {},
      keepMs: 1_000,
      targets: first?.targets ?? [],
    });
    expect((await readJob(JSON.parse(JSON.stringify(data)), "main"))?.job).toHaveProperty(
      "targets.length",
      MAX_TARGETS_OF_A_JOB,
    );
  });

  test("are called the same in every audit of the run, and like the target if it is one", async () => {
    const ids = async (run: string, targets: readonly Target[]) =>
      (await planJobs(run, targets)).map(({ id }) => id);
    expect(await ids("run", many(3))).toEqual(await ids("run", many(3)));
    expect(await ids("run", many(1))).toEqual([jobId("run", "s-0")]);
    const all = [
      ...(await ids("run", many(3))),
      ...(await ids("run", many(2))),
      ...(await ids("other", many(3))),
    ];
    expect(new Set(all).size).toBe(3);
  });
});
