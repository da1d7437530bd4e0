import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import {
  type CallOptions,
  type ClientOptions,
  checkCallOptions,
  checkNumber,
  defaultRetry,
  type RetryOptions,
  resolveRetry,
  resolveSettings,
} from "../../src/core/options.js";

const auth = { scheme: "test", authorize: () => ({}) };
const endpoint = { baseUrl: "https://example.test", region: "eu-de" };
// What a caller without types can pass.
const resolve = (options: unknown) => resolveSettings(options as ClientOptions, endpoint);
const checkCall = (options: unknown) =>
  checkCallOptions(options as CallOptions, (problem) => new RangeError(problem));

describe("the options of a client", () => {
  test("have defaults", () => {
    const { timeout, totalTimeout, retry, maxResponseBytes, rateLimit, random } = resolve({ auth });
    expect({ timeout, totalTimeout, retry, maxResponseBytes, rateLimit }).toEqual({
      timeout: 30_000,
      totalTimeout: 0,
      retry: { attempts: 3, on500: false, baseDelayMs: 200, maxDelayMs: 60_000 },
      maxResponseBytes: 8 * 2 ** 20,
      rateLimit: undefined,
    });
    expect(random).toBe(Math.random);
    expect(resolve({ auth }).nonce()).not.toBe(resolve({ auth }).nonce());
  });

  test("can be undefined, one by one", () => {
    expect(resolve({ auth, timeout: undefined, retry: undefined, clock: undefined })).toMatchObject({
      timeout: 30_000,
      retry: defaultRetry,
    });
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "client options must be an object"],
    ["null", null, "client options must be an object"],
    ["a text", "x", "client options must be an object"],
    ["maxRetries", { auth, maxRetries: 3 }, "no client option maxRetries; did you mean retry.attempts?"],
    ["retries", { auth, retries: 3 }, "no client option retries; did you mean retry.attempts?"],
    ["timeoutMs", { auth, timeoutMs: 3 }, "no client option timeoutMs; did you mean timeout?"],
    ["base_url", { auth, base_url: "x" }, "no client option base_url; did you mean baseUrl?"],
    ["endpoint", { auth, endpoint: "x" }, "no client option endpoint; did you mean baseUrl?"],
    ["credentials", { credentials: {} }, "no client option credentials; did you mean auth?"],
    ["project", { auth, project: "p" }, "no client option project; did you mean projectId?"],
    ["an unknown name", { auth, colour: 1 }, "no client option colour; there are auth, "],
    ["an inherited name", { auth, constructor: 1 }, "no client option constructor; there are"],
    ["no auth", {}, "auth is missing; pass token(…), iamPassword(…) or an access key"],
    ["auth null", { auth: null }, "auth is missing"],
    ["a text as timeout", { auth, timeout: "5" }, "timeout must be a number, not a string"],
    ["a negative timeout", { auth, timeout: -1 }, "timeout must be a number of at least 0, not -1"],
    ["NaN", { auth, totalTimeout: Number.NaN }, "totalTimeout must be a number of at least 0, not NaN"],
    ["retry null", { auth, retry: null }, "retry must be an object, not null"],
    ["retry 3", { auth, retry: 3 }, "retry must be an object, not 3"],
    ["clock null", { auth, clock: null }, "clock must be an object, not null"],
    ["half a clock", { auth, clock: { now: () => 0 } }, "clock must have the functions now and after"],
    [
      "a clock with a number as elapsed",
      { auth, clock: { now: () => 0, after: () => () => {}, elapsed: 5 } },
      "and can have elapsed",
    ],
    ["rateLimit 5", { auth, rateLimit: 5 }, "rateLimit must be a function, not 5"],
    ["fetch", { auth, fetch: {} }, "fetch must be a function, not an object"],
    ["headers", { auth, headers: "x" }, "headers must be an object, not a string"],
    ["region", { auth, region: true }, "region must be a string, not true"],
    ["validate", { auth, validate: "strict" }, "validate must be report, throw or off, not strict"],
    ["failure", { auth, failure: false }, "failure must be contract, flag or off, not false"],
  ])("cannot be %s", (_, options, message) => {
    expect(() => resolve(options)).toThrow(ConfigurationError);
    expect(() => resolve(options)).toThrow(message);
  });

  test("must have what the authentication requires", () => {
    const scoped = { ...auth, requires: ["region", "projectId"] as const };
    expect(() => resolve({ auth: scoped })).toThrow("test needs projectId; pass it to the client");
  });
});

describe("the options of a call", () => {
  test.each([
    {},
    { signal: new AbortController().signal, timeout: 1, cursor: "c", concurrency: 2 },
    { timeout: undefined },
  ])("can be %j", (options) => {
    expect(() => checkCall(options)).not.toThrow();
  });

  test.each<[string, unknown, string]>([
    ["null", null, "call options must be an object"],
    ["5", 5, "call options must be an object"],
    ["signal 5", { signal: 5 }, "signal must be an object, not 5"],
    ["a signal that is none", { signal: {} }, "signal must be an AbortSignal"],
    ["cursor 5", { cursor: 5 }, "cursor must be a string, not 5"],
    ["onEvent", { onEvent: "x" }, "onEvent must be a function, not a string"],
    ["retries", { retries: 5 }, "no call option retries; did you mean retry.attempts?"],
    ["totalTimeout", { totalTimeout: 5 }, "no call option totalTimeout; there are signal, timeout, "],
    ["an option of a client alone", { endpoint: "x" }, "no call option endpoint; there are signal, "],
  ])("cannot be %s", (_, options, message) => {
    expect(() => checkCall(options)).toThrow(RangeError);
    expect(() => checkCall(options)).toThrow(message);
  });
});

describe("the options of retries", () => {
  test("replace those before, one by one", () => {
    expect(resolveRetry(defaultRetry, undefined)).toBe(defaultRetry);
    expect(resolveRetry(defaultRetry, { attempts: 5, baseDelayMs: undefined })).toEqual({
      ...defaultRetry,
      attempts: 5,
    });
  });

  test.each<[unknown, string]>([
    [null, "retry options must be an object"],
    [{ attempts: 0 }, "retry.attempts must be an integer of at least 1, not 0"],
    [{ attempts: 1.5 }, "retry.attempts must be an integer of at least 1, not 1.5"],
    [{ attempts: "3" }, "attempts must be a number, not a string"],
    [{ on500: "yes" }, "on500 must be a boolean, not a string"],
    [{ baseDelayMs: -5 }, "retry.baseDelayMs must be a number of at least 0, not -5"],
    [{ maxDelayMs: Number.NaN }, "retry.maxDelayMs must be a number of at least 0, not NaN"],
    [{ Attempts: 3 }, "no retry option Attempts; did you mean attempts?"],
    [{ maxAttempts: 3 }, "no retry option maxAttempts; there are attempts, on500, baseDelayMs, maxDelayMs"],
  ])("cannot be %j", (options, message) => {
    const resolved = () => resolveRetry(defaultRetry, options as RetryOptions);
    expect(resolved).toThrow(ConfigurationError);
    expect(resolved).toThrow(message);
  });
});

test("a number can be 0 or Infinity, and nothing below 0 or besides numbers", () => {
  expect([checkNumber("x", 0), checkNumber("x", Number.POSITIVE_INFINITY)]).toEqual([
    0,
    Number.POSITIVE_INFINITY,
  ]);
  for (const value of [-1, Number.NaN, "5", null, undefined, {}])
    expect(() => checkNumber("x", value as number)).toThrow(`x must be a number of at least 0, not ${value}`);
});
