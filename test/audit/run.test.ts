import { describe, expect, test } from "vitest";
import { createClientSet } from "../../src/audit/client-set.js";
import { type AuditOptions, type CheckTarget, runAudit } from "../../src/audit/run.js";
import { token } from "../../src/auth/token.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { fakeClock, settle } from "../support/fake-clock.js";
import { blank, heldCheck, target } from "./run-double.js";

const clientsOf = () => createClientSet({ auth: token("t") });
const clock = fakeClock();
const names = (count: number, prefix = "t") => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

type Options = Extract<AuditOptions, { readonly clientsOf: unknown }>;

async function collect(options: Omit<Options, "clientsOf" | "clock">) {
  const results = [];
  for await (const result of runAudit({ clientsOf, clock, ...options })) results.push(result);
  return results;
}

describe("an audit", () => {
  test("asks every target once, and answers as they come", async () => {
    const { check, held } = heldCheck();
    const audit = runAudit({ targets: names(3).map((name) => target(name)), clientsOf, check, clock });
    const first = audit.next();
    await settle();
    held.get("t2")?.();
    expect((await first).value?.target.name).toBe("t2");
    for (const release of [...held.values()]) release();
    const rest = [];
    for await (const { target } of audit) rest.push(target.name);
    expect(rest).toEqual(["t0", "t1"]);
  });

  test.each([1, 3, 16])("has at most %i targets under way", async (concurrency) => {
    let [now, most] = [0, 0];
    const check: CheckTarget = async (of) => {
      most = Math.max(most, ++now);
      await settle();
      now--;
      return blank(of);
    };
    const results = await collect({ targets: names(50).map((name) => target(name)), check, concurrency });
    expect(most).toBe(concurrency);
    expect(new Set(results.map(({ target }) => target.name)).size).toBe(50);
  });

  test("gives each target a signal of its own, so that listeners do not pile up on one", async () => {
    const signals = new Set<AbortSignal>();
    const check: CheckTarget = async (of, _, { signal }) => {
      signals.add(signal);
      await settle();
      return blank(of);
    };
    await collect({ targets: names(40).map((name) => target(name)), check });
    expect(signals.size).toBe(40);
  });

  test("does not run ahead of a reader that stops reading", async () => {
    let asked = 0;
    const check: CheckTarget = async (of) => {
      asked++;
      return blank(of);
    };
    const audit = runAudit({
      targets: names(100_000).map((name) => target(name)),
      clientsOf,
      check,
      concurrency: 8,
    });
    await audit.next();
    await settle();
    expect(asked).toBeLessThanOrEqual(9);
    await audit.return();
  });

  test("lets an account that waits hold up no other", async () => {
    const targets = [
      ...names(20, "slow").map((name) => target(name, { account: "slow" })),
      ...names(20, "fast").map((name) => target(name, { account: "fast" })),
    ];
    const check: CheckTarget = async (of, _, { signal }) => {
      if (of.account === "fast") return blank(of);
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    };
    const seen = [];
    for await (const { target } of runAudit({ targets, clientsOf, check, clock, concurrency: 4 })) {
      seen.push(target.account);
      if (seen.length === 20) break;
    }
    expect(new Set(seen)).toEqual(new Set(["fast"]));
  });

  test("makes a result of whatever goes wrong with one target", async () => {
    const check: CheckTarget = async (of) => {
      if (of.name === "t1") throw new TypeError("a fault");
      return blank(of);
    };
    const results = await collect({ targets: names(3).map((name) => target(name)), check });
    expect(results.map(({ failure }) => failure?.message ?? null).sort()).toEqual(["a fault", null, null]);
  });

  test("has no fault where the credentials of one account are missing", async () => {
    const targets = [target("a"), target("b", { account: "without" })];
    const results = [];
    const audit = runAudit({
      targets,
      check: async (of) => blank(of),
      clientsOf: async ({ account }) => {
        if (account === "without") throw new ConfigurationError("set OS_TOKEN");
        return clientsOf();
      },
    });
    for await (const result of audit) results.push(result);
    expect(results.find(({ target }) => target.name === "b")?.failure).toEqual({
      name: "ConfigurationError",
      message: "set OS_TOKEN",
      code: null,
      requestId: null,
    });
    expect(results).toHaveLength(2);
  });

  test("ends with the reason of its caller, after what was there", async () => {
    const { check, held } = heldCheck();
    const abort = new AbortController();
    const targets = names(100).map((name) => target(name));
    const audit = runAudit({ targets, clientsOf, check, clock, signal: abort.signal, concurrency: 4 });
    const first = audit.next();
    await settle();
    held.get("t0")?.();
    held.get("t1")?.();
    await first;
    abort.abort(new Error("enough"));
    expect((await audit.next()).value?.target.name).toBe("t1");
    await expect(audit.next()).rejects.toThrow("enough");
  });

  test("asks nobody where it was ended before it began", async () => {
    const { check, begun } = heldCheck();
    const signal = AbortSignal.abort(new Error("no"));
    await expect(collect({ targets: [target("a")], check, signal })).rejects.toThrow("no");
    expect(begun).toEqual([]);
  });

  test("ends what is under way where its reader leaves", async () => {
    const { check, held } = heldCheck();
    let ended = false;
    const watched: CheckTarget = (of, clients, context) => {
      context.signal.addEventListener("abort", () => {
        ended = true;
      });
      return check(of, clients, context);
    };
    const audit = runAudit({
      targets: names(5).map((name) => target(name)),
      clientsOf,
      check: watched,
      clock,
    });
    const first = audit.next();
    await settle();
    held.get("t3")?.();
    await first;
    await audit.return();
    expect(ended).toBe(true);
  });
});

test("the old names of the options mean the same", async () => {
  const seen: string[] = [];
  const ask: CheckTarget = async (of) => {
    seen.push(of.name);
    return blank(of);
  };
  const audit = runAudit({ targets: [target("a")], connect: clientsOf, ask, clock });
  expect((await audit.next()).value?.target.name).toBe("a");
  expect(seen).toEqual(["a"]);
});

test.each<[object, string]>([
  [{ targets: [] }, "clientsOf is missing; pass createClientSet(…)"],
  [{ targets: {}, clientsOf }, "targets must be an array or another iterable of targets"],
  [{ targets: [], clientsOf: {} }, "clientsOf must be a function, not an object"],
  [{ targets: [], clientsOf, concurrency: 0 }, "concurrency must be an integer of at least 1, not 0"],
  [
    { targets: [], clientsOf, clock: {} },
    "clock must have the functions now and after, and can have elapsed",
  ],
  [
    { targets: [], clientsOf, Concurrency: 2 },
    "there is no runAudit option Concurrency; did you mean concurrency?",
  ],
])("an option that cannot work is refused before anything is sent: %o", (options, message) => {
  const refused = () => Reflect.apply(runAudit, undefined, [options]);
  expect(refused).toThrow(new ConfigurationError(message));
});
