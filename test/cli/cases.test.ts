import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleOf, wholeRound } from "../support/round.js";
import { casesInProcess, readTranscripts, runCase, runCaseInProcess } from "./support/case.js";
import { addBare, type BuiltCommand, installCommand } from "./support/command.js";
import { type Services, startServices } from "./support/services.js";
import { formatTranscript, type Outcome } from "./support/transcript.js";

/**
 * `UPDATE_CASES=1 npx vitest run test/cli/cases` writes what the commands print into the transcripts, to be
 * reviewed as a diff. It is ignored under `CI=true`.
 */
const updating = process.env["UPDATE_CASES"] === "1" && process.env["CI"] !== "true";
const outcomes = new Map<string, Outcome>();

const transcripts = readTranscripts();
const cases = transcripts.flatMap((transcript) => transcript.cases);
/** The whole round gives every case a process of its own. */
const inProcess = wholeRound ? new Set() : casesInProcess(cases);
/**
 * `npm test` runs one in twelve of the cases that need a process of their own, and none of those that start Redocly or
 * Prism, which take seconds; other tests cover them in every round.
 */
const slow =
  /^(diff-(additive|breaking)|docs-(vbs|own-contract)|lint-(own-config|baseline|by-the-rules|swagger|error-)|mock-examples)/;
const sample = updating
  ? cases
  : [
      ...cases.filter(({ name }) => inProcess.has(name)),
      ...sampleOf(
        cases.filter(({ name }) => !inProcess.has(name)),
        12,
      ),
    ].filter(({ name }) => wholeRound || !slow.test(name));
const processes = limitConcurrency(2);
/** A case in the test's process changes its working directory, so there is one at a time. */
const alone = limitConcurrency(1);
let command: BuiltCommand;
let services: Services;

beforeAll(async () => {
  process.env["TZ"] = "UTC";
  command = installCommand();
  addBare(command);
  services = await startServices();
});

afterAll(async () => {
  await services.stop();
  command.clean();
  for (const transcript of updating ? transcripts : [])
    writeFileSync(transcript.file, formatTranscript(transcript, outcomes));
});

describe.concurrent("the command line", () => {
  test.each(sample)("$name", { timeout: 60_000 }, async (one) => {
    const [limit, runOne] = inProcess.has(one.name) ? [alone, runCaseInProcess] : [processes, runCase];
    await limit(async () => {
      const outcome = await runOne(one, command, services.env);
      outcomes.set(one.name, outcome);
      if (!updating) expect(outcome, one.place).toEqual(one.expected);
    });
  });
});

test("no case shows a stack trace without --debug", () => {
  const traces = cases.filter(
    ({ script, expected }) => !script.includes("--debug") && /^\s+at /m.test(expected.stderr),
  );
  expect(traces).toEqual([]);
});

/** Returns a function that runs work, at most `maximum` at a time. */
function limitConcurrency(maximum: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= maximum) await new Promise<void>((resume) => waiting.push(resume));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
