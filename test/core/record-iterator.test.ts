import { describe, expect, test } from "vitest";
import { RecordIterator } from "../../src/core/record-iterator.js";

const shout = async () => (text: string) => text.toUpperCase();

/** Pages as a listing reads them; says when it has been left. */
function pagesOf(...pages: (readonly string[] | Error)[]) {
  const seen = { read: 0, left: false };
  async function* read() {
    try {
      for (const page of pages) {
        seen.read += 1;
        if (page instanceof Error) throw page;
        yield { items: page };
      }
    } finally {
      seen.left = true;
    }
  }
  return { seen, records: new RecordIterator(read(), shout) };
}

const over = { done: true, value: undefined };

describe("the records of pages", () => {
  test("come mapped, in order, past empty pages, until there is no page", async () => {
    const { records, seen } = pagesOf(["a", "b"], [], ["c"]);
    const read: unknown[] = [];
    for await (const record of { [Symbol.asyncIterator]: () => records }) read.push(record);
    expect(read).toEqual(["A", "B", "C"]);
    expect(seen).toEqual({ read: 3, left: true });
    expect(await records.next()).toEqual(over);
  });

  test("come one for each call, however many are asked for at once", async () => {
    const { records } = pagesOf(["a", "b"], ["c"]);
    const asked = [1, 2, 3, 4].map(() => records.next());
    expect((await Promise.all(asked)).map(({ value }) => value)).toEqual(["A", "B", "C", undefined]);
  });

  test("end for whoever leaves, and so do the pages", async () => {
    const { records, seen } = pagesOf(["a", "b"], ["c"]);
    for await (const record of { [Symbol.asyncIterator]: () => records }) if (record === "A") break;
    expect(seen).toEqual({ read: 1, left: true });
    expect(await records.next()).toEqual(over);
  });

  test("that were asked for before the end still come", async () => {
    const { records } = pagesOf(["a", "b"]);
    const [first, left, after] = [records.next(), records.return(), records.next()];
    expect(await Promise.all([first, left, after])).toEqual([{ done: false, value: "A" }, over, over]);
  });

  test("end with the failure of a page", async () => {
    const { records, seen } = pagesOf(["a"], new Error("page 2 failed"));
    const [first, second, third] = [records.next(), records.next(), records.next()];
    expect(await first).toEqual({ done: false, value: "A" });
    await expect(second).rejects.toThrow("page 2 failed");
    expect(await third).toEqual(over);
    expect(seen.left).toBe(true);
  });

  test("need their mapping before a page is read", async () => {
    let read = false;
    const pages = (async function* () {
      read = true;
      yield { items: ["a"] };
    })();
    const records = new RecordIterator(pages, () => Promise.reject(new Error("not loaded")));
    await expect(records.next()).rejects.toThrow("not loaded");
    expect(read).toBe(false);
  });
});
