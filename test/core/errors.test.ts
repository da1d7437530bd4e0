import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  BackupRecordsError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ServiceFailureError,
  TimeoutError,
} from "../../src/core/errors.js";

const call = { service: "dcs", operation: "ListBackupRecordsV1" };
const details: ApiErrorDetails = {
  ...call,
  status: 404,
  code: "DCS.3022",
  message: "This DCS instance does not exist.",
  requestId: "5a63903e",
  retryable: false,
  body: { error_msg: "kept from printing" },
  advice: "Check the instance id.",
};

const all: readonly [string, BackupRecordsError][] = [
  ["ConfigurationError", new ConfigurationError("no")],
  ["InvalidRequestError", new InvalidRequestError("no")],
  ["ApiError", new ApiError(details)],
  ["AuthenticationError", new AuthenticationError(details)],
  ["PermissionError", new PermissionError(details)],
  ["NotFoundError", new NotFoundError(details)],
  ["RateLimitError", new RateLimitError({ ...details, retryAfterMs: 1 })],
  ["ServerError", new ServerError(details)],
  ["ServiceFailureError", new ServiceFailureError(details)],
  ["ContractError", new ContractError("no", { ...call, status: 200 })],
  ["ConnectionError", new ConnectionError("no", { ...call, code: "ECONNRESET" })],
  ["TimeoutError", new TimeoutError("no", { ...call, attempt: 1, timeoutMs: 5, scope: "attempt" })],
];

describe.each(all)("%s", (name, error) => {
  it("is told by its literal name, in its stack as well", () => {
    expect(error.name).toBe(name);
    expect(error.stack).toMatch(new RegExp(`^${name}: `));
    expect(String(error)).toMatch(new RegExp(`^${name}: `));
  });

  it("extends BackupRecordsError and Error", () => {
    expect(error).toBeInstanceOf(BackupRecordsError);
    expect(error).toBeInstanceOf(Error);
  });

  it("can be logged as JSON", () => {
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, message: error.message });
  });
});

describe("ApiError", () => {
  it("says service, operation, status, code, the vendor's words, what to do and the request id", () => {
    expect(new ApiError(details).message).toBe(
      "dcs ListBackupRecordsV1: 404 DCS.3022: This DCS instance does not exist. Check the instance id. (request 5a63903e)",
    );
  });

  it("leaves out what the response did not say", () => {
    const { advice: _, ...silent } = { ...details, code: "", message: "", requestId: null };
    expect(new ApiError(silent).message).toBe("dcs ListBackupRecordsV1: 404");
  });

  it("is one line whatever the vendor wrote, without terminal escapes", () => {
    const error = new ApiError({ ...details, message: "\u001b[31mred\r\n\tand more\u0085\u2028\n" });
    expect(error.message).toMatch(/^[^\n]*: \[31mred and more\. Check [^\n]* \(request [^\n]*$/);
    expect(error.vendorMessage).toBe("\u001b[31mred\r\n\tand more\u0085\u2028\n");
  });

  it("carries what a program needs", () => {
    expect(new RateLimitError({ ...details, retryAfterMs: 1500 })).toMatchObject({
      ...call,
      status: 404,
      code: "DCS.3022",
      requestId: "5a63903e",
      retryable: false,
      retryAfterMs: 1500,
      vendorMessage: "This DCS instance does not exist.",
      body: { error_msg: "kept from printing" },
    });
  });

  it("keeps the service's encoded reason, where there is one", () => {
    const error = new ApiError({ ...details, encodedAuthorizationMessage: "Egpj" });
    expect(error.encodedAuthorizationMessage).toBe("Egpj");
    expect(new ApiError(details)).not.toHaveProperty("encodedAuthorizationMessage");
  });

  it("looks headers of the response up, without the values of tokens and cookies", () => {
    const headers = new Headers({
      "retry-after": "5",
      "set-cookie": "session=not-a-real-secret",
      "x-subject-token": "not-a-real-secret",
    });
    const error = new ApiError({ ...details, header: (name) => headers.get(name) });
    expect(error.header("Retry-After")).toBe("5");
    expect(error.header("x-none")).toBeNull();
    expect(error.header("Set-Cookie")).toBe("[redacted]");
    expect(error.header("x-subject-token")).toBe("[redacted]");
    expect(new ApiError(details).header("retry-after")).toBeNull();
  });

  it("prints neither body nor headers", () => {
    const error = new ApiError({ ...details, header: () => "kept from printing" });
    for (const print of [inspect(error, { depth: 10, showHidden: false }), JSON.stringify(error)]) {
      expect(print).toContain("DCS.3022");
      expect(print).not.toContain("kept from printing");
    }
  });

  it("puts its scalar fields into JSON, and nothing else", () => {
    expect(new ApiError(details).toJSON()).toEqual({
      name: "ApiError",
      message: new ApiError(details).message,
      ...call,
      status: 404,
      code: "DCS.3022",
      requestId: "5a63903e",
      retryable: false,
      retryAfterMs: null,
    });
  });
});

describe("the errors without a response", () => {
  it("put service and operation before their message, on one line", () => {
    const expected = "dcs ListBackupRecordsV1: it is empty";
    expect(new ContractError("it is\nempty", { ...call, status: 200 }).message).toBe(expected);
    expect(new ConnectionError("it is\nempty", { ...call, code: "X" }).message).toBe(expected);
    expect(
      new TimeoutError("it is\nempty", { ...call, attempt: 1, timeoutMs: 5, scope: "total" }).message,
    ).toBe(expected);
  });

  it("name the parameter at fault", () => {
    const error = new InvalidRequestError("limit must be at least 1", {
      parameter: "limit",
      operation: "Op",
    });
    expect(error).toMatchObject({ parameter: "limit", operation: "Op", message: "limit must be at least 1" });
  });

  it("keep the differences from the contract out of JSON, which cannot hold a bigint", () => {
    const problem = {
      ...call,
      kind: "unexpected-type",
      pointer: "/a",
      expected: "string",
      occurrences: 1,
    } as const;
    const error = new ContractError("no", {
      ...call,
      status: 200,
      pointer: "/a",
      problems: [{ ...problem, found: 1n }],
    });
    expect(error.problems).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ContractError",
      message: error.message,
      ...call,
      status: 200,
      pointer: "/a",
    });
  });
});

describe("a cause", () => {
  it("is a copy without what hung on the thrown object, for instance the request", () => {
    const thrown = Object.assign(new TypeError("fetch failed"), {
      request: { headers: { "x-auth-token": "fake-token-0001" } },
      cause: Object.assign(new Error("connect ECONNREFUSED"), {
        code: "ECONNREFUSED",
        headers: ["fake-token-0001"],
      }),
    });
    const error = new ConnectionError("no", { ...call, code: "ECONNREFUSED", cause: thrown });
    const print = inspect(error, { depth: 10, showHidden: true });
    expect(print).toContain("fetch failed");
    expect(print).toContain("connect ECONNREFUSED");
    expect(print).not.toContain("fake-token-0001");
    expect(error.cause).toMatchObject({ name: "TypeError", cause: { code: "ECONNREFUSED" } });
  });

  it("is absent where there is none", () => {
    expect(new ConfigurationError("no")).not.toHaveProperty("cause");
  });
});
