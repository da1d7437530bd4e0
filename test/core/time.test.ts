import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeDescriptor } from "../../src/core/operation.js";
import { formatTime } from "../../src/core/request.js";
import { parseTime } from "../../src/records/fields.js";

const as = (format: TimeDescriptor["format"]): TimeDescriptor => ({ format, zone: "UTC" });
const formats = ["yyyyMMddHHmmss", "iso", "iso-without-zone", "s", "ms"] as const;
const instant = new Date("2026-11-21T07:31:05.678Z");

describe("formatTime", () => {
  it.each([
    ["yyyyMMddHHmmss", "20261121073105"],
    ["iso", "2026-11-21T07:31:05.678Z"],
    ["iso-without-zone", "2026-11-21T07:31:05.678"],
    ["s", 1795246265],
    ["ms", 1795246265678],
  ] as const)("writes %s", (format, wire) => {
    expect(formatTime(instant, as(format))).toBe(wire);
    expect(formatTime(instant.getTime(), as(format))).toBe(wire);
  });

  it("cuts seconds off downwards before 1970, too", () => {
    expect(formatTime(-1, as("s"))).toBe(-1);
    expect(formatTime(-1, as("yyyyMMddHHmmss"))).toBe("19691231235959");
  });

  it.each(formats)("refuses what is no instant as %s", (format) => {
    for (const none of [new Date("no"), Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
      expect(() => formatTime(none, as(format))).toThrow(RangeError);
    }
  });

  it("refuses a year of more than four digits where the format has four", () => {
    for (const far of [new Date("+010000-01-01T00:00:00Z"), new Date("-000001-01-01T00:00:00Z")]) {
      for (const format of ["yyyyMMddHHmmss", "iso", "iso-without-zone"] as const) {
        expect(() => formatTime(far, as(format))).toThrow(RangeError);
      }
      expect(formatTime(far, as("ms"))).toBe(far.getTime());
    }
  });
});

describe("parseTime", () => {
  it.each([
    ["yyyyMMddHHmmss", "20261121073105", "2026-11-21T07:31:05.000Z"],
    ["yyyyMMddHHmmss", "20240229000000", "2024-02-29T00:00:00.000Z"],
    ["yyyyMMddHHmmss", "00010101000000", "0001-01-01T00:00:00.000Z"],
    ["iso", "2019-05-10T08:31:16.166Z", "2019-05-10T08:31:16.166Z"],
    ["iso", "2019-05-10t08:31:16z", "2019-05-10T08:31:16.000Z"],
    ["iso", "2019-05-10T08:31:16.9+08:00", "2019-05-10T00:31:16.900Z"],
    ["iso", "2019-05-10T23:31:16.123456789-00:30", "2019-05-11T00:01:16.123Z"],
    ["iso", "2019-05-10T08:31:16-00:00", "2019-05-10T08:31:16.000Z"],
    ["iso", "2019-05-10T08:31:16+23:59", "2019-05-09T08:32:16.000Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.706", "2016-12-02T09:06:46.706Z"],
    ["iso-without-zone", "2016-12-02T09:06:46", "2016-12-02T09:06:46.000Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.1", "2016-12-02T09:06:46.100Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.123456789", "2016-12-02T09:06:46.123Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.706+01:00", "2016-12-02T08:06:46.706Z"],
    ["s", 1747708190, "2025-05-20T02:29:50.000Z"],
    ["s", "1747708190", "2025-05-20T02:29:50.000Z"],
    ["ms", 1742179018000, "2025-03-17T02:36:58.000Z"],
    ["ms", -1, "1969-12-31T23:59:59.999Z"],
  ] as const)("reads %s %j", (format, wire, expected) => {
    expect(parseTime(wire, as(format))?.toISOString()).toBe(expected);
  });

  it.each([
    ["yyyyMMddHHmmss", "20260230000000"],
    ["yyyyMMddHHmmss", "20260229000000"],
    ["yyyyMMddHHmmss", "20261301000000"],
    ["yyyyMMddHHmmss", "20261100000000"],
    ["yyyyMMddHHmmss", "20261121240000"],
    ["yyyyMMddHHmmss", "20261121236000"],
    ["yyyyMMddHHmmss", "20261121235960"],
    ["yyyyMMddHHmmss", "2026112107310"],
    ["yyyyMMddHHmmss", " 20261121073105"],
    ["yyyyMMddHHmmss", 20261121073105],
    ["iso", "2026-02-30T00:00:00Z"],
    ["iso", "2026-11-21T07:31:05"],
    ["iso", "2026-11-21T24:00:00Z"],
    ["iso", "2026-11-21"],
    ["iso", "2026-11-21 07:31:05Z"],
    ["iso", "2026-11-21T07:31:05.Z"],
    ["iso", "2026-11-21T07:31:05.1234567890Z"],
    ["iso", "2026-11-21T07:31:05+24:00"],
    ["iso", "2026-11-21T07:31:05+08:60"],
    ["iso", "+002026-11-21T07:31:05Z"],
    ["iso", "Fri, 21 Nov 2026 07:31:05 GMT"],
    ["iso", {}],
    ["iso-without-zone", "2016-13-02T09:06:46.706"],
    ["iso-without-zone", "2016-12-02T25:06:46.706"],
    ["iso-without-zone", null],
    ["s", 1.5],
    ["s", 8_640_000_000_001],
    ["s", "1747708190.5"],
    ["s", ""],
    ["s", Number.NaN],
    ["ms", 8_640_000_000_000_001],
    ["ms", 1742179018000n],
    ["ms", {}],
    ["ms", undefined],
    ["ms", [1742179018000]],
  ] as const)("reads nothing into %s %s", (format, wire) => {
    expect(parseTime(wire, as(format))).toBeNull();
  });
});

describe("both ways", () => {
  const years = {
    min: new Date("0000-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  };

  it.each([
    ["yyyyMMddHHmmss", 1000],
    ["iso", 1],
    ["iso-without-zone", 1],
    ["s", 1000],
    ["ms", 1],
  ] as const)("%s comes back as it was, to its own precision", (format, unit) => {
    fc.assert(
      fc.property(fc.date(years), (date) => {
        const back = parseTime(formatTime(date, as(format)), as(format));
        expect(back?.getTime()).toBe(Math.floor(date.getTime() / unit) * unit);
      }),
    );
  });

  it.each(formats)("%s: what is read is written as it was, or is no instant", (format) => {
    const wire =
      format === "s" || format === "ms"
        ? fc.integer()
        : format === "yyyyMMddHHmmss"
          ? fc.stringMatching(/^\d{4}[01]\d[0-3]\d[0-2]\d[0-6]\d[0-6]\d$/)
          : fc
              .stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d\.\d{3}$/)
              .map((text) => (format === "iso" ? `${text}Z` : text));
    fc.assert(
      fc.property(wire, (text) => {
        const date = parseTime(text, as(format));
        if (date !== null) expect(formatTime(date, as(format))).toBe(text);
      }),
    );
  });
});
