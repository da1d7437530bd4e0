import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/audit/assess.js";
import { notChecked } from "../../../src/audit/check.js";
import { defaultObjective } from "../../../src/audit/objective.js";
import { decodeResult, encodeResult } from "../../../src/audit/queue/result-codec.js";
import type { ResultBody } from "../../../src/audit/result.js";
import { expectRuns } from "../../../src/audit/runs.js";
import { timelineOf } from "../../../src/audit/timeline.js";
import { target } from "../../queue/support/targets.js";
import { runsOf } from "../../support/round.js";
import { backup, HOUR, NOW } from "../records.js";

const checked = target("i-1", "http://127.0.0.1");
const decode = (body: ResultBody) => decodeResult(encodeResult(body), checked);
const unchecked = { ...notChecked(new Error("no")), askedAt: 1_000 };

const records = [
  backup("running", 1, { progress: 0.5 }),
  backup("failed", 5, { failure: { code: "E", message: "m" } }),
  backup("succeeded", 30, {
    sizeBytes: 2n ** 60n,
    name: "n",
    expiresAt: new Date(NOW + HOUR),
    source: { a: [1] },
  }),
];
const rule = { kind: "cron", expression: "0 3 * * *", zone: "UTC" } as const;
const stated = {
  schedule: { kind: "runs", rules: [rule] },
  tolerance: HOUR,
  retention: null,
  since: null,
  timeout: null,
  disks: null,
} as const;
const assessment = assess(
  records,
  { ...defaultObjective, minRestorable: 3 },
  NOW,
  { since: NOW - 90 * HOUR },
  expectRuns(stated, NOW, "daily", null),
);
const { runs } = assessment;
/** A result with everything that a result can have. */
const full = { ...unchecked, assessment, failure: null, timeline: timelineOf(records, 60), requests: 2 };

describe("a result as text", () => {
  test("keeps dates, large integers and any text", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u0001", "\u0001d0", "\u0001n1", "\u0001s", "2026-11-21T08:00:00.000Z"),
      fc.date({ noInvalidDate: true }),
      fc.bigInt(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.record({ a: value, b: value }), (list, fields) => {
        const result = { ...unchecked, list, fields };
        expect(decode(result)).toEqual({ target: checked, ...result });
      }),
      { numRuns: runsOf(100) },
    );
    expect(runs?.latest.length).toBeGreaterThan(0);
    expect(decode(full)).toEqual({ target: checked, ...full });
  });

  test("leaves the target behind", () => {
    const text = encodeResult({ ...unchecked, target: { ...checked, name: "name ".repeat(50) } });
    expect(text.length).toBeLessThan(250);
  });

  test("says on one line why a target was not checked", () => {
    const { failure } = notChecked(new TypeError("first\n\u001b[2J  second"));
    expect(failure).toEqual({ name: "TypeError", message: "first [2J second", code: null, requestId: null });
    expect(notChecked("text").failure?.message).toBe("text");
  });
});

describe("a text in place of a result", () => {
  const broken: [string, object][] = [
    ["no object", []],
    ["neither assessment nor failure", { ...unchecked, failure: null }],
    ["assessment and failure", { ...full, failure: unchecked.failure }],
    ["a failure without a message", { ...unchecked, failure: { ...unchecked.failure, message: undefined } }],
    ["a number that is a text", { ...unchecked, requests: "1" }],
    ["no timeline", { ...unchecked, timeline: {} }],
    ["a time that is none", { ...full, timeline: [{ ...full.timeline[0], from: "1" }] }],
    ["an unknown verdict", { ...full, assessment: { ...full.assessment, verdict: "fine" } }],
    ["a date that is a text", { ...full, assessment: { ...full.assessment, lastGoodAt: "2026" } }],
    [
      "a date that is none",
      { ...full, assessment: { ...full.assessment, lastGoodAt: new Date(Number.NaN) } },
    ],
    [
      "a run without a time",
      { ...full, assessment: { ...assessment, runs: { ...runs, latest: [{ due: 1, outcome: "ran" }] } } },
    ],
    [
      "a run with an outcome of its own",
      {
        ...full,
        assessment: { ...assessment, runs: { ...runs, latest: [{ due: new Date(NOW), outcome: "x" }] } },
      },
    ],
    ["no next run", { ...full, assessment: { ...assessment, runs: { ...runs, next: undefined } } }],
    ["good backups that are no number", { ...full, assessment: { ...assessment, goodLeft: "0" } }],
    ["a backup without an id", { ...full, assessment: { ...full.assessment, lastGood: {} } }],
    ["states that are texts", { ...full, assessment: { ...full.assessment, states: { failed: "1" } } }],
  ];
  test.each<[string, string]>([
    ["empty", ""],
    ["not packed", "no result"],
    ["no JSON", deflateRawSync("{").toString("base64")],
    ["a large integer that is none", deflateRawSync('{"a":"\\u0001nx"}').toString("base64")],
    ["that unpacks to a flood", deflateRawSync(" ".repeat(17 * 1024 * 1024)).toString("base64")],
    ...broken.map(([what, body]): [string, string] => [
      `with ${what}`,
      // As a writer that does not keep to the types.
      encodeResult(body as ResultBody),
    ]),
  ])("%s is a target that was not checked", (_, text) => {
    const { failure, assessment, target: of } = decodeResult(text, checked);
    expect(of).toBe(checked);
    expect(assessment).toBeNull();
    expect(failure).toMatchObject({ name: "WorkerResult", message: "The worker's result cannot be read" });
  });
});
