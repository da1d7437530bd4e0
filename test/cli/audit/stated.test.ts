import { describe, expect, test } from "vitest";
import type { Stated } from "../../../src/audit/target.js";
import { readStated } from "../../../src/cli/audit/stated.js";

const weekly = { kind: "weekly", weekdays: [1, 5], times: ["22:00"], zone: "UTC+02:00" } as const;
const runs = {
  kind: "runs",
  rules: [weekly, { kind: "cron", expression: "0 3 * * 1-5", zone: "Europe/Berlin" }],
} as const;
const stated: Stated = {
  readAt: 1_764_000_000_000,
  schedule: {
    schedule: runs,
    tolerance: 5_400_000,
    retention: null,
    since: new Date("2026-11-01T00:00:00Z"),
    timeout: 3_600_000,
    disks: 2,
  },
  lastRestore: { at: new Date("2026-11-20T03:00:00Z"), durationMs: null, backupId: "b" },
};

const written = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("what a service stated, in a state file", () => {
  test.each([
    stated,
    { ...stated, lastRestore: null },
    { readAt: 0, schedule: { ...stated.schedule, since: null } },
    {
      ...stated,
      schedule: {
        ...stated.schedule,
        schedule: { kind: "ambiguous", readings: [runs, runs], reason: "either" },
      },
    },
  ])("is read as it was written", (value) => {
    expect(readStated(written(value))).toEqual(value);
  });

  const schedule = (over: object) => ({ ...stated, schedule: { ...stated.schedule, ...over } });
  const rule = (over: object) => schedule({ schedule: { kind: "runs", rules: [{ ...weekly, ...over }] } });
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "stated"],
    ["no time", { ...stated, readAt: "now" }],
    ["no tolerance", schedule({ tolerance: null })],
    ["no schedule", schedule({ schedule: { kind: "none", reason: "r" } })],
    ["rules that are no list", schedule({ schedule: { kind: "runs", rules: "daily" } })],
    ["a rule of another kind", rule({ kind: "yearly" })],
    ["a weekday that is none", rule({ weekdays: [8] })],
    ["times that are none", rule({ times: undefined })],
    ["a zone that is none", rule({ zone: 2 })],
    [
      "a reading that cannot be read",
      schedule({ schedule: { kind: "ambiguous", readings: [runs, {}], reason: "r" } }),
    ],
    ["more rules than there can be", schedule({ schedule: { kind: "runs", rules: Array(65).fill(weekly) } })],
    [
      "a restoration without a time",
      { ...stated, lastRestore: { at: "soon", durationMs: 1, backupId: null } },
    ],
  ])("is asked for again if it holds %s", (_, value) => {
    expect(readStated(written({ value }).value)).toBeUndefined();
  });
});
