import {
  type Act,
  drip,
  reply,
  responseBytes,
  sendAndReset,
  sendAndStall,
} from "../../support/fault-server.js";
import type { Fault, Outcome } from "../fault.js";

/** Milliseconds of an attempt that is bound to time out. */
const tiny = 60;
const impatient = () => ({ timeout: tiny });

const resetLater: Act = (socket, request) => {
  setTimeout(() => sendAndReset()(socket, request), 20).unref();
};

/** Three attempts that all run into their limit. */
const timedOut: Outcome = {
  error: "TimeoutError",
  fields: { attempt: 3, timeoutMs: tiny, scope: "attempt" },
  // On a busy machine an attempt can be over before the server has seen it.
  requests: { atMost: 3 },
  atLeastMs: 3 * tiny - 5,
};

/** Servers that take their time. */
export const slowFaults: readonly Fault[] = [
  {
    behaviour: "the headers never come",
    serve: () => [sendAndStall()],
    options: impatient,
    outcome: { ...timedOut, says: /no complete response within the 60 ms \(attempt 3\)/ },
  },
  {
    behaviour: "the headers never come, once",
    serve: ({ good }) => [sendAndStall(), good],
    options: () => ({ timeout: 300 }),
    outcome: { returns: ["a", "b"], requests: 2, atLeastMs: 295 },
  },
  {
    behaviour: "the headers drip in, byte by byte",
    serve: ({ wire }) => [drip(responseBytes(200, wire.page(["a"]), { "x-long": "x".repeat(999) }), 2)],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the body never begins",
    serve: () => [sendAndStall("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n")],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the body stalls in its middle",
    serve: ({ wire }) => [sendAndStall(responseBytes(200, wire.page(["a"])).subarray(0, -5))],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the body of an error stalls",
    serve: ({ wire }) => [sendAndStall(responseBytes(500, wire.error("X.1", "broken")).subarray(0, -5))],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the body drips in, never pausing for long, yet too slowly",
    serve: ({ wire }) => [
      (socket, request) => {
        const bytes = responseBytes(200, wire.page(Array(500).fill("a")));
        socket.write(bytes.subarray(0, 200));
        drip(bytes.subarray(200), 2)(socket, request);
      },
    ],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the body drips in, fast enough",
    serve: ({ wire }) => [drip(responseBytes(200, wire.page(["a"])), 2, 20)],
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "more is promised than comes, and the connection stays open",
    serve: ({ wire }) => [sendAndStall(responseBytes(200, wire.page(["a"]), { "content-length": "9999" }))],
    options: impatient,
    outcome: timedOut,
  },
  {
    behaviour: "the headers never come, and the time for all attempts is shorter than that for one",
    serve: () => [sendAndStall()],
    options: () => ({ totalTimeout: tiny }),
    outcome: {
      error: "TimeoutError",
      fields: { attempt: 1, timeoutMs: tiny, scope: "total" },
      says: /within the 60 ms for all attempts \(attempt 1\)/,
      requests: { atMost: 1 },
      atLeastMs: tiny - 5,
    },
  },
  {
    behaviour: "two connections are reset, slowly, and the third stalls beyond the time for all attempts",
    serve: () => [resetLater, resetLater, sendAndStall()],
    options: () => ({ totalTimeout: 900 }),
    outcome: {
      error: "TimeoutError",
      fields: { attempt: 3, timeoutMs: 900, scope: "total" },
      requests: 3,
      atLeastMs: 895,
    },
  },
  {
    behaviour: "the rate limit of the caller never lets a request through",
    serve: ({ good }) => [good],
    options: () => ({ totalTimeout: tiny, rateLimit: () => new Promise(() => {}) }),
    outcome: {
      error: "TimeoutError",
      fields: { attempt: 1, timeoutMs: tiny, scope: "total" },
      requests: 0,
      atLeastMs: tiny - 5,
    },
  },
  {
    behaviour: "the caller gives up before the headers",
    serve: ({ caller }) => [() => caller.abort(new RangeError("the caller's own"))],
    outcome: { error: "RangeError", says: /^the caller's own$/, requests: 1 },
  },
  {
    behaviour: "the caller gives up in the body",
    serve: ({ caller, wire }) => [
      (socket) => {
        socket.write(responseBytes(200, wire.page(["a"])).subarray(0, -5), () =>
          setImmediate(() => caller.abort()),
        );
      },
    ],
    outcome: { error: "AbortError", requests: 1 },
  },
  {
    behaviour: "the caller gives up while the service wants a minute's wait",
    serve: ({ caller }) => [
      (socket, request) => {
        reply(429, "", { "retry-after": "60" })(socket, request);
        socket.on("close", () => caller.abort(new RangeError("the caller's own")));
      },
    ],
    outcome: { error: "RangeError", requests: 1, waits: [[60_000, "server"]] },
  },
];
