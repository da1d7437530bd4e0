import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Constants, readConstants } from "../../scripts/docs/scale/constants.js";
import { fill } from "../../scripts/docs/scale/fill.js";
import { assumed, LONGEST_STRING, reckon } from "../../scripts/docs/scale/reckoning.js";
import { scalePieces } from "../../scripts/docs/scale/tables.js";
import { bytes, count, time } from "../../scripts/docs/scale/units.js";

const results = JSON.parse(readFileSync("bench/results.json", "utf8"));

/** Constants that are easy to reckon with in one's head. */
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
  test("says what the bench measured last; if not, run tsx scripts/scale.ts", () => {
    const text = readFileSync("docs/scale.md", "utf8");
    expect(fill(text, scalePieces(readConstants(results)))).toBe(text);
  });

  test("takes a figure that is not there for a mistake", () => {
    const without = results.results.filter(({ row }: { row: string }) => row !== "audit-queue");
    expect(() => readConstants({ ...results, results: without })).toThrow(
      "bench/results.json has no figure limit in its row audit-queue: run npm run bench",
    );
    expect(() => fill("<!-- figures: nothing -->\n<!-- end -->", {})).toThrow("no figures called nothing");
    expect(() => fill("", { calls: "" })).toThrow("no place for calls");
  });
});

describe("what so many targets need", () => {
  test("is the requests over the limits, as long as those are what bounds", () => {
    const { accounts, oneAccount, here, accountsForHour } = reckon(1e5, easy);
    expect([accounts, oneAccount, accountsForHour]).toEqual([10, 1e5 / assumed.limit, 2]);
    expect(here).toEqual([
      { what: "the limits of the accounts", seconds: 500 },
      { what: "the processor of the audit", seconds: 100 },
    ]);
  });

  test("is divided into files of a million, each with a process of its own", () => {
    const { audits, memory, here } = reckon(1e7, easy);
    expect([audits, memory]).toEqual([10, 1e6 + 1e6 * 100]);
    expect(here.map(({ seconds }) => seconds)).toEqual([1000, 500]);
  });

  test("is what one Redis does, where many audits share it", () => {
    const { redis, overQueue, workers } = reckon(1e7, easy);
    expect(redis).toBe(2e10);
    expect(overQueue.map(({ seconds }) => seconds)).toEqual([5000, 1000, 1000]);
    expect(overQueue[0]?.what).toBe("the one core of Redis");
    expect(workers).toBe((1e7 / 5000) * 0.004);
  });

  test("is two workers at least", () => {
    expect(reckon(10, easy).workers).toBe(2);
  });

  test("ends for an exporter where a string does", () => {
    expect(scalePieces(easy)["longest"]).toContain(" 536,000 targets");
    expect(() => "x".repeat(LONGEST_STRING + 1)).toThrow("Invalid string length");
  });
});

test("numbers are told in the unit that suits them", () => {
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
