import { expect, test } from "vitest";
import { emit } from "../../src/core/events.js";
import { settle } from "../support/fake-clock.js";

const event = { type: "page", service: "dcs", operation: "X", page: 1, items: 1, total: null } as const;

test("a listener is told", () => {
  const told: unknown[] = [];
  emit((each) => told.push(each), event);
  expect(told).toEqual([event]);
});

test("no listener is no trouble", () => {
  expect(() => emit(undefined, event)).not.toThrow();
});

test("a listener that throws, now or later, stays alone with it", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  try {
    emit(() => {
      throw new Error("now");
    }, event);
    emit(async () => {
      throw new Error("later");
    }, event);
    await settle();
    await settle();
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", note);
  }
});
