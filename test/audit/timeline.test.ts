import { expect, test } from "vitest";
import { timelineOf } from "../../src/audit/timeline.js";
import { backup, HOUR, NOW } from "./records.js";

const none = { createdAt: null, startedAt: null, finishedAt: null };

test("a timeline is newest first, those without a time last, each once", () => {
  const records = [
    backup("pending", null, { id: "z" }),
    backup("failed", 3, { id: "b", failure: { code: "c.1", message: "no disk" } }),
    backup("pending", null, { id: "y", createdAt: new Date(Number.NaN) }),
    backup("running", 1, { id: "a" }),
    backup("succeeded", 1, { id: "a", finishedAt: new Date(NOW) }),
    backup("failed", null, { ...none, id: "c", finishedAt: new Date(NOW - 2 * HOUR) }),
  ];
  const expected = [
    { id: "a", state: "succeeded", from: NOW - HOUR, to: NOW, failure: null },
    { id: "c", state: "failed", from: NOW - 2 * HOUR, to: NOW - 2 * HOUR },
    { id: "b", state: "failed", from: NOW - 3 * HOUR, failure: "no disk" },
    { id: "y", from: null, to: null },
    { id: "z", from: null, to: null },
  ];
  expect(timelineOf(records, 10)).toMatchObject(expected);
  expect(timelineOf(records.reverse(), 10)).toMatchObject(expected);
  expect(timelineOf(records, 2)).toMatchObject(expected.slice(0, 2));
});

test("a failure's words are bounded, and quote no header that authenticates", () => {
  const message = `refused X-Auth-Token: fake-secret | ${"x".repeat(100_000)}`;
  const [entry] = timelineOf([backup("failed", 1, { failure: { code: "c.1", message } })], 1);
  expect(entry?.failure).toMatch(/^refused X-Auth-Token: \[redacted\]\| x+$/);
  expect(entry?.failure?.length).toBeLessThan(1_100);
});

test("sizes that no double holds are texts, and a failure without words is its code", () => {
  const records = [
    backup("succeeded", 1, { sizeBytes: 2n ** 53n + 1n }),
    backup("failed", 2, { sizeBytes: 7, failure: { code: "c.1", message: null } }),
  ];
  expect(timelineOf(records, 10)).toMatchObject([
    { sizeBytes: "9007199254740993" },
    { sizeBytes: 7, failure: "c.1" },
  ]);
});
