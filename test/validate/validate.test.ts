import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { InvalidRequestError } from "../../src/index.js";
import {
  describedAnswers,
  describedResponses,
  validateAnswer,
  validateResponse,
} from "../../src/validate/index.js";

const example = (service: string, id: string): unknown =>
  parse(readFileSync(`spec/${service}/examples/${id}.yaml`, "utf8")).value;

/** Validates the documented record of DCS with other fields. */
function validateRecord(fields: object) {
  const { value } = parse(readFileSync("spec/dcs/examples/dcs-otc-en.yaml", "utf8"));
  const backup_record_response = [{ ...value.backup_record_response[0], ...fields }];
  const body = { total_num: 1, backup_record_response };
  return validateResponse({ service: "dcs", operation: "ListBackupRecords", body });
}

describe("validateResponse", () => {
  test.each([
    ["dcs", "ListBackupRecordsV1", "dcs-hwc-en"],
    ["dcs", "ListBackupRecordsV1", "dcs-otc-en"],
    ["dcs", "ListBackupRecords", "dcs-hwc-zh"],
    ["dcs", "ListBackupRecords", "dcs-otc-list-backups"],
    ["dcs", "ListInstances", "dcs-hwc-list-instances"],
    ["dcs", "ShowInstance", "dcs-otc-show-instance"],
    ["dcs", "ListRestoreRecords", "dcs-hwc-zh-list-restores"],
    ["vbs", "ListBackupTasks", "vbs-otc-en"],
    ["vbs", "ListBackupPolicies", "vbs-otc-list-backup-policies"],
    ["starrocks", "DescribeBackups", "starrocks-en"],
    ["starrocks", "DescribeBackupPolicies", "beyond-backup-policies"],
    ["starrocks", "DescribeInstances", "beyond-instances"],
    ["starrocks", "DescribeSystemTimezone", "beyond-time-zone"],
    ["starrocks", "ListOperationHistory", "beyond-operations"],
  ] as const)("of %s finds nothing in the documented response of %s (%s)", (service, operation, id) => {
    expect(validateResponse({ service, operation, body: example(service, id) })).toEqual([]);
  });

  test("finds what differs, with its place", () => {
    const body = { tasks: [{ status: "PAUSED" }], count: "1" };
    const found = validateResponse({ service: "vbs", operation: "ListBackupTasks", status: 200, body });
    expect(found.map(({ kind, pointer }) => `${kind} ${pointer}`).sort()).toEqual([
      "missing-field /tasks/0/backup_name",
      "missing-field /tasks/0/created_at",
      "missing-field /tasks/0/job_id",
      "missing-field /tasks/0/resource_id",
      "missing-field /tasks/0/resource_type",
      "unexpected-type /count",
      "unknown-value /tasks/0/status",
    ]);
  });

  test.each([
    ["dcs", "ListBackupRecordsV1", 400, { error: { code: "DCS.4927", message: "m" } }],
    ["starrocks", "DescribeBackups", 403, { Code: "NoPermission", Message: "m" }],
    ["starrocks", "DescribeBackups", 400, { Code: "ACodeOfTomorrow", Message: "m" }],
  ] as const)("of %s takes an error code that %s does not list (%i)", (service, operation, status, body) => {
    expect(validateResponse({ service, operation, status, body })).toEqual([]);
  });

  test.each([
    ["created_at", "2019-05-10T08:31:16.166", "an RFC 3339 time with its zone"],
    ["created_at", "2019-13-45T99:31:16.166Z", "an RFC 3339 time with its zone"],
    ["updated_at", "yesterday", "an RFC 3339 time with its zone"],
    ["updated_at", null, "string"],
    ["size", -5, "an integer from 0"],
    ["backup_id", "", "a text that is not empty"],
    ["progress", "abc", expect.stringContaining("100")],
    ["progress", "250.00", expect.stringContaining("100")],
  ])("of dcs finds that %s is %j where the contract has a form or a bound", (field, value, expected) => {
    expect(validateRecord({ [field]: value })).toMatchObject([
      { kind: "unexpected-type", pointer: `/backup_record_response/0/${field}`, expected },
    ]);
  });

  test.each(["2019-05-10T08:31:16Z", "2019-05-10t08:31:16.1234567z", "2016-12-31T23:59:60+08:00"])(
    "of dcs takes %s for a time",
    (created_at) => {
      expect(validateRecord({ created_at })).toEqual([]);
    },
  );

  test.each([2n ** 53n, 2n ** 63n - 1n])("of dcs takes a size of %i", (size) => {
    expect(validateRecord({ size })).toEqual([]);
  });

  test("of dcs finds that a size is no int64", () => {
    expect(validateRecord({ size: 2n ** 63n })).toMatchObject([
      { pointer: "/backup_record_response/0/size" },
    ]);
  });

  test("of starrocks finds a progress beyond 100 and an empty id", () => {
    const operation = {
      InstanceId: "",
      OperationId: "o",
      OperationStatus: "COMPLETED",
      OperationType: "backup",
      Progress: 101,
    };
    const body = { RequestId: "r", Success: true, Data: [operation], Total: -1 };
    const found = validateResponse({ service: "starrocks", operation: "ListOperationHistory", body });
    expect(found.map(({ pointer, expected }) => `${pointer} ${expected}`).sort()).toEqual([
      "/Data/0/InstanceId a text that is not empty",
      "/Data/0/Progress an integer from 0 to 100",
      "/Total an integer from 0 to 2147483647",
    ]);
  });

  test("knows the bodies of errors", () => {
    const response = { service: "vbs", operation: "ListBackupTasks", status: 404 } as const;
    expect(validateResponse({ ...response, body: example("vbs", "vbs-otc-en-error") })).toEqual([]);
    expect(validateResponse({ ...response, body: { error: { code: 7 } } })).not.toEqual([]);
  });

  test.each([
    [
      "another service",
      { service: "toys", operation: "ListToys" },
      "the contract of toys has no operation ListToys",
    ],
    ["what every object has", { service: "toString", operation: "call" }, "has no operation call"],
    [
      "an operation of another service",
      { service: "dcs", operation: "DescribeBackups" },
      "the contract of dcs has no operation DescribeBackups",
    ],
    [
      "a status without a body",
      { service: "dcs", operation: "ListBackupRecords", status: 204 },
      "no response with a body for status 204; it has 200, 400",
    ],
  ])("refuses %s", (_, response, message) => {
    // What a caller without types can pass.
    const validate = () =>
      validateResponse({ ...response, body: {} } as unknown as Parameters<typeof validateResponse>[0]);
    expect(validate).toThrow(InvalidRequestError);
    expect(validate).toThrow(message);
  });
});

test("describedResponses lists the operations and their statuses", () => {
  const statuses = [200, 400, 401, 403, 404, 405, 406, 407, 408, 409, 429, 500, 501, 502, 503, 504];
  expect(describedResponses("vbs")).toEqual([
    { operation: "ListBackupTasks", statuses },
    { operation: "ListBackupPolicies", statuses },
  ]);
  expect(describedResponses("dcs").map(({ operation }) => operation)).toEqual([
    "ListBackupRecordsV1",
    "ListBackupRecords",
    "ListInstances",
    "ShowInstance",
    "ListRestoreRecords",
  ]);
});

test.each([null, undefined, {}, { service: "dcs" }])(
  "refuses %j, which a caller without types can pass",
  (captured) => {
    const validate = () => validateResponse(captured as Parameters<typeof validateResponse>[0]);
    expect(validate).toThrow(InvalidRequestError);
  },
);

test("the names of earlier versions still work", () => {
  expect([validateAnswer, describedAnswers]).toEqual([validateResponse, describedResponses]);
});
