import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { listen, unlessAborted } from "../../src/core/listen.js";

const reason = new Error("the caller has left");

describe("listen", () => {
  test("calls back once for each who listens, over one listener of the signal", () => {
    const controller = new AbortController();
    const told: string[] = [];
    listen(controller.signal, () => told.push("first"));
    const unlisten = listen(controller.signal, () => told.push("second"));
    listen(controller.signal, () => told.push("third"));
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    unlisten();
    controller.abort();
    expect(told).toEqual(["first", "third"]);
  });

  test("leaves the signal with the last who listens", () => {
    const { signal } = new AbortController();
    const leave = [listen(signal, () => {}), listen(signal, () => {})];
    for (const unlisten of leave) unlisten();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    leave[0]?.();
  });
});

describe("unlessAborted", () => {
  test.each([
    ["resolves", async () => "kept", "kept"],
    ["rejects", () => Promise.reject(reason), reason],
  ])("%s as the promise does, and leaves no listener", async (_, work, expected) => {
    const { signal } = new AbortController();
    expect(await unlessAborted<unknown>(work(), signal).catch((thrown: unknown) => thrown)).toBe(expected);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("rejects with the signal's reason while the promise is pending, and at once where it is aborted", async () => {
    const controller = new AbortController();
    const waiting = unlessAborted(new Promise(() => {}), controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(unlessAborted(Promise.reject(new Error("too late")), controller.signal)).rejects.toBe(
      reason,
    );
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
