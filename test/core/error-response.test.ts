import fc from "fast-check";
import { describe, expect, it } from "vitest";
import dcs from "../../generated/dcs/openapi.json" with { type: "json" };
import starrocks from "../../generated/starrocks/openapi.json" with { type: "json" };
import vbs from "../../generated/vbs/openapi.json" with { type: "json" };
import {
  type ErrorResponse,
  findAdvice,
  gatewayAdvice,
  isRetryable,
  isThrottling,
  parseHttpDate,
  readErrorEnvelope,
  rejectsCredential,
  requestIdOf,
  retryAfterMs,
  toApiError,
} from "../../src/core/error-response.js";
import { RateLimitError } from "../../src/core/errors.js";
import { redactor } from "../../src/core/redaction.js";
import { dcsAdvice } from "../../src/dcs/advice.js";
import { starRocksAdvice } from "../../src/starrocks/advice.js";
import { vbsAdvice } from "../../src/vbs/advice.js";
import envelopes from "../data/error-envelopes.json" with { type: "json" };
import { valuesOf } from "../support/enumeration.js";

const none = () => null;
const unchanged = (text: string) => text;
const readText = (text: string) => readErrorEnvelope(text, none, unchanged);
const read = (body: unknown) => readText(JSON.stringify(body));

describe("readErrorEnvelope", () => {
  it.each(envelopes)("reads $name", ({ body, raw, headers, expect: { class: _, ...expected } }) => {
    const sent = new Headers(headers as Record<string, string> | undefined);
    const envelope = readErrorEnvelope(raw ?? JSON.stringify(body), (name) => sent.get(name), unchanged);
    expect(envelope).toEqual({ extMessage: null, ...expected, body: envelope.body });
    if (raw === undefined) expect(envelope.body).toEqual(body);
  });

  it("keeps the text as the body if it is not JSON", () => {
    expect(readText("invalid json data").body).toBe("invalid json data");
  });

  it("keeps the first 2 KB of text", () => {
    expect(readText("x".repeat(5000)).message).toHaveLength(2048);
    expect(readText(`<!DOCTYPE html><p>${"x".repeat(5000)}`).message).toHaveLength(
      "a web page: ".length + 2048,
    );
  });

  it.each([
    ['{"error_code":"APIGW.0308","error_msg":"slow', "APIGW.0308"],
    ['{"error":{"message":"no","code":"DCS.4062"', "DCS.4062"],
    [' {"RequestId":"r","Code":"Forbidden.RAM","Mess', "Forbidden.RAM"],
    ['{"error":{"code":111400002,"mess', "111400002"],
    ['{"error_msg":"no code in here', ""],
    ['the "code":"X.1" of a text that is no JSON', ""],
  ])("finds the code of a body that was cut off: %s", (text, code) => {
    expect(readText(text)).toMatchObject({ code, body: text });
  });

  it("bounds the message of JSON, too", () => {
    const text = JSON.stringify({ error_code: "X.1", error_msg: "x".repeat(100_000) });
    expect(readText(text).message).toHaveLength(2048);
  });

  it("bounds codes, further messages and request ids", () => {
    const long = "x".repeat(100_000);
    const envelope = read({ error_code: long, error_msg: "m", error_ext_msg: long, request_id: long });
    expect([envelope.code, envelope.extMessage, envelope.requestId].map((text) => text?.length)).toEqual([
      256, 2048, 256,
    ]);
    expect(readText(`{"code":"${long}`).code).toHaveLength(256);
    expect(requestIdOf(null, () => long, unchanged)).toHaveLength(256);
  });

  it("prefers the envelopes in their order", () => {
    const bodies = [
      { error_code: "1", error_msg: "1" },
      { code: "2", message: "2" },
      { Code: "3", Message: "3" },
      { ErrCode: "4", ErrMessage: "4" },
      { error: { code: "5", message: "5" } },
    ];
    bodies.forEach((body, index) => {
      const all = Object.assign({}, ...bodies.slice(index).reverse());
      expect(read(all)).toMatchObject({ code: `${index + 1}`, message: `${index + 1}` });
      expect(read(body).code).toBe(`${index + 1}`);
    });
  });

  it("looks for another envelope if one has neither code nor message", () => {
    expect(read({ error_code: null, error_msg: "", code: "A", message: "b" })).toMatchObject({
      code: "A",
      message: "b",
    });
    expect(read({ code: {}, message: [], Code: "A", Message: "b" })).toMatchObject({
      code: "A",
      message: "b",
    });
    expect(read({ Code: "", error: { code: "A", message: "b" } })).toMatchObject({ code: "A", message: "b" });
  });

  it("removes secrets from message, further message, request id and body, and rewrites no code or name", () => {
    const text = JSON.stringify({
      error_code: "fake-token-1",
      error_msg: "X-Auth-Token: fake-token-2",
      error_ext_msg: "not fake-token-1",
      request_id: "fake-token-1",
      "fake-token-1": ["fake-token-1"],
    });
    const envelope = readErrorEnvelope(text, none, redactor(["fake-token-1"]));
    expect(envelope).toEqual({
      code: "fake-token-1",
      message: "X-Auth-Token: [redacted]",
      extMessage: "not [redacted]",
      requestId: "[redacted]",
      body: {
        error_code: "[redacted]",
        error_msg: "X-Auth-Token: [redacted]",
        error_ext_msg: "not [redacted]",
        request_id: "[redacted]",
        "fake-token-1": ["[redacted]"],
      },
    });
  });

  it("removes secrets from a text that is not JSON, also one that the bound would cut in two", () => {
    const redact = redactor(["fake-token-1"]);
    expect(readErrorEnvelope("<html>fake-token-1", none, redact)).toMatchObject({
      message: "a web page: [redacted]",
      body: "<html>[redacted]",
    });
    const text = `${"x".repeat(2040)}fake-token-1`;
    for (const whole of [text, JSON.stringify({ code: "A", message: text, ext_message: text })]) {
      const { message, extMessage } = readErrorEnvelope(whole, none, redact);
      expect(`${message}${extMessage}`).not.toContain("fake");
    }
  });

  it.each([
    ["the name of the error", { itemNotFound: { code: 404, message: "gone" } }, "404", "gone"],
    ["another name", { badRequest: { message: "no" } }, "", "no"],
    ["a name of its own", { "a.b": { error_code: "X.1", error_msg: "no" } }, "X.1", "no"],
  ])("reads the only object in a body under %s, as OpenStack writes it", (_, body, code, message) => {
    expect(read(body)).toMatchObject({ code, message, body });
  });

  it("reads no object beside others", () => {
    const body = { itemNotFound: { code: 404, message: "gone" }, status: 404 };
    expect(read(body)).toMatchObject({ code: "", message: JSON.stringify(body) });
  });

  it.each([
    "null",
    "[]",
    "[[[]]]",
    '"text"',
    "0",
    "true",
    '{"__proto__":{"error_code":"A","error_msg":"b"},"x":1}',
    '{"constructor":{"name":"A"},"error":"x"}',
    '{"error":null}',
    '{"error":[{"code":"A"}]}',
    '{"error":{"code":{"toString":1},"message":{"valueOf":null}}}',
    '{"error_code":{"toString":1},"request_id":{"toString":1}}',
    "[".repeat(1_000_000),
  ])("never fails, whatever comes: %s", (text) => {
    const envelope = readText(text);
    expect(envelope).toMatchObject({ code: "", message: text.slice(0, 2048), requestId: null });
  });

  it("never fails on any JSON in the place of any field", () => {
    const names = [
      "error_code",
      "error_msg",
      "error_ext_msg",
      "request_id",
      "code",
      "message",
      "Code",
      "Message",
      "RequestId",
      "error",
    ];
    const body = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(body, fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (outer, error) => {
        for (const value of [outer, { ...outer, error }]) {
          const envelope = read(value);
          expect(typeof envelope.code).toBe("string");
          expect(typeof envelope.message).toBe("string");
        }
      }),
    );
  });
});

describe("requestIdOf", () => {
  const body = { request_id: "body-1", RequestId: "body-2", requestId: "body-3" };

  it("prefers the headers, then the gateway's field, then the service's", () => {
    const headers = new Headers({ "X-Request-Id": "a", "x-acs-request-id": "b" });
    const header = (name: string) => headers.get(name);
    expect(requestIdOf(body, header, unchanged)).toBe("a");
    headers.delete("x-request-id");
    expect(requestIdOf(body, header, unchanged)).toBe("b");
    expect(requestIdOf(body, none, unchanged)).toBe("body-1");
    expect(requestIdOf({ RequestId: 7, requestId: "r" }, none, unchanged)).toBe("7");
    expect(requestIdOf({ requestId: "r" }, none, unchanged)).toBe("r");
  });

  it("is without secrets", () => {
    expect(requestIdOf({ request_id: "of fake-token-1" }, none, redactor(["fake-token-1"]))).toBe(
      "of [redacted]",
    );
  });

  it.each([null, undefined, "text", [], { request_id: {} }])("is null if there is none: %j", (value) => {
    expect(requestIdOf(value, none, unchanged)).toBeNull();
  });
});

const context = { service: "dcs", operation: "ListBackupRecordsV1" };
const now = Date.parse("2026-11-21T07:31:00Z");

function response(status: number, body: unknown, headers: Record<string, string> = {}): ErrorResponse {
  const sent = new Headers(headers);
  return {
    status,
    header: (name) => sent.get(name),
    attempt: 1,
    redact: unchanged,
    text: typeof body === "string" ? body : JSON.stringify(body),
  };
}

const error = (status: number, code: string, headers?: Record<string, string>) =>
  toApiError(response(status, { Code: code, Message: "words" }, headers), context, now);

describe("toApiError", () => {
  it.each(envelopes.filter(({ status }) => status !== 200))(
    "$name",
    ({ status, body, raw, headers, expect: expected }) => {
      const made = toApiError(
        response(status, raw ?? body, headers as Record<string, string> | undefined),
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
    [404, "DCS.3022", "NotFoundError", false],
    [404, "InvalidImageId.NotFound", "NotFoundError", false],
    [405, "", "ApiError", false],
    [407, "", "ApiError", false],
    [408, "", "ApiError", true],
    [409, "", "ApiError", false],
    [429, "APIGW.0308", "RateLimitError", true],
    [500, "DCS.5078", "ServerError", false],
    [500, "InternalError", "ServerError", false],
    [501, "", "ServerError", false],
    [502, "", "ServerError", true],
    [503, "", "ServerError", true],
    [504, "", "ServerError", true],
    [599, "", "ServerError", false],
    [400, "Unthrottling", "ApiError", false],
    [400, "ThrottlingOff", "ApiError", false],
    [400, "ForbiddenWord", "ApiError", false],
  ])("%i %s is a %s by its status, retryable: %s", (status, code, name, retryable) => {
    expect(error(status, code)).toMatchObject({ name, status, code, retryable });
    expect(isRetryable(status, code)).toBe(retryable);
  });

  // Alibaba Cloud sends several of these with more than one status: the code counts.
  it.each([
    ["AuthenticationError", false, "InvalidSecurityToken.Expired", [400, 403]],
    ["AuthenticationError", false, "InvalidSecurityToken.Malformed", [400]],
    ["AuthenticationError", false, "InvalidSecurityToken.MismatchWithAccessKey", [400]],
    ["AuthenticationError", false, "MissingSecurityToken", [400]],
    ["AuthenticationError", false, "InvalidAccessKeyId.NotFound", [400, 404]],
    ["AuthenticationError", false, "InvalidAccessKeyId.Inactive", [400]],
    ["AuthenticationError", false, "Forbidden.AccessKeyDisabled", [403]],
    ["AuthenticationError", false, "IncompleteSignature", [400]],
    ["AuthenticationError", false, "SignatureDoesNotMatch", [400, 403]],
    ["AuthenticationError", true, "SignatureNonceUsed", [400]],
    ["AuthenticationError", false, "InvalidTimeStamp.Expired", [400]],
    ["AuthenticationError", false, "InvalidTimeStamp.Format", [400]],
    ["AuthenticationError", false, "IllegalTimestamp", [400]],
    ["PermissionError", false, "NoPermission", [400, 403]],
    ["PermissionError", false, "NoPermisson", [403]],
    ["PermissionError", false, "Forbidden.RAM", [400, 403]],
    ["PermissionError", false, "Forbidden", [403, 404]],
    ["RateLimitError", true, "Throttling", [400, 429, 503]],
    ["RateLimitError", true, "Throttling.User", [400]],
    ["RateLimitError", true, "Throttling.Api", [400, 503]],
    ["ServerError", true, "ServiceUnavailable", [500, 503]],
    ["ServerError", true, "SystemBusy", [400]],
    ["ServerError", true, "OperationBusy", [400]],
  ] as const)(
    "is a %s by its code, retryable: %s, if that is %s, with status %j",
    (name, retryable, code, all) => {
      for (const status of all) expect(error(status, code)).toMatchObject({ name, status, code, retryable });
    },
  );

  it.each(["SignatureDoesNotMatch", "InvalidAccessKeyId.NotFound", "NoPermission"])(
    "is a ServerError if a failing service says %s",
    (code) => {
      expect(error(500, code)).toMatchObject({ name: "ServerError", retryable: false });
    },
  );

  it.each([
    [400, "InvalidSecurityToken.Expired", true],
    [404, "InvalidAccessKeyId.NotFound", true],
    [401, "DCS.1002", true],
    [400, "SignatureDoesNotMatch", false],
    [403, "NoPermission", false],
    [403, "", false],
    [500, "InvalidSecurityToken.Expired", false],
  ])("%i %s rejects the credential: %s", (status, code, rejected) => {
    expect(rejectsCredential(status, code)).toBe(rejected);
  });

  it.each([400, 403, 409, 500])(
    "is a retryable RateLimitError if %i comes with x-acs-retry-after",
    (status) => {
      expect(error(status, "AnyCode", { "x-acs-retry-after": "1500" })).toMatchObject({
        name: "RateLimitError",
        retryable: true,
        retryAfterMs: 1500,
      });
      expect(isThrottling(status, "AnyCode")).toBe(false);
    },
  );

  it.each(["", "0", "-5", "soon", "1.5"])("takes an x-acs-retry-after of %j for none", (value) => {
    expect(error(400, "AnyCode", { "x-acs-retry-after": value })).toMatchObject({
      name: "ApiError",
      retryable: false,
    });
  });

  it("says when to come back", () => {
    expect(error(429, "APIGW.0308", { "retry-after": "7" })).toMatchObject({ retryAfterMs: 7000 });
    const silent = error(400, "Throttling.User");
    expect(silent).toBeInstanceOf(RateLimitError);
    expect(silent).toMatchObject({ retryAfterMs: null });
  });

  it("has the further message and the advice for the code in its message", () => {
    const body = { error_code: "DCS.4062", error_msg: "Invalid parameter.", error_ext_msg: "limit" };
    const advice = (code: string) => (code === "DCS.4062" ? "Check it." : undefined);
    expect(toApiError(response(400, body), { ...context, advice }, now).message).toBe(
      "dcs ListBackupRecordsV1: 400 DCS.4062: Invalid parameter. (limit). Check it.",
    );
  });

  it("says how many attempts it took, if it was more than one", () => {
    const first = response(503, { code: "A", message: "busy", request_id: "req-1" });
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
    expect(toApiError({ ...response(503, ""), attempt: 2 }, context, now).message).toContain(
      "503 (attempt 2)",
    );
  });

  it("removes secrets from what the response quotes", () => {
    const quoting = response(401, { code: "A", message: "not fake-token-1" });
    const made = toApiError({ ...quoting, redact: redactor(["fake-token-1"]) }, context, now);
    expect(`${made.message}${made.vendorMessage}${JSON.stringify(made.body)}`).not.toContain("fake-token-1");
  });
});

describe("retryAfterMs", () => {
  it.each([
    [{}, null],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "120" }, 120_000],
    [{ "retry-after": "Sat, 21 Nov 2026 07:31:30 GMT" }, 30_000],
    [{ "retry-after": "Sat, 21 Nov 2026 07:30:30 GMT" }, 0],
    [{ "retry-after": "Saturday, 21-Nov-26 07:31:30 GMT" }, 30_000],
    [{ "retry-after": "Sat Nov 21 07:31:30 2026" }, 30_000],
    [{ "retry-after": "1.5" }, 2000],
    [{ "x-acs-retry-after": "350" }, 350],
    [{ "x-acs-retry-after": "0", "retry-after": "7" }, 7000],
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
    "1e3",
    "0x10",
    "5s",
    "",
    "soon",
    "12345678901",
    "2026-11-21T07:31:30Z",
    "Fri, 21 Nov 2026 07:31:30 GMT",
    "Mon, 30 Feb 2026 07:31:30 GMT",
    "Friday, 21-Nov-26 07:31:30 GMT",
    "Jan 1 2099",
    "-3",
    "Sat, 21 Nov 2026 08:31:30 +0100",
  ])("takes %j for none", (value) => {
    expect(retryAfterMs((name) => (name === "retry-after" ? value : null), now)).toBeNull();
  });

  it.each([
    ["Sat, 21 Nov 2026 09:00:30 GMT", "Sat, 21 Nov 2026 09:00:00 GMT", 30_000],
    ["Saturday, 21-Nov-26 05:00:30 GMT", "Sat, 21 Nov 2026 05:00:00 GMT", 30_000],
    ["Sat Nov 21 05:00:30 2026", "Saturday, 21-Nov-26 05:00:00 GMT", 30_000],
    ["Sat, 21 Nov 2026 07:31:30 GMT", "no date", 30_000],
  ])(
    "measures %s against the response's own Date, %s, whatever this machine's clock says",
    (until, date, ms) => {
      const sent: Readonly<Record<string, string>> = { "retry-after": until, date };
      expect(retryAfterMs((name) => sent[name] ?? null, now)).toBe(ms);
    },
  );
});

describe("parseHttpDate", () => {
  it.each([
    ["Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"],
    ["Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"],
    ["Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"],
    [" Sun Nov 16 08:49:37 2003 ", "2003-11-16T08:49:37Z"],
    ["Monday, 06-Nov-34 08:49:37 GMT", "2034-11-06T08:49:37Z"],
    ["Saturday, 06-Nov-76 08:49:37 GMT", null],
    ["Friday, 06-Nov-76 08:49:37 GMT", "2076-11-06T08:49:37Z"],
    ["Sunday, 06-Nov-77 08:49:37 GMT", "1977-11-06T08:49:37Z"],
    ["Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z"],
    ["Sun, 29 Feb 2026 00:00:00 GMT", null],
    ["Sun, 06 Nov 1994 24:49:37 GMT", null],
    ["Sun, 06 Foo 1994 08:49:37 GMT", null],
    ["", null],
  ])("reads %j as %s", (text, expected) => {
    expect(parseHttpDate(text, now)).toBe(expected === null ? null : Date.parse(expected));
  });
});

const contracts = [
  [
    "dcs",
    dcsAdvice,
    valuesOf(dcs.components.schemas.DcsApiErrorCode, dcs.components.schemas.GatewayErrorCode),
  ],
  [
    "vbs",
    vbsAdvice,
    valuesOf(vbs.components.schemas.VbsApiErrorCode, vbs.components.schemas.GatewayErrorCode),
  ],
  ["starrocks", starRocksAdvice, valuesOf(starrocks.components.schemas.StarRocksErrorCode)],
] as const;

/** Codes of the contracts that the caller can do nothing about, or whose text says all. */
const withoutAdvice = /^APIGW\.0(201|310|601|610|613)$/;

describe.each(contracts)("the advice of %s", (_, advice, codes) => {
  it.each(codes.filter((code) => !withoutAdvice.test(code)))(
    "knows what to do about %s, in one sentence",
    (code) => {
      expect(advice(code)).toMatch(/^[A-Z].*[^.]\.$/);
    },
  );

  it.each(["", "XXX.0001", "dcs.08.0001", "XDCS.1001", "constructor"])("knows nothing of %j", (code) => {
    expect(advice(code)).toBeUndefined();
  });
});

it.each([
  [dcsAdvice, "DCS.2007", "dcs:instance:getDataBackupLog"],
  [dcsAdvice, "DCS.4061", "instance id"],
  [dcsAdvice, "DCS.5001", "base URL"],
  [dcsAdvice, "111500078", "Try again later"],
  [starRocksAdvice, "Forbidden.AccessKeyDisabled", "key is enabled"],
  [starRocksAdvice, "InvalidApi.NotFound", "base URL"],
  [starRocksAdvice, "SystemBusy", "Try again later"],
])("%o says of %s what helps: %s", (advice, code, words) => {
  expect(advice(code)).toContain(words);
});

describe("findAdvice", () => {
  it("gives the first match, or nothing", () => {
    expect(
      findAdvice(
        [
          [/^A/, "First."],
          [/^AB/, "Second."],
        ],
        "AB",
      ),
    ).toBe("First.");
    expect(findAdvice(gatewayAdvice, "APIGW.0308")).toContain("wait");
    expect(findAdvice(gatewayAdvice, "APIGW.03081")).toBeUndefined();
  });
});
