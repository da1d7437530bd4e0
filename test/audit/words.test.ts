import { expect, test } from "vitest";
import { parseDuration } from "../../src/audit/duration.js";
import { duration, messageOf } from "../../src/audit/words.js";
import { TimeoutError } from "../../src/core/errors.js";

test.each([
  [0, "0s"],
  [652, "652ms"],
  [-652, "-652ms"],
  [25_652, "25s"],
  [72_000, "1m12s"],
  [606_999, "10m6s"],
  [95_584_123, "26h33m"],
  [130_500_000, "36h15m"],
  [172_799_999, "47h59m"],
  [172_800_000, "2d"],
  [259_259_000, "3d"],
  [320_400_000, "3d17h"],
  [Number.POSITIVE_INFINITY, "any time"],
  [Number.NaN, "any time"],
])("%d ms are told as %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
  if (ms >= 0 && Number.isFinite(ms)) expect(parseDuration(text)).not.toBeNull();
});

test("a limit that has passed is told as an option states it", () => {
  const facts = { service: "dcs", operation: "o", attempt: 1, timeoutMs: 30_000, scope: "attempt" } as const;
  const error = new TimeoutError("no complete response within the 30000 ms (attempt 1)", facts);
  expect(messageOf(error)).toBe("dcs o: no complete response within the 30s (attempt 1)");
  expect(messageOf(new Error("30000 ms"))).toBe("30000 ms");
  expect(messageOf("broken")).toBe("broken");
});
