import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { onAborted } from "../../src/core/deadline.js";

describe("listen", () => {
  test("calls back once for each who listens, over one listener of the signal", () => {
    const controller = new AbortController();
    const told: string[] = [];
    onAborted(controller.signal, () => told.push("first"));
    const unlisten = onAborted(controller.signal, () => told.push("second"));
    onAborted(controller.signal, () => told.push("third"));
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    unlisten();
    controller.abort();
    expect(told).toEqual(["first", "third"]);
  });

  test("leaves the signal with the last who listens", () => {
    const { signal } = new AbortController();
    const leave = [onAborted(signal, () => {}), onAborted(signal, () => {})];
    for (const unlisten of leave) unlisten();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    leave[0]?.();
  });
});
