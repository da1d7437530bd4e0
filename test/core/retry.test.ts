import { describe, expect, test } from "vitest";
import {
  ApiError,
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  RateLimitError,
  ServerError,
  ServiceFailureError,
  TimeoutError,
} from "../../src/core/errors.js";
import { defaultRetry } from "../../src/core/options.js";
import { createRetryBudget, isRetryableError, retryDelay } from "../../src/core/retry.js";

const half = () => 0.5;

describe("if the server names no wait, the one", () => {
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

const call = { service: "dcs", operation: "ListBackupRecords" };
const api = { ...call, status: 503, code: "", message: "", requestId: null, body: null };
const timeout = { ...call, attempt: 1, timeoutMs: 10 };
const connection = (code: string) => new ConnectionError("", { ...call, code });

describe("isRetryableError", () => {
  test.each<[string, unknown, boolean]>([
    ["a reset connection", connection("ECONNRESET"), true],
    ["a name that cannot be looked up now", connection("EAI_AGAIN"), true],
    ["a broken TLS handshake", connection("EPROTO"), true],
    ["a refused redirect", connection("redirect_refused"), false],
    ["a timeout of one attempt", new TimeoutError("", { ...timeout, scope: "attempt" }), true],
    ["a timeout of the call", new TimeoutError("", { ...timeout, scope: "total" }), false],
    ["a service that is busy", new ServerError({ ...api, retryable: true }), true],
    ["a throttled call", new RateLimitError({ ...api, retryable: true, retryAfterMs: 1 }), true],
    ["a failure inside a success", new ServiceFailureError({ ...api, status: 200, retryable: true }), true],
    ["a login with a wrong password", new AuthenticationError({ ...api, retryable: false }), false],
    ["an error that stays", new ApiError({ ...api, retryable: false }), false],
    ["an unreadable response", new ContractError("", { ...call, status: 200 }), false],
    ["a missing credential", new ConfigurationError(""), false],
    ["a foreign error", new TypeError("fetch failed"), false],
    ["no error at all", undefined, false],
  ])("%s: %#", (_name, error, expected) => {
    expect(isRetryableError(error, defaultRetry)).toBe(expected);
  });

  test.each([
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REVOKED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "HOSTNAME_MISMATCH",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_INVALID_CHAR",
    "UND_ERR_INVALID_ARG",
    "UND_ERR_NOT_SUPPORTED",
  ])("the code %s does not pass", (code) => {
    expect(isRetryableError(connection(code), defaultRetry)).toBe(false);
  });

  test("a plain 500 only if that was asked for", () => {
    const failed = new ServerError({ ...api, status: 500, retryable: false });
    expect(isRetryableError(failed, defaultRetry)).toBe(false);
    expect(isRetryableError(failed, { on500: true })).toBe(true);
    const missing = new ServerError({ ...api, status: 501, retryable: false });
    expect(isRetryableError(missing, { on500: true })).toBe(false);
  });
});

describe("the retry budget", () => {
  test("grants as many retries as it holds, then none", () => {
    const budget = createRetryBudget(2);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    expect(budget.left).toBe(0);
  });

  test("a call without retries earns a part of one", () => {
    const budget = createRetryBudget(1, 0.5);
    budget.take();
    budget.give(false);
    expect(budget.take()).toBe(false);
    budget.give(false);
    expect(budget.take()).toBe(true);
  });

  test("a retry that led to a response is given back", () => {
    const budget = createRetryBudget(1);
    for (let call = 0; call < 100; call++) {
      expect(budget.take()).toBe(true);
      budget.give(true);
    }
  });

  test("never grows beyond its capacity", () => {
    const budget = createRetryBudget();
    budget.give(true);
    budget.give(false);
    expect(budget.left).toBe(50);
  });
});
