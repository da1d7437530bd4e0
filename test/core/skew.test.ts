import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/core/context.js";
import { createSkew, skewFromRefusal } from "../../src/core/skew.js";

const now = Date.UTC(2026, 10, 21, 8);
const hour = 3_600_000;

const refusal = (text: string, date: string | null = null): Answer => ({
  status: 401,
  text,
  header: (name) => (name === "date" ? date : null),
  attempt: 1,
  redact: (words) => words,
});
const at = (ms: number) => new Date(ms).toUTCString();
const gatewayText =
  '{"error_msg":"Incorrect app authentication information: signature expired, ' +
  'signature time:20261121T080000Z,server time:20261121T100130Z","error_code":"APIG.0303"}';

test("a new client takes its machine's clock for right", () => {
  expect(createSkew()).toEqual({ offsetMs: 0 });
});

describe("the service's time is read", () => {
  test("from the gateway's text, whatever its code and its Date", () => {
    expect(skewFromRefusal(refusal(gatewayText, at(now)), "APIGW.9999", now, now)).toBe(2 * hour + 90_000);
  });

  test("from the text with separators too", () => {
    expect(skewFromRefusal(refusal("Server time: 2026-11-21T07:00:00Z"), "", now, now)).toBe(-hour);
  });

  test.each(["InvalidTimeStamp.Expired", "IllegalTimestamp", "APIGW.0301", "APIG.0301", "APIG.0303"])(
    "from the Date of a refusal with %s",
    (code) => {
      expect(skewFromRefusal(refusal("", at(now - hour)), code, now, now)).toBe(-hour);
    },
  );
});

describe("it is no refusal for a wrong clock", () => {
  test.each([
    ["where the code has nothing to do with dates", refusal("", at(now + hour)), "DCS.1002"],
    [
      "where the code only begins like one that has",
      refusal("", at(now + hour)),
      "InvalidTimeStamp.Expired2",
    ],
    ["where the Date agrees", refusal("", at(now + 59_000)), "APIGW.0301"],
    ["where the Date agrees from the other side", refusal("", at(now - 59_000)), "APIGW.0301"],
    ["where there is no Date", refusal(""), "InvalidTimeStamp.Expired"],
    ["where the Date is none", refusal("", "1"), "InvalidTimeStamp.Expired"],
    ["where the Date is half one", refusal("", "Tomorrow GMT"), "InvalidTimeStamp.Expired"],
    [
      "where the named time is impossible",
      refusal("server time:20261341T990000Z", at(now + hour)),
      "APIGW.0301",
    ],
  ])("%s", (_name, answer, code) => {
    expect(skewFromRefusal(answer, code, now, now)).toBeNull();
  });

  test("where the request was dated right already by an earlier correction", () => {
    expect(skewFromRefusal(refusal("", at(now + hour)), "APIGW.0301", now, now + hour)).toBeNull();
  });
});

test("a correction replaces the one before, counted from the machine's clock", () => {
  expect(skewFromRefusal(refusal("", at(now + hour)), "APIGW.0301", now, now + 3 * hour)).toBe(hour);
});

test("a difference of a minute is evidence", () => {
  expect(skewFromRefusal(refusal("", at(now + 60_000)), "APIGW.0301", now, now)).toBe(60_000);
});
