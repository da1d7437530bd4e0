import { describe, expect, test } from "vitest";
import { operations as dcs } from "../../generated/dcs/operations.js";
import { operations as starrocks } from "../../generated/starrocks/operations.js";
import { operations as vbs } from "../../generated/vbs/operations.js";
import { InvalidRequestError } from "../../src/core/errors.js";
import type { OperationDescriptor, ParameterDescriptor } from "../../src/core/operation.js";
import { encodeParameters, queryString } from "../../src/core/request.js";

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
    ["a status that no document lists", vbs.listBackupTasks, { status: "PAUSED" }, { status: "PAUSED" }],
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
