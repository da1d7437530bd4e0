import { describe, expect, test } from "vitest";
import { createRwLock } from "../../../src/audit/queue/exclusive-lock.js";

/** Acquires one lock and notes who holds it, in that order. */
function holders() {
  const lock = createRwLock();
  const names: string[] = [];
  const acquire = (name: string, exclusive = false, signal = new AbortController().signal) =>
    lock.acquire({ exclusive, signal }).then((release) => {
      names.push(name);
      return release;
    });
  return { acquire, names };
}

const settled = () => new Promise((done) => setImmediate(done));

describe("the read-write lock", () => {
  test("has many holders side by side", async () => {
    const { acquire, names } = holders();
    await Promise.all([acquire("a"), acquire("b"), acquire("c")]);
    expect(names).toEqual(["a", "b", "c"]);
  });

  test("has an exclusive holder wait for all others, and those after it wait for it", async () => {
    const { acquire, names } = holders();
    const releases = await Promise.all([acquire("a"), acquire("b")]);
    const exclusive = acquire("exclusive", true);
    const later = acquire("later");
    releases[0]();
    await settled();
    expect(names).toEqual(["a", "b"]);
    releases[1]();
    const release = await exclusive;
    await settled();
    expect(names).toEqual(["a", "b", "exclusive"]);
    release();
    await later;
    expect(names).toEqual(["a", "b", "exclusive", "later"]);
  });

  test("has two exclusive holders follow each other", async () => {
    const { acquire, names } = holders();
    const first = acquire("first", true);
    const second = acquire("second", true);
    const release = await first;
    await settled();
    expect(names).toEqual(["first"]);
    release();
    await second;
    expect(names).toEqual(["first", "second"]);
  });

  test("is not held up by one that gave up waiting", async () => {
    const { acquire, names } = holders();
    const release = await acquire("a");
    const stop = new AbortController();
    const exclusive = acquire("exclusive", true, stop.signal);
    const later = acquire("later");
    stop.abort(new Error("enough"));
    await expect(exclusive).rejects.toThrow("enough");
    await later;
    release();
    expect(names).toEqual(["a", "later"]);
    await expect(acquire("never", false, stop.signal)).rejects.toThrow("enough");
  });
});
