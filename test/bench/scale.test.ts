import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Constants, type Results, readConstants } from "../../scripts/docs/scale/constants.js";
import { assumed, estimate } from "../../scripts/docs/scale/estimate.js";
import { bytes, count, fill, scalePieces, time } from "../../scripts/docs/scale/tables.js";

const results: Results = JSON.parse(readFileSync("bench/results.json", "utf8"));

/** Constants for mental arithmetic. */
const easy: Constants = {
  date: "2026-01-01",
  machine: "a machine",
  cpuMs: 1,
  requests: 1,
  requestsMost: 2,
  share: 1,
  shareOfWorkers: 0.5,
  heap: 1e6,
  waiting: 100,
  workerMs: 4,
  redisMs: 0.5,
  auditorMs: 1,
  four: 4,
  job: 1000,
  result: 2000,
  ndjson: 1,
  junit: 1,
  html: 1,
  state: 1,
  scrape: 1000,
  series: 20,
};

describe("docs/scale.md", () => {
  test("has the figures of the last bench; if not, run npx tsx scripts/scale.ts", () => {
    const text = readFileSync("docs/scale.md", "utf8");
    expect(fill(text, scalePieces(readConstants(results)))).toBe(text);
  });

  test("cannot be written if a figure or a place is missing", () => {
    const without = results.results.filter(({ row }) => row !== "audit-queue");
    expect(() => readConstants({ ...results, results: without })).toThrow(
      'bench/results.json has no figure "limit" in its row audit-queue: run npm run bench',
    );
    expect(() => fill("<!-- figures: nothing -->\n<!-- end -->", {})).toThrow("no figures named nothing");
    expect(() => fill("", { calls: "" })).toThrow("there is no place for calls");
  });
});

describe("what a number of targets needs", () => {
  test("is a matter of the limits, as long as they are the slowest", () => {
    const { accounts, oneAccount, here, accountsForHour } = estimate(1e5, easy);
    expect([accounts, oneAccount, accountsForHour]).toEqual([10, 1e5 / assumed.limit, 2]);
    expect(here).toEqual([
      { what: "the limits of the accounts", seconds: 500 },
      { what: "the processor of the audit", seconds: 100 },
    ]);
  });

  test("is a matter of the processor, once that is slower", () => {
    const { memory, here } = estimate(1e6, { ...easy, cpuMs: 2 });
    expect(memory).toBe(1e6 + 1e6 * 100);
    expect(here).toEqual([
      { what: "the processor of the audit", seconds: 2000 },
      { what: "the limits of the accounts", seconds: 500 },
    ]);
  });

  test("is a matter of Redis, if it is the slowest part of a queue", () => {
    const { redis, overQueue, workers } = estimate(1e6, { ...easy, redisMs: 5 });
    expect(redis).toBe(2e9);
    expect(overQueue.map(({ seconds }) => seconds)).toEqual([5000, 1000, 1000]);
    expect(overQueue[0]?.what).toBe("the one core of Redis");
    expect(workers).toBe(2);
    // Without Redis in the way, the workers must keep up with the limits of the accounts.
    expect(estimate(1e6, easy).workers).toBe((1e6 / 1000) * 0.004);
  });

  test("is at least two workers", () => {
    expect(estimate(10, easy).workers).toBe(2);
  });

  test("has an exporter for each 20,000 targets", () => {
    expect(scalePieces(easy)["outputs"]).toMatch(/exporters of 20,000 targets \| 1 +\| 5 +\| 50 /);
  });
});

test("numbers have a unit of their size", () => {
  expect([1.5, 100, 119, 7200, 7199, 172_800].map(time)).toEqual([
    "1.5 s",
    "100 s",
    "119 s",
    "2 h",
    "120 min",
    "2 days",
  ]);
  expect([567, 1514, 26_310_000, 2.14e10].map(bytes)).toEqual(["567 B", "1.5 kB", "26 MB", "21 GB"]);
  expect([0.55, 21.5, 1514, 215_000].map(count)).toEqual(["0.55", "21.5", "1,510", "215,000"]);
});
