import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { casesWithoutProcess, readCases, record, runCase, runCaseHere } from "./support/case.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { type Services, startServices } from "./support/services.js";
import { createTurns } from "./support/turns.js";

/** `UPDATE_CASES=1` writes what comes out as what is expected; look at the difference before it is committed. */
const updating = process.env["UPDATE_CASES"] !== undefined;

const cases = readCases();
const whole = process.env["PACKAGE_ROUND"] === "whole";
/** A process takes ten times as long as the command: only `PACKAGE_ROUND=whole` gives one to every case. */
const here = whole ? new Set() : casesWithoutProcess(cases);
/** Redocly and Prism take seconds to start: what is made of them is tested elsewhere in every round. */
const slow = whole ? new Set() : new Set(["docs", "mock-plays-the-examples"]);
const turns = createTurns(2);
const turnsHere = createTurns(1);
let command: BuiltCommand;
let services: Services;

beforeAll(async () => {
  process.env["TZ"] = "UTC";
  command = installCommand();
  services = await startServices();
});

afterAll(async () => {
  await services.stop();
  command.clean();
});

describe.concurrent("the command line", () => {
  test.each(cases.filter(({ name }) => !slow.has(name)))("$name", { timeout: 60_000 }, async (one) => {
    const [take, runOne] = here.has(one.name) ? [turnsHere, runCaseHere] : [turns, runCase];
    await take(async () => {
      const outcome = await runOne(one, command, services.env);
      if (updating) record(one, outcome);
      else expect(outcome).toEqual(one.expected);
    });
  });
});

describe("the cases", () => {
  test("are at least 60, of which at most 5 ask for help or the version", () => {
    const idle = cases.filter(({ cmd }) =>
      /--?(help|version)\b|-[hV]\b|backup-records (help\b|$)/m.test(cmd),
    );
    expect(idle.length).toBeLessThanOrEqual(5);
    expect(cases.length - idle.length).toBeGreaterThanOrEqual(60);
  });

  test.each([0, 1, 2, 3, 4, 5])("end with exit code %i at least three times", (code) => {
    expect(cases.filter(({ expected }) => expected.exit === code).length).toBeGreaterThanOrEqual(3);
  });

  test("never show a stack trace", () => {
    const traces = cases.filter(
      ({ cmd, expected }) => !cmd.includes("--debug") && /^\s+at /m.test(expected.stderr),
    );
    expect(traces).toEqual([]);
  });
});
