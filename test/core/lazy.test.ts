import { expect, test } from "vitest";
import { lazy } from "../../src/core/lazy.js";
import { ConfigurationError } from "../../src/index.js";

test("a part is loaded once, and not before it is asked for", async () => {
  let loads = 0;
  const part = lazy(async () => ++loads);
  expect(loads).toBe(0);
  expect([await part(), await part(), loads]).toEqual([1, 1, 1]);
});

test("a part that could not be loaded says why, and is tried again", async () => {
  let loads = 0;
  const part = lazy(async () => {
    loads += 1;
    if (loads === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return "part";
  });
  const error: unknown = await part().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error).toMatchObject({
    message: "a part of backup-records could not be loaded; serve all of its files",
    cause: { message: "Failed to fetch dynamically imported module" },
  });
  expect(await part()).toBe("part");
});
