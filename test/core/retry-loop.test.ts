import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { CallSettings } from "../../src/core/context.js";
import { longestTimer } from "../../src/core/deadline.js";
import { ConfigurationError, ServerError } from "../../src/core/errors.js";
import { defaultRetry } from "../../src/core/options.js";
import { callWithRetries, createRetryBudget, type RetriedCall } from "../../src/core/retry.js";
import { settle } from "../support/fake-clock.js";
import {
  failing,
  failureInText,
  respond,
  response,
  type Step,
  scriptedCall,
  silent,
  unresponsive,
} from "../support/scripted-call.js";

const reset = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
const long = 10 * 60_000;
const never = () => new Promise<never>(() => {});

/** Runs a call to its end, however much fake time that takes. */
async function run(
  steps: readonly Step[],
  overrides: Partial<CallSettings> = {},
  replaced: Partial<RetriedCall> = {},
) {
  const scripted = scriptedCall(steps, overrides);
  const { call, settings, clock } = scripted;
  const started = clock.now();
  let took = -1;
  const outcome = Promise.allSettled([callWithRetries({ ...call, ...replaced }, settings)]).then(
    ([result]) => {
      took = clock.now() - started;
      return result;
    },
  );
  await clock.advance(long);
  const result = await outcome;
  return {
    ...scripted,
    result: result.status === "fulfilled" ? result.value.response : undefined,
    error:
      result.status === "rejected" ? result.reason : result.value.response ? undefined : result.value.error,
    refusal: result.status === "fulfilled" ? result.value.error : undefined,
    took,
    waits: scripted.events.flatMap((event) => (event.type === "wait" ? [event] : [])),
    reported: scripted.events.map(({ type }) => type),
  };
}

describe("a response", () => {
  test("that is fine comes back read to its end, after one attempt and without a timer left", async () => {
    const { result, requests, clock, events } = await run([
      respond(200, '{"total_num":0}', { "x-request-id": "r-1" }),
    ]);
    expect(result?.status).toBe(200);
    expect(result?.text).toBe('{"total_num":0}');
    expect(result?.header("X-Request-Id")).toBe("r-1");
    expect(requests).toHaveLength(1);
    expect(clock.pending).toEqual([]);
    expect(events).toEqual([
      {
        type: "attempt",
        service: "dcs",
        operation: "ListBackupRecords",
        callId: 7,
        attempt: 1,
        status: 200,
        code: null,
        requestId: "r-1",
        durationMs: 0,
      },
    ]);
  });

  test("without a listener comes back just the same", async () => {
    expect((await run([respond(204)], { onEvent: undefined })).result).toMatchObject({
      status: 204,
      text: "",
    });
  });

  test.each([400, 403, 404, 405, 406, 407, 409, 500, 501])("of status %i is final", async (status) => {
    const { result, requests, reported } = await run([respond(status, "{}")]);
    expect(result?.status).toBe(status);
    expect(requests).toHaveLength(1);
    expect(reported).toEqual(["attempt"]);
  });

  test.each([408, 429, 502, 503, 504])("of status %i is worth another attempt", async (status) => {
    const { result, requests, reported } = await run([respond(status), respond(200, "{}")]);
    expect(result?.status).toBe(200);
    expect(requests).toHaveLength(2);
    expect(reported).toEqual(["attempt", "wait", "attempt"]);
  });

  test("of status 500 is worth one if that was asked for", async () => {
    const retry = { ...defaultRetry, on500: true };
    expect((await run([respond(500), respond(200)], { retry })).result?.status).toBe(200);
  });

  test("that throttles with status 400 is worth one, by its code", async () => {
    const { result, events } = await run([respond(400, '{"Code":"Throttling.User"}'), respond(200)]);
    expect(result?.status).toBe(200);
    expect(events[0]).toMatchObject({ status: 400, code: "Throttling.User" });
  });

  test("that fails inside a 200 counts by the code it reports", async () => {
    const read = failureInText({ service: "dcs", operation: "ListBackupRecords" });
    const throttled = await run([respond(200, "Throttling"), respond(200)], {}, { read });
    expect(throttled.result?.text).toBe("");
    expect(throttled.requests).toHaveLength(2);
    const invalid = await run([respond(200, "InvalidParams")], {}, { read });
    expect(invalid.result?.text).toBe("InvalidParams");
    expect(invalid.events).toEqual([expect.objectContaining({ status: 200, code: "InvalidParams" })]);
  });

  test("that is refused to the last is returned, not thrown", async () => {
    const { result, requests } = await run([respond(503, "1"), respond(503, "2"), respond(503, "3")]);
    expect(result).toMatchObject({ status: 503, text: "3" });
    expect(requests).toHaveLength(3);
  });

  test("is not asked for again if only one attempt is allowed", async () => {
    const { requests } = await run([respond(503)], { retry: { ...defaultRetry, attempts: 1 } });
    expect(requests).toHaveLength(1);
  });
});

describe("every attempt", () => {
  test("is authorised again, over the request without its predecessor's headers", async () => {
    const authorize = vi
      .fn()
      .mockReturnValueOnce({ authorization: "first", "x-once": "1" })
      .mockResolvedValueOnce({ authorization: "second" });
    const { requests, call } = await run([respond(503), respond(200)], {
      auth: { scheme: "test", authorize },
    });
    expect(authorize.mock.calls.map(([request]) => request)).toEqual([call.request, call.request]);
    expect(requests.map(({ headers }) => headers)).toEqual([
      { accept: "application/json", authorization: "first", "x-once": "1" },
      { accept: "application/json", authorization: "second" },
    ]);
  });

  test("gets a context with the client's own sources", async () => {
    const seen: unknown[] = [];
    const settings = { cloud: "otc", region: "eu-de", projectId: "p" };
    const { clock } = await run([respond(503), respond(200)], {
      ...settings,
      auth: {
        scheme: "test",
        authorize(_request, context) {
          seen.push({ nonce: context.nonce(), now: context.now(), random: context.random() });
          expect(context).toMatchObject({ ...settings, signing: { service: "dcs" } });
          expect(context.signal?.aborted).toBe(false);
          return {};
        },
      },
    });
    const start = clock.now() - long;
    expect(seen).toEqual([
      { nonce: "nonce-1", now: start, random: 0.5 },
      { nonce: "nonce-2", now: start + 100, random: 0.5 },
    ]);
  });

  test("reports a login or refresh of its authentication", async () => {
    const { events } = await run([respond(200)], {
      auth: {
        scheme: "test",
        authorize(_request, { onRefresh }) {
          onRefresh?.("expiring");
          return {};
        },
      },
    });
    expect(events[0]).toEqual({
      type: "refresh",
      service: "dcs",
      operation: "ListBackupRecords",
      callId: 7,
      reason: "expiring",
    });
  });
});

describe("the wait", () => {
  test("without a word from the server backs off with jitter", async () => {
    const { waits, took } = await run([respond(503), respond(502), respond(200)]);
    expect(waits).toEqual([
      {
        type: "wait",
        service: "dcs",
        operation: "ListBackupRecords",
        callId: 7,
        attempt: 2,
        delayMs: 100,
        source: "backoff",
      },
      {
        type: "wait",
        service: "dcs",
        operation: "ListBackupRecords",
        callId: 7,
        attempt: 3,
        delayMs: 200,
        source: "backoff",
      },
    ]);
    expect(took).toBe(300);
  });

  test.each([
    ["Retry-After in seconds", { "retry-after": "7" }, 7_000],
    ["Retry-After as a date", { "retry-after": "Sat, 21 Nov 2026 08:00:09 GMT" }, 9_000],
    ["Alibaba Cloud's milliseconds", { "x-acs-retry-after": "1234" }, 1_234],
    ["both, of which the finer wins", { "retry-after": "7", "x-acs-retry-after": "1234" }, 1_234],
    ["zero", { "retry-after": "0" }, 0],
  ])("obeys the server: %s", async (_name, headers, delayMs) => {
    const { waits, took } = await run([respond(429, "", headers), respond(200)]);
    expect(waits).toMatchObject([{ delayMs, source: "server" }]);
    expect(took).toBe(delayMs);
  });

  test("ends the call at once if the server asks for too much", async () => {
    const { result, took, reported } = await run([respond(429, "", { "retry-after": "61" })]);
    expect(result?.status).toBe(429);
    expect(took).toBe(0);
    expect(reported).toEqual(["attempt"]);
  });

  test("ends the call at once if it would reach the total timeout", async () => {
    const steps = [respond(429, "", { "retry-after": "5" }), respond(200)];
    expect((await run(steps, { totalTimeout: 5_000 })).result?.status).toBe(429);
    expect((await run(steps, { totalTimeout: 5_001 })).result?.status).toBe(200);
  });

  test("is cut short by the caller, with the caller's reason and nothing left behind", async () => {
    const caller = new AbortController();
    const { call, settings, clock } = scriptedCall([respond(503)]);
    const pending = callWithRetries({ ...call, signal: caller.signal }, settings);
    await settle();
    expect(clock.pending).toEqual([100]);
    caller.abort("enough");
    await expect(pending).rejects.toBe("enough");
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("does not begin if the listener of its event aborts", async () => {
    const caller = new AbortController();
    const onEvent = ({ type }: { type: string }) => type === "wait" && caller.abort("enough");
    const { error, took } = await run([respond(503)], { onEvent }, { signal: caller.signal });
    expect(error).toBe("enough");
    expect(took).toBe(0);
  });
});

describe("a broken connection", () => {
  test("is tried again, and says at last what happened and how often", async () => {
    const { error, requests, events } = await run([failing(reset()), failing(reset()), failing(reset())]);
    expect(error).toMatchObject({ name: "ConnectionError", code: "ECONNRESET", attempts: 3, service: "dcs" });
    expect(error.message).toBe(
      "dcs ListBackupRecords: no response came from dcs.example.test (attempt 3, ECONNRESET): read ECONNRESET",
    );
    expect(requests).toHaveLength(3);
    expect(events[0]).toMatchObject({ type: "attempt", status: null, code: "ECONNRESET", requestId: null });
  });

  test("in the body is tried again too", async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError("terminated", { cause: reset() }));
      },
    });
    const { result } = await run([() => response(200, body), respond(200, "{}")]);
    expect(result?.text).toBe("{}");
  });

  test("is forgotten once a response comes", async () => {
    expect((await run([failing(reset()), respond(404)])).result?.status).toBe(404);
  });
});

describe("a certificate that is not trusted", () => {
  test("is not tried again, and the error names NODE_EXTRA_CA_CERTS", async () => {
    const thrown = Object.assign(new Error("self-signed certificate"), {
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    const { error, requests } = await run([failing(thrown), respond(200)]);
    expect(error).toMatchObject({
      name: "ConnectionError",
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
      attempts: 1,
    });
    expect(error.message).toContain("NODE_EXTRA_CA_CERTS");
    expect(requests).toHaveLength(1);
  });
});

describe("the timeout of an attempt", () => {
  test.each([
    ["a transport that obeys its signal", silent],
    ["a transport that does not", unresponsive],
    ["a body that stalls", () => response(200, new ReadableStream<Uint8Array>())],
  ])("ends %s, and the next attempt has its own", async (_name, step) => {
    const { error, took, requests, clock, events } = await run([step, step, step]);
    expect(error).toMatchObject({ name: "TimeoutError", scope: "attempt", timeoutMs: 1_000, attempt: 3 });
    expect(error.message).toBe("dcs ListBackupRecords: no complete response within the 1000 ms (attempt 3)");
    expect(took).toBe(3_000 + 300);
    expect(requests).toHaveLength(3);
    expect(clock.pending).toEqual([]);
    expect(events[0]).toMatchObject({ type: "attempt", code: "TimeoutError", durationMs: 1_000 });
  });

  test("covers an authentication that hangs; no request follows when it wakes up", async () => {
    let wake: (headers: Record<string, string>) => void = () => {};
    const authorize = () => new Promise<Record<string, string>>((resolve) => (wake = resolve));
    const retry = { ...defaultRetry, attempts: 1 };
    const { error, requests } = await run([respond(200)], { auth: { scheme: "test", authorize }, retry });
    expect(error).toMatchObject({ name: "TimeoutError", attempt: 1 });
    wake({});
    await settle();
    expect(requests).toEqual([]);
  });

  test("cancels a body that stalls, even if the transport does not obey its signal", async () => {
    const cancel = vi.fn();
    const step: Step = () => response(200, new ReadableStream<Uint8Array>({ cancel }));
    await run([step], { retry: { ...defaultRetry, attempts: 1 } });
    expect(cancel).toHaveBeenCalledOnce();
  });

  test("cancels a response that comes too late", async () => {
    const cancel = vi.fn();
    let late: (response: Response) => void = () => {};
    const step: Step = () => new Promise((resolve) => (late = resolve));
    const { error } = await run([step], { retry: { ...defaultRetry, attempts: 1 } });
    expect(error).toMatchObject({ name: "TimeoutError" });
    late(response(200, new ReadableStream<Uint8Array>({ cancel })));
    await settle();
    expect(cancel).toHaveBeenCalledOnce();
  });

  test.each([0, Number.POSITIVE_INFINITY])("of %d is none", async (timeout) => {
    const caller = new AbortController();
    const { call, settings, clock } = scriptedCall([silent], { timeout });
    const pending = callWithRetries({ ...call, signal: caller.signal }, settings);
    await clock.advance(long);
    expect(clock.asked).toEqual([]);
    caller.abort("enough");
    await expect(pending).rejects.toBe("enough");
  });
});

describe("the total timeout", () => {
  test("cuts the attempt that is under way, which is not tried again", async () => {
    const { error, took, requests } = await run([silent, silent, silent], { totalTimeout: 1_500 });
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total", timeoutMs: 1_500, attempt: 2 });
    expect(error.message).toBe(
      "dcs ListBackupRecords: no complete response within the 1500 ms for all attempts (attempt 2)",
    );
    expect(took).toBe(1_500);
    expect(requests).toHaveLength(2);
  });

  test("leaves the failure in hand if no wait fits in any more", async () => {
    const { error, took } = await run([silent, silent], { totalTimeout: 1_050 });
    expect(error).toMatchObject({ name: "TimeoutError", scope: "attempt", timeoutMs: 1_000 });
    expect(took).toBe(1_000);
  });

  test("is over for new credentials too", async () => {
    const { call, settings, clock } = scriptedCall([
      () => {
        clock.jump(5_000);
        return response(401, null);
      },
    ]);
    const rejected = vi.fn(() => true);
    const auth = { scheme: "test", authorize: () => ({}), rejected };
    expect((await callWithRetries(call, { ...settings, auth, totalTimeout: 5_000 })).response?.status).toBe(
      401,
    );
    expect(rejected).not.toHaveBeenCalled();
  });
});

describe("the caller's abort", () => {
  test("before the first attempt sends nothing", async () => {
    const { error, requests, events } = await run([respond(200)], {}, { signal: AbortSignal.abort("early") });
    expect(error).toBe("early");
    expect(requests).toEqual([]);
    expect(events).toEqual([]);
  });

  test.each([
    ["silent", silent],
    ["unresponsive", unresponsive],
  ])("ends a %s attempt with its own reason", async (_name, step) => {
    const caller = new AbortController();
    const reason = new Error("the user left");
    const { call, settings, events, requests, clock } = scriptedCall([step]);
    const pending = callWithRetries({ ...call, signal: caller.signal }, settings);
    await settle();
    caller.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
    expect(clock.pending).toEqual([]);
    expect(events).toMatchObject([{ type: "attempt", code: "aborted", status: null }]);
  });

  test("leaves no listener on a signal that many calls share", async () => {
    const { signal } = new AbortController();
    for (let turn = 0; turn < 100; turn++) {
      const steps = [respond(503), failing(reset()), respond(200)];
      expect((await run(steps, {}, { signal })).result?.status).toBe(200);
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("a 401", () => {
  const rejecting = (...verdicts: boolean[]) => {
    const rejected = vi.fn((_headers: Readonly<Record<string, string>>) => verdicts.shift() ?? false);
    let issued = 0;
    return { scheme: "test", authorize: () => ({ "x-auth-token": `fake-${++issued}` }), rejected };
  };

  test("is tried once more with new credentials, at once and beyond the attempts allowed", async () => {
    const auth = rejecting(true);
    const retry = { ...defaultRetry, attempts: 1 };
    const { result, took, requests } = await run([respond(401), respond(200)], { auth, retry });
    expect(result?.status).toBe(200);
    expect(took).toBe(0);
    expect(requests.map(({ headers }) => headers["x-auth-token"])).toEqual(["fake-1", "fake-2"]);
    expect(auth.rejected.mock.calls).toEqual([[{ accept: "application/json", "x-auth-token": "fake-1" }]]);
  });

  test("is final the second time", async () => {
    const auth = rejecting(true, true);
    const { result, requests } = await run([respond(401), respond(401)], { auth });
    expect(result?.status).toBe(401);
    expect(requests).toHaveLength(2);
    expect(auth.rejected).toHaveBeenCalledOnce();
  });

  test("is final if the authentication has nothing new", async () => {
    expect((await run([respond(401)], { auth: rejecting(false) })).requests).toHaveLength(1);
    expect((await run([respond(401)])).requests).toHaveLength(1);
  });

  test("costs no retry: the three attempts allowed remain", async () => {
    const steps = [respond(503), respond(401), respond(503), respond(200)];
    const { result, waits } = await run(steps, { auth: rejecting(true) });
    expect(result?.status).toBe(200);
    expect(waits.map(({ attempt, delayMs }) => [attempt, delayMs])).toEqual([
      [2, 100],
      [4, 200],
    ]);
  });
});

describe("a clock that is wrong", () => {
  const hour = 3_600_000;
  const refusal = (clockMs: number) =>
    respond(401, '{"error_code":"APIGW.0301","error_msg":"verify aksk signature fail"}', {
      date: new Date(clockMs).toUTCString(),
    });
  const dating = (dates: number[]) => ({
    scheme: "test",
    authorize(_request: unknown, { now }: { now: () => number }) {
      dates.push(now());
      return {};
    },
  });

  test("is corrected once, for this call and all that follow", async () => {
    const dates: number[] = [];
    const start = scriptedCall([]).clock.now();
    const scripted = await run([refusal(start + hour), respond(200), respond(200)], { auth: dating(dates) });
    const { call, settings, result, took, events } = scripted;
    expect(result?.status).toBe(200);
    expect(took).toBe(0);
    expect(events.map(({ type }) => type)).toEqual(["attempt", "clock", "attempt"]);
    expect(events[1]).toEqual({
      type: "clock",
      service: "dcs",
      operation: "ListBackupRecords",
      callId: 7,
      skewMs: hour,
    });
    await callWithRetries(call, settings);
    expect(dates).toEqual([start, start + hour, start + hour + long]);
  });

  test("is corrected by Alibaba Cloud's refusal, of status 400", async () => {
    const start = scriptedCall([]).clock.now();
    const expired = respond(400, '{"Code":"InvalidTimeStamp.Expired"}', {
      date: new Date(start - hour).toUTCString(),
    });
    const { result, settings } = await run([expired, respond(200)]);
    expect(result?.status).toBe(200);
    expect(settings.skew.offsetMs).toBe(-hour);
  });

  test("is not corrected twice in one call", async () => {
    const start = scriptedCall([]).clock.now();
    const steps = [refusal(start + hour), refusal(start + 3 * hour), respond(200)];
    const { result, requests } = await run(steps);
    expect(result?.status).toBe(401);
    expect(requests).toHaveLength(2);
  });

  test("is not blamed if the service's Date agrees", async () => {
    const start = scriptedCall([]).clock.now();
    const { result, requests, reported } = await run([refusal(start + 2_000)]);
    expect(result?.status).toBe(401);
    expect(requests).toHaveLength(1);
    expect(reported).toEqual(["attempt"]);
  });

  test("is corrected for calls that were under way together, and reported once", async () => {
    const start = scriptedCall([]).clock.now();
    const steps = [refusal(start + hour), refusal(start + hour), respond(200), respond(200)];
    const { call, settings, events } = scriptedCall(steps);
    const both = await Promise.all([callWithRetries(call, settings), callWithRetries(call, settings)]);
    expect(both.map(({ response }) => response?.status)).toEqual([200, 200]);
    expect(events.filter(({ type }) => type === "clock")).toHaveLength(1);
  });

  test("and credentials that are refused afterwards each get their own attempt", async () => {
    const start = scriptedCall([]).clock.now();
    const auth = { scheme: "test", authorize: () => ({}), rejected: () => true };
    const { result } = await run([refusal(start + hour), refusal(start + hour), respond(200)], { auth });
    expect(result?.status).toBe(200);
  });
});

describe("the budget", () => {
  test("ends a storm: beyond it every call has one attempt", async () => {
    const budget = createRetryBudget(3);
    const sent: number[] = [];
    for (let call = 0; call < 4; call++) {
      sent.push((await run(Array(3).fill(respond(503)), { budget })).requests.length);
    }
    expect(sent).toEqual([3, 2, 1, 1]);
  });

  test("throws the failure in hand if it is empty", async () => {
    const budget = createRetryBudget(0);
    const { error, requests } = await run([failing(reset())], { budget });
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("is not spent on a wait that does not take place", async () => {
    const budget = createRetryBudget(3);
    await run([respond(429, "", { "retry-after": "3600" })], { budget });
    expect(budget.left).toBe(3);
  });

  test("gets back a retry that brought a response, and a part for a plain success", async () => {
    const budget = createRetryBudget(3, 0.5);
    await run([failing(reset()), failing(reset()), respond(404)], { budget });
    expect(budget.left).toBe(2);
    await run([respond(200)], { budget });
    expect(budget.left).toBe(2.5);
  });
});

describe("what the authentication throws", () => {
  const throwing = (thrown: unknown) => ({ scheme: "test", authorize: () => Promise.reject(thrown) });
  const details = {
    service: "iam",
    operation: "Login",
    code: "",
    message: "",
    requestId: null,
    retryable: true,
    body: null,
  };

  test.each([
    [new ConfigurationError("no secret key"), "ConfigurationError"],
    [new TypeError("the vault is sealed"), "TypeError"],
    ["a string", "unknown"],
  ])("passes through untouched and is not tried again: %s", async (thrown, code) => {
    const { error, requests, events } = await run([respond(200)], { auth: throwing(thrown) });
    expect(error).toBe(thrown);
    expect(requests).toEqual([]);
    expect(events).toMatchObject([{ type: "attempt", code }]);
  });

  test("is tried again if its own error says that this helps, at the time it names", async () => {
    const failures = [
      new ServerError({ ...details, status: 503 }),
      new ServerError({ ...details, status: 503, retryAfterMs: 4_000 }),
    ];
    const authorize = () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return {};
    };
    const { result, waits } = await run([respond(200)], { auth: { scheme: "test", authorize } });
    expect(result?.status).toBe(200);
    expect(waits.map(({ delayMs, source }) => [delayMs, source])).toEqual([
      [100, "backoff"],
      [4_000, "server"],
    ]);
  });
});

describe("no secret comes out", () => {
  const secret = "fake+secret/token==";
  const auth = {
    scheme: "test",
    authorize: () => ({ "x-auth-token": secret, authorization: `SDK ${secret}` }),
  };

  test.each([
    ["as it is", secret],
    ["in JSON with escaped slashes", JSON.stringify(secret).replaceAll("/", "\\/")],
    ["in JSON as Gson writes it", JSON.stringify(secret).replaceAll("=", "\\u003d")],
    ["in a URL", encodeURIComponent(secret)],
  ])("of a refusal that quotes the request %s", async (_name, quoted) => {
    const { refusal, events } = await run([respond(401, `canonicalRequest:GET|/|${quoted}|host`)], { auth });
    expect(String(refusal)).toContain("canonicalRequest:GET|/|");
    expect(String(refusal)).toContain("[redacted]");
    expect(String(refusal)).toContain("|host");
    expect(inspect([refusal, events], { depth: 9, showHidden: true })).not.toMatch(/fake.{1,6}secret/);
  });

  test("of a network failure whose error carries the request", async () => {
    const thrown = Object.assign(new TypeError(`bad header ${secret}`), {
      config: { headers: { "x-auth-token": secret } },
      cause: Object.assign(new Error(`socket of ${secret}`), { code: "ECONNRESET" }),
    });
    const { error, events } = await run(Array(3).fill(failing(thrown)), { auth });
    expect(error.code).toBe("ECONNRESET");
    const printed = inspect([error, events], { depth: 9, showHidden: true }) + JSON.stringify(error);
    expect(printed).toContain("socket of [redacted]");
    expect(printed).not.toContain(secret);
  });
});

describe("a rate limit that several clients share", () => {
  test("is awaited before every attempt, outside its timeout", async () => {
    const order: string[] = [];
    const limit = async () => {
      order.push("limit");
      await new Promise<void>((done) => scripted.clock.after(3 * 60_000, done));
    };
    const scripted = scriptedCall(
      [
        () => {
          order.push("request");
          return response(503, null);
        },
        () => {
          order.push("request");
          return response(204, null);
        },
      ],
      { rateLimit: limit },
    );
    const result = callWithRetries(scripted.call, scripted.settings);
    await scripted.clock.advance(long);
    expect((await result).response?.status).toBe(204);
    expect(order).toEqual(["limit", "request", "limit", "request"]);
  });

  test("that rejects ends the call with its reason, and nothing is sent", async () => {
    const { error, requests } = await run([respond(204)], {
      rateLimit: () => Promise.reject(new ConfigurationError("no tickets left")),
    });
    expect(error).toEqual(new ConfigurationError("no tickets left"));
    expect(requests).toEqual([]);
  });

  test.each([0, 5_000])(
    "that never settles is ended by the caller's signal, total timeout %d",
    async (totalTimeout) => {
      const caller = new AbortController();
      const { call, settings, requests, clock } = scriptedCall([], { rateLimit: never, totalTimeout });
      const pending = callWithRetries({ ...call, signal: caller.signal }, settings);
      const outcome = expect(pending).rejects.toBe("enough");
      await clock.advance(4_999);
      caller.abort("enough");
      await outcome;
      expect(requests).toEqual([]);
      expect(clock.pending).toEqual([]);
      expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    },
  );

  test("that never settles is ended by the total timeout", async () => {
    const { error, took, requests, clock } = await run([], { rateLimit: never, totalTimeout: 1_500 });
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total", timeoutMs: 1_500, attempt: 1 });
    expect(took).toBe(1_500);
    expect(requests).toEqual([]);
    expect(clock.pending).toEqual([]);
  });

  test("counts for the total timeout from the first attempt on", async () => {
    let calls = 0;
    const rateLimit = () => (++calls === 1 ? Promise.resolve() : never());
    const { error, took, requests } = await run([respond(503)], { rateLimit, totalTimeout: 1_500 });
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total", attempt: 2 });
    expect(took).toBe(1_500);
    expect(requests).toHaveLength(1);
  });

  test("receives the signal that ends it", async () => {
    const given: unknown[] = [];
    const { signal } = new AbortController();
    await run([respond(204)], { rateLimit: async (own) => given.push(own) }, { signal });
    expect(given).toEqual([signal]);
  });
});

describe("a time of day that is set during a call", () => {
  const hour = 3_600_000;

  /** Sets the clock after 250 ms. */
  async function runWithJump(by: number, steps: readonly Step[], overrides: Partial<CallSettings>) {
    const scripted = scriptedCall(steps, overrides);
    const { call, settings, clock } = scripted;
    const started = clock.elapsed();
    let took = -1;
    const outcome = callWithRetries(call, settings).then((result) => {
      took = clock.elapsed() - started;
      return result;
    });
    await clock.advance(250);
    clock.set(by);
    await clock.advance(long);
    return { ...scripted, ...(await outcome), took };
  }

  describe.each([
    ["back", -hour],
    ["ahead", hour],
  ])("%s an hour", (_, by) => {
    test("does not move the total timeout", async () => {
      const steps = Array<Step>(40).fill(failing(reset()));
      const retry = { attempts: 1000, on500: false, baseDelayMs: 200, maxDelayMs: 400 };
      const { took, requests } = await runWithJump(by, steps, { totalTimeout: 1_500, retry });
      expect(took).toBeGreaterThan(1_000);
      expect(took).toBeLessThan(1_500);
      expect(requests.length).toBeGreaterThan(5);
    });

    test("does not move the end of an attempt that is under way", async () => {
      const { took, error } = await runWithJump(by, [silent, silent, silent], { totalTimeout: 1_500 });
      expect(took).toBe(1_500);
      expect(error).toMatchObject({ name: "TimeoutError", scope: "total", attempt: 2 });
    });

    test("does not move a wait, nor the duration that is reported", async () => {
      const { took, events, response } = await runWithJump(by, [silent, respond(200)], {});
      expect(response?.status).toBe(200);
      expect(took).toBe(1_100);
      expect(events[0]).toMatchObject({ type: "attempt", durationMs: 1_000 });
    });
  });

  test.each([-hour, hour])("by %d ms before the call does not change a wait for a date", async (by) => {
    const date = new Date(Date.UTC(2026, 10, 21, 8)).toUTCString();
    const until = new Date(Date.UTC(2026, 10, 21, 8, 0, 9)).toUTCString();
    const scripted = scriptedCall([respond(429, "", { "retry-after": until, date }), respond(200)]);
    scripted.clock.set(by);
    const outcome = callWithRetries(scripted.call, scripted.settings);
    await scripted.clock.advance(9_000);
    expect((await outcome).response?.status).toBe(200);
    expect(scripted.events).toContainEqual(expect.objectContaining({ type: "wait", delayMs: 9_000 }));
  });
});

test("a server's wait beyond what timers can count is cut to that", async () => {
  const retry = { ...defaultRetry, maxDelayMs: Number.POSITIVE_INFINITY };
  const { call, settings, clock } = scriptedCall(
    [respond(429, "", { "retry-after": "9999999999" }), respond(200)],
    { retry },
  );
  const outcome = callWithRetries(call, settings);
  await settle();
  expect(clock.pending).toEqual([longestTimer]);
  await clock.advance(longestTimer);
  expect((await outcome).response?.status).toBe(200);
});
