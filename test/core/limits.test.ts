import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { within } from "../../src/core/deadline.js";
import { fakeClock } from "../support/fake-clock.js";

const never = new Promise<never>(() => {});
const expired = () => new Error("expired");

test("what is there is handed on at once", () => {
  const part = { there: true };
  expect(within({ clock: fakeClock(), ms: 10 }, part, expired)).toBe(part);
});

test.each([
  ["resolves", async () => "kept", "kept"],
  ["rejects", () => Promise.reject(new RangeError("own")), new RangeError("own")],
])("what is promised %s as it does, and leaves no timer and no listener", async (_, work, outcome) => {
  const clock = fakeClock();
  const { signal } = new AbortController();
  const waiting = Promise.resolve(within<unknown>({ clock, ms: 10, signal }, work(), expired));
  expect(await waiting.catch((thrown: unknown) => thrown)).toEqual(outcome);
  expect(clock.asked).toEqual([10]);
  expect(clock.pending).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("what does not come ends when the time is over, and not before", async () => {
  const clock = fakeClock();
  let ended: unknown;
  Promise.resolve(within({ clock, ms: 10 }, never, expired)).catch((thrown: unknown) => {
    ended = thrown;
  });
  await clock.advance(9);
  expect(ended).toBeUndefined();
  await clock.advance(1);
  expect(ended).toEqual(new Error("expired"));
});

test.each(["before", "meanwhile"])("what is aborted %s ends with the caller's reason", async (when) => {
  const clock = fakeClock();
  const reason = new Error("the caller has left");
  const leaving = new AbortController();
  if (when === "before") leaving.abort(reason);
  const waiting = within({ clock, ms: 10, signal: leaving.signal }, never, expired);
  leaving.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(clock.pending).toEqual([]);
  expect(getEventListeners(leaving.signal, "abort")).toEqual([]);
});
