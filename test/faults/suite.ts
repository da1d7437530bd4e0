import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultServer, reply, startFaultServer } from "../support/fault-server.js";
import { wholeRound } from "../support/round.js";
import type { Outcome } from "./fault.js";
import { type Observed, run } from "./run.js";
import { faults } from "./table.js";
import { type TransportName, transportOptions, transports } from "./transports.js";
import { type ServiceName, secrets } from "./wire.js";

/** Sockets and timers that keep the process alive. */
const resources = () =>
  process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Immediate|Zlib/.test(name)).length;

/**
 * Runs the table of faults against one service over `usual`; in the whole round, over every transport. Faults mean the same
 * to all services, so that `npm test` runs the whole table for one of them, and a part of it for the others.
 */
export function faultSuites(service: ServiceName, usual: TransportName): void {
  const chosen = wholeRound ? transports : [usual];
  for (const transport of chosen) {
    describe(`${service} over ${transport}:`, () => faultSuite(service, transport));
  }
}

function faultSuite(service: ServiceName, transport: TransportName): void {
  const chosen = transportOptions(transport);
  let elsewhere: FaultServer;
  let before: number;

  beforeAll(async () => {
    elsewhere = await startFaultServer([reply(200, "{}")]);
    // The first request of a process takes longer than the timeouts below allow.
    const warm = await startFaultServer([reply(200, "{}")]);
    await (await fetch(warm.url)).text();
    await warm.close();
    before = resources();
  });

  afterAll(() => elsewhere.close());

  describe("the client meets", () => {
    for (const [at, fault] of faults.entries()) {
      if (fault.services && !fault.services.includes(service)) continue;
      if (!wholeRound && service !== "dcs" && (fault.slow || (at % 4 > 0 && !fault.services))) continue;
      test(fault.behaviour, async () => {
        const outcome =
          typeof fault.outcome === "function" ? fault.outcome(service, transport) : fault.outcome;
        const observed = await run(fault, service, elsewhere, chosen);
        check(observed, outcome);
        checkSilence(observed);
      });
    }
  });

  test("afterwards nothing is left that keeps the process alive", async () => {
    for (const since = performance.now(); performance.now() - since < 3_000 && resources() > before; ) {
      // Not counted itself, as a waiting test's own timers would be.
      await new Promise((resolve) => setTimeout(resolve, 20).unref());
    }
    expect(resources()).toBeLessThanOrEqual(before);
  });
}

function check({ stage, error, returned, events, tookMs }: Observed, outcome: Outcome): void {
  const { requests, withinMs = 3_000, atLeastMs = 0 } = outcome;
  if (outcome.error === undefined) expect(error).toBeUndefined();
  else expect([outcome.error].flat()).toContain(error instanceof Error ? error.name : error);
  if (outcome.fields) expect(error).toMatchObject(outcome.fields);
  if (outcome.says) expect(error instanceof Error && error.message).toMatch(outcome.says);
  if (outcome.returns !== undefined) expect(returned).toEqual(outcome.returns);
  if (typeof requests === "number") expect(stage.server.requests).toHaveLength(requests);
  else expect(stage.server.requests.length).toBeLessThanOrEqual(requests.atMost);
  if (outcome.waits) {
    const waits = events.flatMap((event) => (event.type === "wait" ? [[event.delayMs, event.source]] : []));
    expect(waits).toEqual(outcome.waits);
  }
  expect(tookMs).toBeGreaterThanOrEqual(atLeastMs);
  expect(tookMs).toBeLessThanOrEqual(withinMs);
  outcome.also?.(stage);
}

/** Nothing is printed, nothing is left unhandled, and no secret occurs in anything that could be printed. */
function checkSilence({ stage, logged, unhandled, printed }: Observed): void {
  expect(logged).toEqual([]);
  expect(unhandled).toEqual([]);
  const signatures = stage.server.requests.flatMap(
    ({ headers }) => /Signature=(\w+)/.exec(headers["authorization"] ?? "")?.[1] ?? [],
  );
  for (const secret of [...Object.values(secrets), ...signatures]) {
    for (const form of [secret, encodeURIComponent(secret), secret.replaceAll("=", "\\u003d")]) {
      expect(printed).not.toContain(form);
    }
  }
}
