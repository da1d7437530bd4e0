import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTime } from "../../src/cli/time.js";

const now = Date.parse("2026-11-25T23:30:00Z");
let zone: string | undefined;
beforeEach(() => {
  zone = process.env["TZ"];
  process.env["TZ"] = "Europe/Berlin";
});
afterEach(() => {
  process.env["TZ"] = zone;
});

function read(text: string, utc: boolean, day: "first moment" | "last moment" = "first moment"): string {
  return readTime("--from", text, { now, utc, day }).toISOString();
}

describe("a time of the command line", () => {
  test("names the zone that is not known", () => {
    expect(() => read("2026-11-20 Europe/Berlinn", true)).toThrow(
      "--from 2026-11-20 Europe/Berlinn: Europe/Berlinn is not the name of a zone, such as Europe/Berlin",
    );
  });

  // [text, local time in Berlin, UTC]
  test.each([
    ["now", "2026-11-25T23:30:00.000Z", "2026-11-25T23:30:00.000Z"],
    ["1w", "2026-11-18T23:30:00.000Z", "2026-11-18T23:30:00.000Z"],
    ["7d12h", "2026-11-18T11:30:00.000Z", "2026-11-18T11:30:00.000Z"],
    ["1h30m", "2026-11-25T22:00:00.000Z", "2026-11-25T22:00:00.000Z"],
    ["1795000000", "2026-11-18T11:06:40.000Z", "2026-11-18T11:06:40.000Z"],
    ["@1795000000", "2026-11-18T11:06:40.000Z", "2026-11-18T11:06:40.000Z"],
    ["today", "2026-11-25T23:00:00.000Z", "2026-11-25T00:00:00.000Z"],
    ["yesterday", "2026-11-24T23:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["yesterday 08:00", "2026-11-25T07:00:00.000Z", "2026-11-24T08:00:00.000Z"],
    ["today+08:00", "2026-11-25T16:00:00.000Z", "2026-11-25T16:00:00.000Z"],
    ["todayZ", "2026-11-25T00:00:00.000Z", "2026-11-25T00:00:00.000Z"],
    ["2026-11-20", "2026-11-19T23:00:00.000Z", "2026-11-20T00:00:00.000Z"],
    ["20261120", "2026-11-19T23:00:00.000Z", "2026-11-20T00:00:00.000Z"],
    ["2026-11-20T08", "2026-11-20T07:00:00.000Z", "2026-11-20T08:00:00.000Z"],
    ["2026-11-20 08:15:30.5-03", "2026-11-20T11:15:30.500Z", "2026-11-20T11:15:30.500Z"],
    ["2026-11-20T08:00+0530", "2026-11-20T02:30:00.000Z", "2026-11-20T02:30:00.000Z"],
    ["2026-11-20T08:00 America/New_York", "2026-11-20T13:00:00.000Z", "2026-11-20T13:00:00.000Z"],
    ["2026-11-20T08:00[Asia/Kolkata]", "2026-11-20T02:30:00.000Z", "2026-11-20T02:30:00.000Z"],
    ["20261120 America/Argentina/Buenos_Aires", "2026-11-20T03:00:00.000Z", "2026-11-20T03:00:00.000Z"],
    ["today Asia/Tokyo", "2026-11-25T15:00:00.000Z", "2026-11-25T15:00:00.000Z"],
    ["yesterday 08:00 Asia/Tokyo", "2026-11-24T23:00:00.000Z", "2026-11-24T23:00:00.000Z"],
    // The clocks skip this time, and show that one twice.
    ["2026-03-29T02:30 Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T02:30 Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-25T00:30:00.000Z"],
  ])("%s", (text, local, utc) => {
    expect([read(text, false), read(text, true)]).toEqual([local, utc]);
  });

  test.each([
    ["2026-11-20", "2026-11-20T22:59:59.999Z"],
    // The day on which the clocks go back has 25 hours.
    ["2026-10-25", "2026-10-25T22:59:59.999Z"],
    ["2026-12-31Z", "2026-12-31T23:59:59.999Z"],
    ["2026-10-25 Europe/Berlin", "2026-10-25T22:59:59.999Z"],
    ["2026-03-08 America/New_York", "2026-03-09T03:59:59.999Z"],
    ["2026-10-25T02 Europe/Berlin", "2026-10-25T00:00:00.000Z"],
    ["yesterday", "2026-11-25T22:59:59.999Z"],
    ["2026-11-20T08", "2026-11-20T07:00:00.000Z"],
    ["7d", "2026-11-18T23:30:00.000Z"],
  ])("%s at the end of a period", (text, end) => {
    expect(read(text, false, "last moment")).toBe(end);
  });

  test.each([
    "",
    "5",
    "1x",
    "2026-02-30",
    "20260230",
    "2026-13-01",
    "2026-11-20T25",
    "2026-02-30 Europe/Berlin",
    "2026-11-20T08:00Z Europe/Berlin",
    "7d Europe/Berlin",
    "now Europe/Berlin",
    "T08",
    "1795",
    "tomorow",
  ])("%j is none", (text) =>
    expect(() => read(text, true)).toThrow(/^--from .*is not a time: write how long ago/),
  );

  test("a word that is nearly right is suggested", () => {
    expect(() => read("yesterdy", true)).toThrow(/Did you mean yesterday\?$/);
  });
});
