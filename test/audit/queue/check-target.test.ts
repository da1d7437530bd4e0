import { describe, expect, test } from "vitest";
import type { WorkerAccounts } from "../../../src/audit/queue/accounts.js";
import { createChecker } from "../../../src/audit/queue/check-target.js";
import { target } from "../../queue/support/targets.js";

const BASE_URL = "http://127.0.0.1:1";
const ended = AbortSignal.abort(new Error("Nothing is to be sent"));

/** Checks targets whose check ends before a request is sent, and counts how often clients were made. */
function counting() {
  const accounts: WorkerAccounts = new Map([
    ["a", { name: "a", environment: {}, rateLimit: null, hosts: ["127.0.0.1:1"] }],
  ]);
  let made = 0;
  const limiterOf = () => {
    made += 1;
    return undefined;
  };
  const check = createChecker({ accounts, env: {}, limiterOf });
  return {
    made: () => made,
    async check(timeout: number, projectId: string) {
      const one = { ...target("i", BASE_URL, "a"), projectId };
      const job = { account: "a", rateLimit: null, targets: [one], settings: { timeout } };
      await expect(check(one, job, ended)).rejects.toBe(ended.reason);
    },
  };
}

describe("a worker's clients", () => {
  test("are shared by the jobs with the same settings", async () => {
    const { check, made } = counting();
    for (const project of ["p", "q", "p"]) await check(1_000, project);
    expect(made()).toBe(1);
    await check(2_000, "p");
    expect(made()).toBe(2);
  });

  test("are made anew once jobs have chosen more than a thousand combinations of settings and places", async () => {
    const { check, made } = counting();
    for (let timeout = 1; timeout <= 35; timeout += 1) {
      for (let project = 1; project <= 30; project += 1) await check(timeout, `p${project}`);
    }
    const before = made();
    await check(1, "p1");
    expect(made()).toBe(before + 1);
  });
});
