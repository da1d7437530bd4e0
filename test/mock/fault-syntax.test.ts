import { expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { type Fault, formatFault, parseFault } from "../../src/mock/index.js";

test.each<[string, Fault]>([
  ["429:0.1", { status: 429, rate: 0.1 }],
  ["429=1500:.5", { status: 429, retryAfterMs: 1500, rate: 0.5 }],
  ["503", { status: 503 }],
  ["throttle@1", { throttle: true, nth: [1] }],
  ["throttle=200:1", { throttle: true, retryAfterMs: 200, rate: 1 }],
  ["dcs/reset@3", { on: "dcs", reset: true, nth: [3] }],
  ["latency=50", { latencyMs: 50 }],
  ["starrocks/stall@2,5-7", { on: "starrocks", stall: true, nth: [2, 5, 6, 7] }],
  ["vbs/truncate:0", { on: "vbs", truncate: true, rate: 0 }],
])("%s is read", (text, fault) => {
  expect(parseFault(text)).toEqual(fault);
  expect(parseFault(formatFault(fault))).toEqual(fault);
});

test.each([
  ["", "write [service/]what[=milliseconds][:share|@numbers]"],
  ["429:0.1@3", "write [service/]what"],
  ["200", "200 is no status from 400 to 599"],
  ["600@1", "600 is no status from 400 to 599"],
  ["explode", "explode is no status, throttle, latency, reset, stall or truncate"],
  ["latency", "latency needs milliseconds: latency=50"],
  ["reset=5", "reset takes no milliseconds"],
  ["s3/reset", "s3 is no dcs, vbs, starrocks"],
  ["429:1.5", "the share 1.5 is not between 0 and 1"],
  ["429@0", "0 is no number from 1"],
  ["429@5-2", "5-2 is no number from 1, and no range such as 2-4"],
  ["429@1,,2", " is no number from 1"],
  ["429@1-99999", "1-99999 is no number"],
])("%s is refused: %s", (text, why) => {
  expect(() => parseFault(text)).toThrow(ConfigurationError);
  expect(() => parseFault(text)).toThrow(`fault ${JSON.stringify(text)}: `);
  expect(() => parseFault(text)).toThrow(why);
});
