import { describe, expect, test } from "vitest";
import { operations as dcs } from "../../generated/dcs/operations.js";
import { operations as starrocks } from "../../generated/starrocks/operations.js";
import { operations as vbs } from "../../generated/vbs/operations.js";
import { InvalidRequestError } from "../../src/core/errors.js";
import type { OperationDescriptor, ParameterDescriptor, TimeDescriptor } from "../../src/core/operation.js";
import {
  checkHeaders,
  encodeParameters,
  fillPath,
  formatTime,
  percentEncode,
  queryString,
} from "../../src/core/request.js";

const november = new Date("2026-11-01T02:03:04.567Z");

describe("encodeParameters writes", () => {
  test.each<[string, OperationDescriptor, Record<string, unknown>, Record<string, string>]>([
    ["nothing for nothing", dcs.listBackupRecordsV1, { instance_id: "i" }, {}],
    ["integers", dcs.listBackupRecordsV1, { start: 11, limit: 50 }, { start: "11", limit: "50" }],
    [
      "a Date as 14 digits in UTC",
      dcs.listBackupRecordsV1,
      { beginTime: november },
      { beginTime: "20261101020304" },
    ],
    [
      "14 digits as they are",
      dcs.listBackupRecordsV1,
      { endTime: "20170718235959" },
      { endTime: "20170718235959" },
    ],
    ["the names of v2", dcs.listBackupRecords, { begin_time: november }, { begin_time: "20261101020304" }],
    [
      "a Date as epoch seconds",
      starrocks.describeBackups,
      { TimePeriodStartTime: november },
      { TimePeriodStartTime: "1793498584" },
    ],
    [
      "seconds as they are",
      starrocks.describeBackups,
      { TimePeriodEndTime: 1747728000 },
      { TimePeriodEndTime: "1747728000" },
    ],
    [
      "a list as one value",
      starrocks.describeBackups,
      { Statuses: ["COMPLETED", "RUNNING"] },
      { Statuses: "COMPLETED,RUNNING" },
    ],
    [
      "a value where a list could stand",
      starrocks.describeBackups,
      { Statuses: "RUNNING" },
      { Statuses: "RUNNING" },
    ],
    ["a documented status", vbs.listBackupTasks, { status: "SKIP" }, { status: "SKIP" }],
    ["a legal sort direction", vbs.listBackupTasks, { sort_dir: "asc" }, { sort_dir: "asc" }],
    ["undefined as absent", vbs.listBackupTasks, { limit: undefined }, {}],
  ])("%s", (_, operation, values, query) => {
    expect(encodeParameters(operation, values)).toEqual(query);
  });
});

describe("encodeParameters refuses", () => {
  test.each<[string, OperationDescriptor, Record<string, unknown>, string]>([
    [
      "a slip in a name",
      dcs.listBackupRecordsV1,
      { begintime: "20170718235959" },
      "ListBackupRecordsV1 has no parameter begintime. Did you mean beginTime?",
    ],
    [
      "the name of the other version",
      dcs.listBackupRecords,
      { beginTime: november },
      "ListBackupRecords has no parameter beginTime. Did you mean begin_time?",
    ],
    [
      "an unknown name",
      vbs.listBackupTasks,
      { page: 1 },
      "ListBackupTasks has no parameter page. It has policy_id, sort_dir, limit, marker, job_id, status, sort_key, offset",
    ],
    [
      "a value below the minimum",
      dcs.listBackupRecordsV1,
      { limit: 0 },
      "ListBackupRecordsV1: limit must be at least 1, not 0",
    ],
    ["NaN", dcs.listBackupRecordsV1, { limit: Number.NaN }, "limit must be an integer, not NaN"],
    ["a fraction", dcs.listBackupRecordsV1, { limit: 1.5 }, "limit must be an integer, not 1.5"],
    ["a number as text", dcs.listBackupRecordsV1, { limit: "5" }, "limit must be an integer, not string"],
    ["null", dcs.listBackupRecordsV1, { limit: null }, "limit must be an integer, not null"],
    [
      "a time of another format",
      dcs.listBackupRecordsV1,
      { beginTime: "2026-11-01" },
      'beginTime must be a Date or yyyyMMddHHmmss, not "2026-11-01"',
    ],
    [
      "a number for a text time",
      dcs.listBackupRecordsV1,
      { beginTime: 20170718235959 },
      "beginTime must be a string or a Date, not number",
    ],
    [
      "an invalid Date",
      dcs.listBackupRecordsV1,
      { beginTime: new Date("nonsense") },
      "beginTime is a Date that cannot be written as yyyyMMddHHmmss",
    ],
    [
      "a Date where no time is wanted",
      vbs.listBackupTasks,
      { job_id: november },
      "job_id must be a string, not a Date",
    ],
    [
      "a list where none is wanted",
      vbs.listBackupTasks,
      { job_id: ["a"] },
      "job_id must be a string, not a list",
    ],
    [
      "an illegal sort direction",
      vbs.listBackupTasks,
      { sort_dir: "up" },
      'sort_dir must be asc or desc, not "up"',
    ],
    [
      "a status that no source page lists",
      vbs.listBackupTasks,
      { status: "running" },
      'EXECUTE_SUCCESS or SKIP, not "running"',
    ],
    [
      "an empty list",
      starrocks.describeBackups,
      { Statuses: [] },
      "Statuses is an empty list; leave it out to ask for everything",
    ],
    [
      "a list of something else",
      starrocks.describeBackups,
      { Statuses: [1] },
      "Statuses must hold strings, not number",
    ],
    [
      "an element that would fall apart",
      starrocks.describeBackups,
      { Statuses: ["A,B"] },
      'Statuses cannot hold "A,B": a list is sent joined by ","',
    ],
    ["half a surrogate pair", vbs.listBackupTasks, { job_id: "\ud800" }, "job_id is not well-formed Unicode"],
    [
      "an object",
      starrocks.describeBackups,
      { Statuses: {} },
      "Statuses must be a string or a list of strings, not object",
    ],
  ])("%s", (_, operation, values, message) => {
    const encode = () => encodeParameters(operation, values);
    expect(encode).toThrow(InvalidRequestError);
    expect(encode).toThrow(message);
  });

  const withParameter = (parameter: Partial<ParameterDescriptor>): OperationDescriptor => ({
    ...dcs.listBackupRecordsV1,
    parameters: [{ name: "x", in: "query", required: false, type: "string", ...parameter }],
  });

  test.each<[string, Partial<ParameterDescriptor>, unknown, string]>([
    ["a required parameter that is missing", { required: true }, undefined, "x is missing"],
    ["a value above the maximum", { type: "integer", maximum: 9 }, 10, "x must be at most 9, not 10"],
    ["an empty text", {}, "", "x is empty"],
    ["a text that breaks a pattern", { pattern: "^a$" }, "b", 'x must match ^a$, not "b"'],
    ["a text for a boolean", { type: "boolean" }, 1, "x must be a boolean, not number"],
  ])("%s", (_, parameter, value, message) => {
    expect(() => encodeParameters(withParameter(parameter), { x: value })).toThrow(message);
  });

  test("but a boolean where one is wanted", () => {
    expect(encodeParameters(withParameter({ type: "boolean" }), { x: false })).toEqual({ x: "false" });
  });
});

test("queryString encodes everything but the unreserved characters", () => {
  expect(queryString({ a: "x y+z", "b!": "'()*" })).toBe("a=x%20y%2Bz&b%21=%27%28%29%2A");
  expect(queryString({})).toBe("");
});

const template = "/v1.0/{project_id}/instances/{instance_id}/backups";
const fill = (instance_id: unknown) =>
  fillPath(template, { project_id: "p", instance_id }, "ListBackupRecordsV1");

describe("fillPath", () => {
  test.each([
    ["a plain id", "5560df16-cebf", "5560df16-cebf"],
    ["a slash", "a/b", "a%2Fb"],
    ["what encodeURIComponent leaves alone", "a!'()*b", "a%21%27%28%29%2Ab"],
    ["an id that is already encoded", "a%2Fb", "a%252Fb"],
    ["dots inside an id", "a..b", "a..b"],
    ["other scripts", "备份", "%E5%A4%87%E4%BB%BD"],
    ["a number", 17, "17"],
  ])("encodes %s", (_, id, encoded) => {
    expect(fill(id)).toBe(`/v1.0/p/instances/${encoded}/backups`);
  });

  test.each([
    ["a missing id", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an object", {}, "is missing"],
    ["an empty id", "", "is empty"],
    ["white space alone", " \t", "is empty"],
    [".", ".", "would change the path"],
    ["..", "..", "would change the path"],
    ["a line break", "a\nb", "control character"],
    ["NUL", "a\u0000", "control character"],
    ["half a surrogate pair", "a\ud800", "not well-formed"],
    ["the other half", "\udc00a", "not well-formed"],
  ])("refuses %s", (_, id, reason) => {
    expect(() => fill(id)).toThrow(InvalidRequestError);
    expect(() => fill(id)).toThrow(new RegExp(`^ListBackupRecordsV1: instance_id .*${reason}`));
  });

  test("names the parameter at fault", () => {
    const error = catchError(() => fill(""));
    expect(error).toMatchObject({ parameter: "instance_id", operation: "ListBackupRecordsV1" });
  });
});

test("percentEncode keeps the unreserved characters alone", () => {
  const unreserved = "ABCXYZabcxyz0189-._~";
  expect(percentEncode(unreserved)).toBe(unreserved);
  expect(percentEncode("!'()*+ %/?#&=")).toBe("%21%27%28%29%2A%2B%20%25%2F%3F%23%26%3D");
});

describe("checkHeaders", () => {
  const check = (headers: Record<string, string> | undefined) =>
    checkHeaders(headers, (problem) => new RangeError(problem));

  test("writes names in lower case and keeps values", () => {
    expect(check({ "X-One": "1", "x-two": "caf\u00e9\t" })).toEqual({ "x-one": "1", "x-two": "caf\u00e9\t" });
    expect(check(undefined)).toEqual({});
  });

  test.each([
    ["a line break in a value", { "x-a": "1\r\nx-b: 2" }],
    ["a blank in a name", { "x a": "1" }],
    ["an empty name", { "": "1" }],
    ["a character beyond Latin 1", { "x-a": "备份" }],
  ])("refuses %s", (_, headers) => {
    expect(() => check(headers)).toThrow(/^header ".*" has a name or value that HTTP does not allow$/);
  });

  // The forbidden request headers of the Fetch standard that frame a message or name its connection.
  test.each([
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "Content-Length",
  ])("refuses %s, which belongs to the connection", (name) => {
    expect(() => check({ [name]: "1" })).toThrow(
      new RangeError(`header "${name}" belongs to the connection; leave it out`),
    );
  });

  test.each<[unknown, RegExp]>([
    [{ "x-a": 5 }, /^header "x-a" must be a string$/],
    [{ "x-a": undefined }, /^header "x-a" must be a string$/],
    [new Headers({ "x-a": "1" }), /^headers must be an object of names and values; write Object.fromEntries/],
    [[["x-a", "1"]], /^headers must be an object of names and values/],
    [new Map(), /^headers must be an object of names and values/],
  ])("refuses %s, which a caller without types can pass", (headers, message) => {
    expect(() => check(headers as Record<string, string>)).toThrow(message);
  });

  test("allows a header that only resembles one of the connection", () => {
    expect(check({ "x-host": "a", "content-type": "b", "keep-alives": "c" })).toEqual({
      "x-host": "a",
      "content-type": "b",
      "keep-alives": "c",
    });
  });
});

describe("formatTime", () => {
  const as = (format: TimeDescriptor["format"]): TimeDescriptor => ({ format, zone: "UTC" });
  const formats = ["yyyyMMddHHmmss", "iso", "iso-seconds", "iso-without-zone", "s", "ms"] as const;
  const instant = new Date("2026-11-21T07:31:05.678Z");

  test.each([
    ["yyyyMMddHHmmss", "20261121073105"],
    ["iso", "2026-11-21T07:31:05.678Z"],
    ["iso-seconds", "2026-11-21T07:31:05Z"],
    ["iso-without-zone", "2026-11-21T07:31:05.678"],
    ["s", 1795246265],
    ["ms", 1795246265678],
  ] as const)("writes %s", (format, wire) => {
    expect(formatTime(instant, as(format))).toBe(wire);
    expect(formatTime(instant.getTime(), as(format))).toBe(wire);
  });

  test("cuts seconds off downwards before 1970, too", () => {
    expect(formatTime(-1, as("s"))).toBe(-1);
    expect(formatTime(-1, as("yyyyMMddHHmmss"))).toBe("19691231235959");
  });

  test.each(formats)("refuses what is no instant as %s", (format) => {
    for (const none of [new Date("no"), Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
      expect(() => formatTime(none, as(format))).toThrow(RangeError);
    }
  });

  test("refuses a year of more than four digits where the format has four", () => {
    for (const far of [new Date("+010000-01-01T00:00:00Z"), new Date("-000001-01-01T00:00:00Z")]) {
      for (const format of ["yyyyMMddHHmmss", "iso", "iso-seconds", "iso-without-zone"] as const) {
        expect(() => formatTime(far, as(format))).toThrow(RangeError);
      }
      expect(formatTime(far, as("ms"))).toBe(far.getTime());
    }
  });
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
