import { reply } from "../../support/fault-server.js";
import type { Fault, Outcome } from "../fault.js";
import { secrets } from "../wire.js";

const two = ["a", "b"];
const page = "<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>";

/** A refusal that no second attempt can change. */
const final = (status: number, error: string): Fault => ({
  behaviour: `status ${status}`,
  serve: ({ wire, good }) => [reply(status, wire.error("X.0001", "Words of the vendor.")), good],
  outcome: {
    error,
    fields: { status, code: "X.0001", vendorMessage: "Words of the vendor.", retryable: false },
    says: new RegExp(`: ${status} X\\.0001: Words of the vendor\\.`),
    requests: 1,
  },
});

/** A refusal that stays through all attempts. */
const stubborn = (status: number, error: string): Fault => ({
  behaviour: `status ${status}, every time`,
  serve: ({ wire }) => [reply(status, wire.error("X.0001", "Words of the vendor."))],
  outcome: { error, fields: { status, code: "X.0001", retryable: true }, requests: 3 },
});

/** A response that names the time to come back, then a good one; on a clock a hundred times as fast. */
const timed = (
  behaviour: string,
  headers: Record<string, string>,
  waits: NonNullable<Outcome["waits"]>,
  services?: Fault["services"],
): Fault => ({
  behaviour,
  ...(services && { services }),
  serve: ({ good }) => [reply(429, "{}", headers), good],
  options: ({ fast }) => ({ clock: fast, timeout: 200_000, random: () => 0.5 }),
  outcome: { returns: two, requests: 2, waits },
});

/** A time to come back, beside the service's own. */
const clocked = (until: string) => ({ "retry-after": until, date: "Sat, 01 Jan 2000 00:00:00 GMT" });

/** What a service, or what stands before it, can say instead of a response. */
export const statusFaults: readonly Fault[] = [
  final(400, "ApiError"),
  final(403, "PermissionError"),
  final(404, "NotFoundError"),
  final(405, "ApiError"),
  final(409, "ApiError"),
  final(500, "ServerError"),
  final(501, "ServerError"),
  stubborn(408, "ApiError"),
  stubborn(429, "RateLimitError"),
  stubborn(502, "ServerError"),
  stubborn(503, "ServerError"),
  stubborn(504, "ServerError"),
  {
    behaviour: "status 407, which fetch does not hand out",
    serve: ({ wire }) => [reply(407, wire.error("X.0001", "proxy"))],
    outcome: (_service, transport) =>
      transport === "fetch"
        ? { error: "ConnectionError", fields: { attempts: 3 }, requests: 3 }
        : { error: "ApiError", fields: { status: 407, code: "X.0001" }, requests: 1 },
  },
  {
    behaviour: "status 206 with a part of the list",
    serve: ({ wire }) => [reply(206, wire.page(["a"]))],
    outcome: { error: "ContractError", fields: { status: 206 }, says: /unexpected status 206/, requests: 1 },
  },
  {
    behaviour: "status 204, which this call does not have",
    serve: () => [reply(204, "", { "content-length": "0" })],
    outcome: { error: "ContractError", fields: { status: 204 }, requests: 1 },
  },
  {
    behaviour: "status 304, which is no redirect",
    serve: () => [reply(304, "", { location: "/elsewhere" })],
    outcome: { error: "ContractError", fields: { status: 304 }, says: /unexpected status 304/, requests: 1 },
  },
  {
    behaviour: "the body of a service beneath the gateway, as OpenStack writes it",
    serve: () => [reply(404, '{"itemNotFound":{"code":404,"message":"Words of the vendor."}}')],
    outcome: {
      error: "NotFoundError",
      fields: { code: "404", vendorMessage: "Words of the vendor." },
      requests: 1,
    },
  },
  {
    behaviour: "503, then 502, then a good response",
    serve: ({ good }) => [reply(503), reply(502, page), good],
    outcome: {
      returns: two,
      requests: 3,
      waits: [
        [0, "backoff"],
        [0, "backoff"],
      ],
    },
  },
  {
    behaviour: "503 with a web page, every time",
    serve: () => [reply(503, page, { "content-type": "text/html" })],
    outcome: {
      error: "ServerError",
      fields: { status: 503, code: "" },
      says: /: 503: a web page: 502 Bad gateway/,
      requests: 3,
    },
  },
  {
    behaviour: "500, where another attempt was asked for",
    serve: ({ wire, good }) => [reply(500, wire.error("X.0001", "broken")), good],
    options: () => ({ retry: { on500: true } }),
    outcome: { returns: two, requests: 2 },
  },
  timed("429 with Retry-After in seconds", { "retry-after": "2" }, [[2_000, "server"]]),
  timed(
    "429 with a date as Retry-After, on a clock that is years ahead",
    clocked("Sat, 01 Jan 2000 00:00:02 GMT"),
    [[2_000, "server"]],
  ),
  timed("429 with a date of RFC 850 as Retry-After", clocked("Saturday, 01-Jan-00 00:00:02 GMT"), [
    [2_000, "server"],
  ]),
  timed("429 with a date of asctime as Retry-After", clocked("Sat Jan  1 00:00:02 2000"), [
    [2_000, "server"],
  ]),
  timed("429 with a Retry-After of zero", { "retry-after": "0" }, [[0, "server"]]),
  timed("429 with a Retry-After that is neither", { "retry-after": "soon" }, [[100, "backoff"]]),
  timed("429 with a negative Retry-After", { "retry-after": "-1" }, [[100, "backoff"]]),
  timed("429 with a Retry-After in the past", { "retry-after": "Fri, 01 Jan 2016 00:00:00 GMT" }, [
    [0, "server"],
  ]),
  timed("429 with x-acs-retry-after", { "x-acs-retry-after": "1500" }, [[1_500, "server"]], ["starrocks"]),
  {
    behaviour: "503 with a Retry-After that is a date",
    serve: ({ fast, good }) => [
      // Dates have whole seconds: between two and three from now.
      (...args) => reply(503, "", { "retry-after": new Date(fast.now() + 3_000).toUTCString() })(...args),
      good,
    ],
    options: ({ fast }) => ({ clock: fast, timeout: 200_000 }),
    outcome: { returns: two, requests: 2, atLeastMs: 10 },
  },
  {
    behaviour: "429 with a Retry-After of an hour",
    serve: ({ good }) => [reply(429, "{}", { "retry-after": "3600" }), good],
    outcome: { error: "RateLimitError", fields: { retryAfterMs: 3_600_000 }, requests: 1, waits: [] },
  },
  {
    behaviour: "503 with a Retry-After beyond the time for all attempts",
    serve: ({ good }) => [reply(503, "{}", { "retry-after": "5" }), good],
    options: () => ({ totalTimeout: 4_000 }),
    outcome: { error: "ServerError", fields: { status: 503 }, requests: 1, waits: [] },
  },
  {
    behaviour: "throttling as status 400, once",
    services: ["starrocks"],
    serve: ({ wire, good }) => [reply(400, wire.error("Throttling.User", "Slow down.")), good],
    outcome: { returns: two, requests: 2 },
  },
  {
    behaviour: "throttling as status 400, every time",
    services: ["starrocks"],
    serve: ({ wire }) => [
      reply(400, wire.error("Throttling.Api", "Slow down."), { "x-acs-retry-after": "7" }),
    ],
    outcome: {
      error: "RateLimitError",
      fields: { status: 400, code: "Throttling.Api", retryAfterMs: 7 },
      requests: 3,
      waits: [
        [7, "server"],
        [7, "server"],
      ],
    },
  },
  ...[400, 403, 500].map(
    (status): Fault => ({
      behaviour: `any code with x-acs-retry-after, as status ${status}, once`,
      services: ["starrocks"],
      serve: ({ wire, good }) => [
        reply(status, wire.error("AnyCode", "Slow down."), { "x-acs-retry-after": "7" }),
        good,
      ],
      outcome: { returns: two, requests: 2, waits: [[7, "server"]] },
    }),
  ),
  ...(
    [
      ["InvalidSecurityToken.Expired", 400, "AuthenticationError", 1],
      ["MissingSecurityToken", 400, "AuthenticationError", 1],
      ["InvalidAccessKeyId.Inactive", 400, "AuthenticationError", 1],
      ["IncompleteSignature", 400, "AuthenticationError", 1],
      ["SignatureNonceUsed", 400, "AuthenticationError", 3],
      ["Forbidden.RAM", 400, "PermissionError", 1],
      ["ServiceUnavailable", 500, "ServerError", 3],
      ["SystemBusy", 400, "ServerError", 3],
    ] as const
  ).map(
    ([code, status, error, requests]): Fault => ({
      behaviour: `${code} as status ${status}, every time`,
      services: ["starrocks"],
      serve: ({ wire }) => [reply(status, wire.error(code, "Words of the vendor."))],
      outcome: { error, fields: { status, code, retryable: requests === 3 }, requests },
    }),
  ),
  {
    behaviour: "throttling inside a 200, once",
    services: ["starrocks"],
    serve: ({ good }) => [reply(200, '{"RequestId":"r","Success":false,"ErrCode":"Throttling"}'), good],
    outcome: { returns: two, requests: 2 },
  },
  {
    behaviour: "failure inside a 200",
    services: ["starrocks"],
    serve: () => [
      reply(200, '{"RequestId":"r7","Success":false,"ErrCode":"InvalidParams","ErrMessage":"Bad id."}'),
    ],
    outcome: {
      error: "ServiceFailureError",
      fields: { status: 200, code: "InvalidParams", requestId: "r7" },
      requests: 1,
    },
  },
  {
    behaviour: "a code too long for any table",
    serve: ({ wire }) => [reply(400, wire.error("X".repeat(5_000), "no"))],
    outcome: { error: "ApiError", fields: { code: "X".repeat(256) }, requests: 1 },
  },
  {
    behaviour: "an error whose words would clear the terminal",
    serve: ({ wire }) => [reply(400, wire.error("X.1", "\u001b[2J\u001b[31mred\r\nsecond line"))],
    outcome: { error: "ApiError", says: /: 400 X\.1: \[2J \[31mred second line/, requests: 1 },
  },
  {
    behaviour: "a refusal that quotes the whole request in its words",
    serve: ({ wire }) => [
      (socket, request) => reply(403, wire.error("X.1", `canonicalRequest:${request.head}`))(socket, request),
    ],
    outcome: { error: "PermissionError", says: /canonicalRequest:.*\[redacted\]/, requests: 1 },
  },
  {
    behaviour: "a refusal that quotes the credentials with every escape there is",
    serve: ({ wire }) => [
      (socket, request) => {
        const sent = Object.entries(request.headers)
          .filter(([name]) => /auth|token/.test(name))
          .map(([, value]) => value)
          .join(" ");
        const json = wire.error("X.1", `${sent} ${encodeURIComponent(sent)}`);
        const escaped = json.replaceAll("/", "\\/").replaceAll("=", "\\u003d");
        reply(401, escaped)(socket, request);
      },
    ],
    outcome: { error: "AuthenticationError", says: /\[redacted\]/, requests: 1 },
  },
  {
    behaviour: "a server error that is the request itself, as plain text",
    serve: () => [(socket, request) => reply(500, request.head)(socket, request)],
    outcome: { error: "ServerError", says: /host: 127\.0\.0\.1/i, requests: 1 },
  },
  {
    behaviour: "a listener of events that throws, and one that rejects",
    serve: ({ good }) => [reply(503), good],
    options: () => ({
      onEvent: async ({ type }) => {
        throw new Error(`${type} and ${secrets.password.length}`);
      },
    }),
    outcome: { returns: two, requests: 2 },
  },
  {
    behaviour: "503 to everybody, while forty calls are made at once",
    serve: () => [reply(503)],
    options: () => ({ retry: { attempts: 5 } }),
    ask: async ({ list, ids }) => {
      const calls = await Promise.allSettled(Array.from({ length: 40 }, () => ids(list())));
      return new Set(calls.map((call) => call.status === "rejected" && call.reason.name));
    },
    // Forty first attempts, and not one retry more than the budget of the client.
    outcome: { returns: new Set(["ServerError"]), requests: 90 },
  },
];
