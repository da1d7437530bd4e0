import { describe, expect, test } from "vitest";
import { skewFromRefusal } from "../../src/core/skew.js";

const now = Date.UTC(2026, 10, 21, 8);
const hour = 3_600_000;

const refusal = (text: string, date: string | null = null) => ({
  text,
  header: (name: string) => (name === "date" ? date : null),
});
const at = (ms: number) => new Date(ms).toUTCString();
const gatewayText =
  '{"error_msg":"Incorrect app authentication information: signature expired, ' +
  'signature time:20261121T080000Z,server time:20261121T100130Z","error_code":"APIG.0303"}';

describe("the service's time is read", () => {
  test("from the gateway's text, with any code and Date", () => {
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

describe("the clock is not to blame", () => {
  test.each([
    ["if the code has nothing to do with dates", refusal("", at(now + hour)), "DCS.1002"],
    ["if the code only begins like one that has", refusal("", at(now + hour)), "InvalidTimeStamp.Expired2"],
    ["if the Date agrees", refusal("", at(now + 59_000)), "APIGW.0301"],
    ["if the Date agrees from the other side", refusal("", at(now - 59_000)), "APIGW.0301"],
    ["if there is no Date", refusal(""), "InvalidTimeStamp.Expired"],
    ["if the Date cannot be read", refusal("", "1"), "InvalidTimeStamp.Expired"],
    ["if the Date only ends like one", refusal("", "Tomorrow GMT"), "InvalidTimeStamp.Expired"],
    [
      "if the named time is impossible",
      refusal("server time:20261341T990000Z", at(now + hour)),
      "APIGW.0301",
    ],
  ])("%s", (_name, response, code) => {
    expect(skewFromRefusal(response, code, now, now)).toBeNull();
  });

  test("if the request was dated right already by an earlier correction", () => {
    expect(skewFromRefusal(refusal("", at(now + hour)), "APIGW.0301", now, now + hour)).toBeNull();
  });
});

test("a correction replaces the one before, counted from the machine's clock", () => {
  expect(skewFromRefusal(refusal("", at(now + hour)), "APIGW.0301", now, now + 3 * hour)).toBe(hour);
});

test("a difference of a minute is evidence", () => {
  expect(skewFromRefusal(refusal("", at(now + 60_000)), "APIGW.0301", now, now)).toBe(60_000);
});
