import { describe, expect, test } from "vitest";
import { checkRunId, jobId, queueName } from "../../../src/audit/queue/keys.js";

describe("names in Redis", () => {
  test("are the same for the same target of the same run alone", () => {
    expect(jobId("run", "a")).toBe(jobId("run", "a"));
    expect(new Set([jobId("run", "a"), jobId("run", "b"), jobId("other", "a")]).size).toBe(3);
  });

  test("hold no colon, whatever accounts and targets are called", () => {
    expect(queueName("a:b/c d")).toBe("account.a%3Ab%2Fc%20d");
    expect(jobId("run", "a:b")).not.toContain(":");
  });

  test.each(["2026-11-21", "nightly.1", "a_b"])("take a run called %s", (run) => {
    expect(checkRunId(run)).toBe(run);
  });

  test.each(["", "a:b", "a b", "a".repeat(101)])("take no run called %j", (run) => {
    expect(() => checkRunId(run)).toThrow("The name of a run may have");
  });
});
