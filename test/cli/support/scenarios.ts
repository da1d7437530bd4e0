import { dcsListing, dcsRecord } from "../../support/dcs-records.js";
import type { ReceivedRequest, Reply } from "../../support/signing/received.js";

/** How a service responds; `number` counts the requests to it from 1. */
export type Scenario = (request: ReceivedRequest, number: number) => Reply | "reset" | "stall";

const list = (records: readonly object[], total = records.length): Reply => ({
  status: 200,
  body: { backup_record_response: records, total_num: total },
});

const v1Error = (status: number, code: string, message: string, headers = {}): Reply => ({
  status,
  headers: { "x-request-id": "request-1", ...headers },
  body: { error: { code, message, ext_message: null } },
});

const text = (status: number, body: string): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  body,
});

/** A backup that runs in the first three responses and then has these fields. */
const runningThen = (end: object) => (_: ReceivedRequest, number: number) =>
  list([
    dcsRecord(1, number < 4 ? { status: "backuping", progress: `${number * 25}.00` } : end),
    dcsRecord(2, { backup_name: "done long ago" }),
  ]);

/** By the first part of the base URL's path. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "three-pages": dcsListing(25),
  empty: () => list([]),
  unauthorized: () => v1Error(401, "DCS.1002", "The token has expired."),
  forbidden: () => v1Error(403, "DCS.2003", "No permission."),
  throttled: () => ({
    status: 429,
    headers: { "retry-after": "0" },
    body: {
      error_code: "APIGW.0308",
      error_msg: "The throttling threshold has been reached",
      request_id: "request-1",
    },
  }),
  "throttled-once": (request, number) =>
    number === 1
      ? {
          status: 429,
          headers: { "retry-after": "0" },
          body: { error_code: "APIGW.0308", error_msg: "Slow down" },
        }
      : dcsListing(1)(request),
  broken: () => v1Error(500, "DCS.5078", "Query failed."),
  "broken-later": (request, number) =>
    number < 3 ? dcsListing(25)(request) : v1Error(500, "DCS.5000", "Oops."),
  "stalls-later": (request, number) => (number < 3 ? dcsListing(25)(request) : "stall"),
  html: () => ({
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html>\n<h1>Bad Gateway</h1>\n</html>",
  }),
  "no-json": () => text(200, '{"backup_record_response": [nonsense]}'),
  "no-list": () => text(200, '{"unexpected": true}'),
  redirect: () => ({ status: 302, headers: { location: "https://elsewhere.invalid/" } }),
  reset: () => "reset",
  stall: () => "stall",
  int64: () =>
    text(
      200,
      JSON.stringify({ backup_record_response: [dcsRecord(1)], total_num: 1 }).replace(
        "880233",
        "9223372036854775807",
      ),
    ),
  chinese: () =>
    list([
      dcsRecord(1, { backup_name: "每日备份" }),
      dcsRecord(2, { backup_name: "缓存实例的每日自动备份记录与一个相当长的名字" }),
      dcsRecord(3, { backup_name: "plain" }),
    ]),
  hostile: () =>
    list([
      dcsRecord(1, { backup_name: 'a "quoted", divided\nname' }),
      dcsRecord(2, { backup_name: "\u001b[31mred\u001b[0m \u202etxt" }),
      dcsRecord(3, { backup_name: "line\rreturn", error_code: "dcs.08.0008", status: "failed" }),
    ]),
  formulas: () =>
    list(
      ['=HYPERLINK("https://evil.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "-5", "daily"].map(
        (name, at) => dcsRecord(at, { backup_name: name }),
      ),
    ),
  drift: () =>
    list([dcsRecord(1, { status: "archived", colour: "blue" }), dcsRecord(2, { status: "archived" })]),
  states: () =>
    list(
      ["waiting", "backuping", "succeed", "failed", "expired", "deleted", "archived"].map((status, at) =>
        dcsRecord(at, { status }),
      ),
    ),
  // Of five backups, the oldest stands first and the newest last but one; one has no time.
  unordered: ({ target }) => {
    const from = Number(new URL(target, "http://localhost").searchParams.get("offset"));
    const days = ["2019-05-01", "2019-05-03", null, "2019-05-04", "2019-05-02"];
    const records = days.map((day, at) => {
      const time = day && `${day}T00:00:00.000Z`;
      return dcsRecord(at, { created_at: time, updated_at: time });
    });
    return list(records.slice(from, from + 2), records.length);
  },
  // The name of the backup is the query that was received.
  echo: ({ target }) => list([dcsRecord(1, { backup_name: new URL(target, "http://localhost").search })]),
  // The name of the backup is the path that was asked for.
  path: ({ target }) =>
    list([dcsRecord(1, { backup_name: new URL(target, "http://localhost").pathname.replace("/path", "") })]),
  "watch-well": runningThen({}),
  "watch-failed": runningThen({ status: "failed", error_code: "dcs.08.0002" }),
  "watch-gone": (_, number) =>
    number === 1 ? list([dcsRecord(1, { status: "backuping", progress: "5.00" })]) : list([]),
  "starrocks-failure": () => ({
    status: 200,
    body: { RequestId: "request-1", Success: false, ErrCode: "InternalError", ErrMessage: "Try again" },
  }),
  "no-content": () => ({ status: 204 }),
};
