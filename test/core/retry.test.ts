import { describe, expect, test } from "vitest";
import {
  ApiError,
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../src/core/errors.js";
import { defaultRetry, isRetryableFailure, retryDelay } from "../../src/core/options.js";

const half = () => 0.5;

describe("without a word from the server, the wait", () => {
  test.each([
    [1, 100],
    [2, 200],
    [3, 400],
    [9, 25_600],
    [10, 30_000],
    [2_000, 30_000],
  ])("before retry %i is half of its bound, %i ms, at random 0.5", (retry, delayMs) => {
    expect(retryDelay(retry, null, defaultRetry, half)).toEqual({ delayMs, source: "backoff" });
  });

  test("spreads over everything from zero to the bound", () => {
    expect(retryDelay(1, null, defaultRetry, () => 0)?.delayMs).toBe(0);
    expect(retryDelay(1, null, defaultRetry, () => 0.999_999)?.delayMs).toBeCloseTo(200, 2);
  });
});

describe("the server's timing", () => {
  test.each([0, 1, 2_500, 60_000])("of %i ms is kept to the millisecond", (serverMs) => {
    expect(retryDelay(1, serverMs, defaultRetry, half)).toEqual({ delayMs: serverMs, source: "server" });
  });

  test("beyond the bound means no retry, rather than one too early", () => {
    expect(retryDelay(1, 60_001, defaultRetry, half)).toBeNull();
    expect(retryDelay(1, 60_001, { ...defaultRetry, maxDelayMs: 90_000 }, half)?.delayMs).toBe(60_001);
  });
});

const where = { service: "dcs", operation: "ListBackupRecords" };
const api = { ...where, status: 503, code: "", message: "", requestId: null, body: null };
const timeout = { ...where, attempt: 1, timeoutMs: 10 };

test.each([
  ["a reset connection", new ConnectionError("", { ...where, code: "ECONNRESET" }), true],
  ["a refused redirect", new ConnectionError("", { ...where, code: "redirect_refused" }), false],
  ["a timeout of one attempt", new TimeoutError("", { ...timeout, scope: "attempt" }), true],
  ["a timeout of the call", new TimeoutError("", { ...timeout, scope: "total" }), false],
  ["a login that a busy service refused", new ServerError({ ...api, retryable: true }), true],
  ["a throttled login", new RateLimitError({ ...api, retryable: true, retryAfterMs: 1 }), true],
  ["a login with a wrong password", new AuthenticationError({ ...api, retryable: false }), false],
  ["an error that will not pass", new ApiError({ ...api, retryable: false }), false],
  ["an unreadable answer", new ContractError("", { ...where, status: 200 }), false],
  ["a missing credential", new ConfigurationError(""), false],
  ["a foreign error", new TypeError("fetch failed"), false],
  ["no error at all", undefined, false],
])("%s is worth another attempt: %#", (_name, failure, expected) => {
  expect(isRetryableFailure(failure)).toBe(expected);
});
