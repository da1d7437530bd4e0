import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/core/context.js";
import {
  findFailure,
  isRetryable,
  retryAfterMs,
  toApiError,
  toServiceFailure,
} from "../../src/core/error-response.js";
import { RateLimitError, ServiceFailureError } from "../../src/core/errors.js";
import type { FailureDescriptor } from "../../src/core/operation.js";
import envelopes from "../../data/error-envelopes.json" with { type: "json" };

const context = { service: "dcs", operation: "ListBackupRecordsV1" };
const now = Date.parse("2026-11-21T07:31:00Z");

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const sent = new Headers(headers);
  return {
    status,
    header: (name) => sent.get(name),
    attempt: 1,
    redact: (words) => words,
    text: typeof body === "string" ? body : JSON.stringify(body),
  };
}

const error = (status: number, code: string, headers?: Record<string, string>) =>
  toApiError(answer(status, { Code: code, Message: "words" }, headers), context, now);

describe("toApiError", () => {
  it.each(envelopes.filter(({ status }) => status !== 200))(
    "$name",
    ({ status, body, raw, headers, expect: expected }) => {
      const made = toApiError(
        answer(status, raw ?? body, headers as Record<string, string> | undefined),
        context,
        now,
      );
      expect(made).toMatchObject({
        ...context,
        name: expected.class,
        status,
        code: expected.code,
        requestId: expected.requestId,
      });
      expect(made.message).toContain(expected.code);
      expect(made.vendorMessage).toContain(expected.message);
    },
  );

  it.each([
    [400, "DCS.4062", "ApiError", false],
    [401, "DCS.1002", "AuthenticationError", false],
    [403, "DCS.2003", "PermissionError", false],
    [403, "Forbidden.RAM", "PermissionError", false],
    [404, "DCS.3022", "NotFoundError", false],
    [405, "", "ApiError", false],
    [407, "", "ApiError", false],
    [408, "", "ApiError", true],
    [409, "", "ApiError", false],
    [429, "APIGW.0308", "RateLimitError", true],
    [500, "DCS.5078", "ServerError", false],
    [501, "", "ServerError", false],
    [502, "", "ServerError", true],
    [503, "ServiceUnavailable", "ServerError", true],
    [504, "", "ServerError", true],
    [599, "", "ServerError", false],
    [400, "Throttling", "RateLimitError", true],
    [400, "Throttling.User", "RateLimitError", true],
    [400, "Throttling.Api", "RateLimitError", true],
    [503, "Throttling.Api", "RateLimitError", true],
    [400, "Unthrottling", "ApiError", false],
    [400, "SignatureDoesNotMatch", "AuthenticationError", false],
    [400, "SignatureNonceUsed", "AuthenticationError", false],
    [400, "InvalidTimeStamp.Expired", "AuthenticationError", false],
    [404, "InvalidAccessKeyId.NotFound", "AuthenticationError", false],
    [403, "InvalidSecurityToken.Expired", "AuthenticationError", false],
    [500, "SignatureDoesNotMatch", "ServerError", false],
    [404, "InvalidImageId.NotFound", "NotFoundError", false],
  ])("%i %s is a %s, retryable: %s", (status, code, name, retryable) => {
    expect(error(status, code)).toMatchObject({ name, status, code, retryable });
    expect(isRetryable(status, code)).toBe(retryable);
  });

  it("tells when to come back", () => {
    expect(error(429, "APIGW.0308", { "retry-after": "7" })).toMatchObject({ retryAfterMs: 7000 });
    const silent = error(400, "Throttling.User");
    expect(silent).toBeInstanceOf(RateLimitError);
    expect(silent).toMatchObject({ retryAfterMs: null });
  });

  it("puts further words and the advice for the code into its message", () => {
    const body = { error_code: "DCS.4062", error_msg: "Invalid parameter.", error_ext_msg: "limit" };
    const advice = (code: string) => (code === "DCS.4062" ? "Check it." : undefined);
    expect(toApiError(answer(400, body), { ...context, advice }, now).message).toBe(
      "dcs ListBackupRecordsV1: 400 DCS.4062: Invalid parameter. (limit). Check it.",
    );
  });

  it("says how many attempts it took, where it was more than one", () => {
    const first = answer(503, { code: "A", message: "busy", request_id: "req-1" });
    const once = toApiError(first, context, now);
    const thrice = toApiError({ ...first, attempt: 3 }, context, now);
    expect([once.attempts, once.message]).toEqual([
      1,
      "dcs ListBackupRecordsV1: 503 A: busy (request req-1)",
    ]);
    expect(thrice.toJSON()).toMatchObject({
      attempts: 3,
      message: "dcs ListBackupRecordsV1: 503 A: busy (request req-1, attempt 3)",
    });
    expect(toApiError({ ...answer(503, ""), attempt: 2 }, context, now).message).toContain("503 (attempt 2)");
  });

  it("takes the secrets out of whatever the answer quotes", () => {
    const made = toApiError(
      answer(401, { code: "A", message: "not fake-token-1" }),
      { ...context, secrets: ["fake-token-1"] },
      now,
    );
    expect(`${made.message}${made.vendorMessage}${JSON.stringify(made.body)}`).not.toContain("fake-token-1");
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

  it("is a failure by its flag alone where the contract knows no exception", () => {
    const { unless: _, ...flag } = descriptor;
    expect(findFailure(documented, flag, "contract")).toMatchObject({ code: "Success" });
  });

  it("becomes a ServiceFailureError with the answer's status", () => {
    const made = toServiceFailure(found, failed, answer(200, failed), {
      ...context,
      advice: () => "Check it.",
    });
    expect(made).toBeInstanceOf(ServiceFailureError);
    expect(made).toMatchObject({
      status: 200,
      code: "InvalidParams",
      requestId: "r-1",
      retryable: false,
      body: failed,
    });
    expect(made.message).toBe(
      "dcs ListBackupRecordsV1: 200 InvalidParams: no such instance. (request r-1). Check it.",
    );
  });

  it("can be worth another attempt", () => {
    const throttled = { code: "Throttling.User", message: "" };
    expect(toServiceFailure(throttled, failed, answer(200, failed), context).retryable).toBe(true);
  });
});

describe("retryAfterMs", () => {
  it.each([
    [{}, null],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "120" }, 120_000],
    [{ "retry-after": "Sat, 21 Nov 2026 07:31:30 GMT" }, 30_000],
    [{ "retry-after": "Sat, 21 Nov 2026 07:30:30 GMT" }, 0],
    [{ "x-acs-retry-after": "350" }, 350],
    [{ "x-acs-retry-after": "350", "retry-after": "7" }, 350],
    [{ "x-acs-retry-after": "soon", "retry-after": "7" }, 7000],
    [{ "x-acs-retry-after": "Sat, 21 Nov 2026 07:31:30 GMT" }, null],
  ] as const)("reads %j", (headers, expected) => {
    const sent = new Headers(headers);
    expect(retryAfterMs((name) => sent.get(name), now)).toBe(expected);
  });

  it.each([
    "-5",
    "+5",
    "1.5",
    "1e3",
    "0x10",
    "5s",
    "",
    "soon",
    "12345678901",
    "2026-11-21T07:31:30Z",
    "Fri, 21 Nov 2026 07:31:30 GMT",
    "Mon, 30 Feb 2026 07:31:30 GMT",
    "Saturday, 21-Nov-26 07:31:30 GMT",
    "Sat, 21 Nov 2026 08:31:30 +0100",
  ])("takes %j for nonsense", (value) => {
    expect(retryAfterMs((name) => (name === "retry-after" ? value : null), now)).toBeNull();
  });
});
