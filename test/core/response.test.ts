import { describe, expect, it } from "vitest";
import {
  ApiError,
  ContractError,
  NotFoundError,
  RateLimitError,
  ServiceFailureError,
} from "../../src/core/errors.js";
import type { FailureDescriptor } from "../../src/core/operation.js";
import { redactor } from "../../src/core/redaction.js";
import { findFailure, type ReadingRules, readResponse } from "../../src/core/response.js";
import type { ServiceResponse } from "../../src/core/send.js";

const now = Date.parse("2026-11-21T07:31:00Z");
const rules: ReadingRules = {
  service: "dcs",
  operation: "ListBackupRecordsV1",
  success: [200, 204],
  failureRule: "contract",
};

function response(status: number, body: unknown, headers: Record<string, string> = {}): ServiceResponse {
  const sent = new Headers(headers);
  return {
    status,
    header: (name) => sent.get(name),
    headers: () => sent,
    attempt: 1,
    redact: redactor(["fake-token-1"]),
    text: typeof body === "string" ? body : JSON.stringify(body),
    sentHeaders: {},
  };
}

const read = (
  status: number,
  body: unknown,
  headers?: Record<string, string>,
  more?: Partial<ReadingRules>,
) => readResponse(response(status, body, headers), { ...rules, ...more }, now);

describe("readResponse", () => {
  it("parses the body of a success, without rounding integers", () => {
    const body = { total: 9223372036854775807n };
    expect(read(200, '{"total":9223372036854775807}')).toEqual({ body, error: null });
  });

  it("does not look into the body of a 204", () => {
    expect(read(204, "<html>")).toEqual({ body: undefined, error: null });
  });

  it("makes an error of a status from 400 on, with the wait that the service asks for", () => {
    const { body, error } = read(404, { error_code: "DCS.3022" });
    expect([body, error]).toMatchObject([undefined, { retryAfterMs: null }]);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(read(418, "").error).toBeInstanceOf(ApiError);
    const throttled = read(429, "", { "retry-after": "7" });
    expect(throttled.error).toBeInstanceOf(RateLimitError);
    expect(throttled.error).toMatchObject({ retryAfterMs: 7000 });
  });

  it.each([202, 205, 206, 304])("takes the undocumented status %i for a broken contract", (status) => {
    const { error } = read(status, "{}");
    expect(error).toBeInstanceOf(ContractError);
    expect(error).toMatchObject({
      status,
      message: `dcs ListBackupRecordsV1: unexpected status ${status}`,
    });
  });

  it.each([
    ["", "it is empty"],
    ["<html>fake-token-1", "not JSON"],
    ['{"a":', "not JSON"],
    [`${"[".repeat(200)}${"]".repeat(200)}`, "JSON nested deeper than 128 levels"],
  ])("takes the body %s of a success for a broken contract", (text, reason) => {
    const { body, error } = read(200, text);
    expect(body).toBeUndefined();
    expect(error).toBeInstanceOf(ContractError);
    expect(error?.message).toContain(`the response cannot be read: ${reason}`);
    expect(error?.message).not.toContain("fake");
  });
});

describe("a failure inside a success", () => {
  const descriptor: FailureDescriptor = {
    pointer: "/Success",
    equals: false,
    unless: { pointer: "/ErrCode", equals: "Success" },
    code: "/ErrCode",
    message: "/ErrMessage",
  };
  const failed = {
    RequestId: "r-1",
    Success: false,
    ErrCode: "InvalidParams",
    ErrMessage: "no such instance.\n",
  };
  const documented = { ...failed, ErrCode: "Success", Data: [] };
  const found = { code: "InvalidParams", message: "no such instance.\n" };

  it.each([
    ["contract", failed, found],
    ["contract", documented, null],
    ["contract", { Success: true }, null],
    ["contract", { Success: false }, { code: "", message: "" }],
    ["contract", {}, null],
    ["contract", null, null],
    ["flag", failed, found],
    ["flag", documented, { code: "Success", message: "no such instance.\n" }],
    ["flag", { Success: "false" }, null],
    ["off", failed, null],
  ] as const)("by the rule %s, %j", (rule, body, expected) => {
    expect(findFailure(body, descriptor, rule)).toEqual(expected);
  });

  it("is a failure by its flag alone if the contract knows no exception", () => {
    const { unless: _, ...flag } = descriptor;
    expect(findFailure(documented, flag, "contract")).toMatchObject({ code: "Success" });
  });

  it("becomes a ServiceFailureError with the response's status", () => {
    const { body, error } = read(200, failed, {}, { failure: descriptor, advice: () => "Check it." });
    expect(body).toBeUndefined();
    expect(error).toBeInstanceOf(ServiceFailureError);
    expect(error).toMatchObject({
      status: 200,
      code: "InvalidParams",
      requestId: "r-1",
      retryable: false,
      body: failed,
    });
    expect(error?.message).toBe(
      "dcs ListBackupRecordsV1: 200 InvalidParams: no such instance. Check it. (request r-1)",
    );
  });

  it("can be worth another attempt, after the wait that the service asks for", () => {
    const throttled = { ...failed, ErrCode: "Throttling.User" };
    const { error } = read(200, throttled, { "x-acs-retry-after": "350" }, { failure: descriptor });
    expect(error).toMatchObject({ name: "ServiceFailureError", retryable: true, retryAfterMs: 350 });
  });

  it("has no secret in its message, its body or its request id, and an unchanged code", () => {
    const quoting = {
      Success: false,
      ErrCode: "fake-token-1",
      ErrMessage: "not fake-token-1",
      RequestId: "fake-token-1",
    };
    expect(read(200, quoting, {}, { failure: descriptor }).error).toMatchObject({
      code: "fake-token-1",
      vendorMessage: "not [redacted]",
      requestId: "[redacted]",
      body: { ErrMessage: "not [redacted]" },
    });
  });

  it("is as short as another error's message", () => {
    const long = { ...failed, ErrCode: "c".repeat(5000), ErrMessage: "m".repeat(5000) };
    expect(read(200, long, {}, { failure: descriptor }).error).toMatchObject({
      code: "c".repeat(256),
      vendorMessage: "m".repeat(2048),
    });
  });
});
