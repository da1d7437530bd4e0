import { expect, test } from "vitest";
import { lazy } from "../../src/core/lazy.js";
import { ConfigurationError } from "../../src/index.js";

test("a part is loaded once, not before it is asked for, and is there at once from then on", async () => {
  let loads = 0;
  const part = lazy(async () => ({ load: ++loads }));
  expect(loads).toBe(0);
  const [first, second] = [part(), part()];
  expect(first).toBe(second);
  const loaded = await first;
  expect(loaded).toEqual({ load: 1 });
  expect(part()).toBe(loaded);
  expect(loads).toBe(1);
});

test("a part that could not be loaded says why, and is tried again", async () => {
  let loads = 0;
  const part = lazy(async () => {
    loads += 1;
    if (loads === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return { load: loads };
  });
  const error: unknown = await Promise.resolve(part()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error).toMatchObject({
    message:
      "a part of backup-records could not be loaded: Failed to fetch dynamically imported module; serve all of its files, or bundle them as one",
    cause: { message: "Failed to fetch dynamically imported module" },
  });
  expect(await part()).toEqual({ load: 2 });
});

test("a part that is at hand is there at once", () => {
  const part = { at: "hand" };
  expect(lazy(() => part)()).toBe(part);
});

test("a part of another version, which has not what is wanted, counts as not loaded", async () => {
  const stale: { part?: object } = {};
  const part = lazy(async () => stale.part as object);
  await expect(part()).rejects.toThrow(/could not be loaded: it is not what it should be/);
  stale.part = {};
  expect(await part()).toBe(stale.part);
});
