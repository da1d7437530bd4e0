import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { InvalidRequestError } from "../../src/core/errors.js";
import { type Page, PagedBackupListing, PagedListing } from "../../src/core/listing.js";
import type { BackupRecord } from "../../src/records/record.js";

const page = (items: string[]): Page<string, null> => ({
  items,
  total: null,
  cursor: null,
  response: { status: 200, requestId: null, header: () => null },
  body: null,
});
const over = { done: true, value: undefined };
// Only the source is looked at here.
const toRecord = (source: string) => ({ source: source.toUpperCase() }) as BackupRecord<string>;

/** A listing over these pages, which counts what is read and notices that its iterator was left. */
function listingOf(...pages: (string[] | Error)[]) {
  const seen = { first: 0, pages: 0, left: 0 };
  const source = {
    async first() {
      seen.first += 1;
      return page(["a"]);
    },
    async *all() {
      try {
        for (const items of pages) {
          seen.pages += 1;
          if (items instanceof Error) throw items;
          yield page(items);
        }
      } finally {
        seen.left += 1;
      }
    },
  };
  return { seen, listing: new PagedBackupListing("ListBackups", source, toRecord), source };
}

async function collect<Item>(iterable: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

describe("the records of a listing", () => {
  test("come in order, past empty pages, until there is no page", async () => {
    const { listing, seen } = listingOf(["a", "b"], [], ["c"]);
    expect(await collect(listing)).toEqual(["a", "b", "c"]);
    expect(seen).toEqual({ first: 0, pages: 3, left: 1 });
  });

  test("are the backups alone, if a listing has other things too", async () => {
    const { source } = listingOf(["a", "-", "b"], ["-"]);
    const listing = new PagedBackupListing("ListLogs", source, (item) =>
      item === "-" ? null : toRecord(item),
    );
    expect((await collect(listing.records())).map(({ source }) => source)).toEqual(["A", "B"]);
    expect(await collect(listing)).toEqual(["a", "-", "b", "-"]);
    expect(await listing.records().toArray({ max: 2 })).toHaveLength(2);
  });

  test("come from the beginning for each iteration", async () => {
    const { listing, seen } = listingOf(["a", "b"]);
    expect([await collect(listing), await collect(listing)]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    expect(seen).toEqual({ first: 0, pages: 2, left: 2 });
  });

  test("come mapped if that is asked for", async () => {
    const { listing } = listingOf(["a", "b"], ["c"]);
    expect((await collect(listing.records())).map(({ source }) => source)).toEqual(["A", "B", "C"]);
  });

  test("come one for each call of next, however many calls there are at once", async () => {
    const records = listingOf(["a", "b"], ["c"]).listing[Symbol.asyncIterator]();
    const results = await Promise.all([1, 2, 3, 4].map(() => records.next()));
    expect(results.map(({ value }) => value)).toEqual(["a", "b", "c", undefined]);
    expect(await records.next()).toEqual(over);
  });

  test("end if the iteration is left, and so do the pages", async () => {
    const { listing, seen } = listingOf(["a", "b"], ["c"]);
    for await (const record of listing) if (record === "a") break;
    for await (const { source } of listing.records()) if (source === "A") break;
    expect(seen).toEqual({ first: 0, pages: 2, left: 2 });
  });

  test("that were asked for before the end still come", async () => {
    const records = listingOf(["a", "b"]).listing[Symbol.asyncIterator]();
    const all = [records.next(), records.return?.(), records.next()];
    expect(await Promise.all(all)).toEqual([{ done: false, value: "a" }, over, over]);
  });

  test("are not read if the iteration begins with its end", async () => {
    const { listing, seen } = listingOf(["a"]);
    expect(await listing[Symbol.asyncIterator]().return?.()).toEqual(over);
    expect(seen.pages).toBe(0);
  });

  test("end with the failure of a page", async () => {
    const { listing, seen } = listingOf(["a"], new Error("page 2 failed"));
    const records = listing[Symbol.asyncIterator]();
    const [first, second, third] = [records.next(), records.next(), records.next()];
    expect(await first).toEqual({ done: false, value: "a" });
    await expect(second).rejects.toThrow("page 2 failed");
    expect(await third).toEqual(over);
    expect(seen.left).toBe(1);
  });

  test("end with the failure of the mapping, and so do the pages", async () => {
    const { source, seen } = listingOf(["a"], ["b"]);
    const listing = new PagedBackupListing<string, null>("ListBackups", source, () => {
      throw new Error("cannot be mapped");
    });
    await expect(collect(listing.records())).rejects.toThrow("cannot be mapped");
    expect(seen).toEqual({ first: 0, pages: 1, left: 1 });
  });
});

describe("toArray", () => {
  test("collects up to its limit and reads no page behind that", async () => {
    const { listing, seen } = listingOf(["a", "b"], ["c"], ["d"]);
    expect(await listing.toArray({ max: 3 })).toEqual(["a", "b", "c"]);
    expect(seen).toEqual({ first: 0, pages: 2, left: 1 });
    expect(await listing.toArray({ max: 10 })).toEqual(["a", "b", "c", "d"]);
    expect((await listing.records().toArray({ max: 1 })).map(({ source }) => source)).toEqual(["A"]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "5", null, undefined])(
    "reads nothing for a limit of %s",
    async (max) => {
      const { listing, seen } = listingOf(["a"]);
      // What a caller without types can pass.
      const collected = listing.toArray({ max } as { max: number });
      await expect(collected).rejects.toThrow(InvalidRequestError);
      await expect(collected).rejects.toThrow(`max must be an integer of at least 1, not ${max}`);
      expect(seen.pages).toBe(0);
    },
  );

  test("reads nothing without a limit", async () => {
    // @ts-expect-error What a caller without types can write.
    await expect(listingOf(["a"]).listing.toArray()).rejects.toThrow("not undefined");
  });
});

describe("a listing", () => {
  test("sends nothing before it is awaited or iterated", () => {
    const { listing, seen } = listingOf(["a"]);
    listing.records();
    listing.pages();
    expect(seen).toEqual({ first: 0, pages: 0, left: 0 });
  });

  test("that is awaited reads its first page, once", async () => {
    const { listing, seen } = listingOf(["a"], ["b"]);
    expect(await listing).toBe(await listing);
    expect((await listing).items).toEqual(["a"]);
    expect(seen).toEqual({ first: 1, pages: 0, left: 0 });
  });

  test("is a promise of its first page, and what it returns is one like any other", async () => {
    const { listing, seen } = listingOf(["a"], ["b"]);
    const typed: Promise<Page<string, null>> = listing;
    expect(typed).toBeInstanceOf(Promise);
    const then = listing.then(({ items }) => items);
    expect(then.constructor).toBe(Promise);
    expect(await Promise.all([listing, then, listing.finally(() => {})])).toEqual([
      await listing,
      ["a"],
      await listing,
    ]);
    expect(await Promise.race([listing])).toBe(await listing);
    expect(seen).toEqual({ first: 1, pages: 0, left: 0 });
  });

  test("that nobody awaits sends nothing and rejects nothing, whatever its mistake", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const first = vi.fn(() => Promise.reject(new Error("no")));
    const listing = new PagedListing<string, null>("ListThings", { ...listingOf().source, first });
    await new Promise((resolve) => setImmediate(resolve));
    expect([unhandled, first.mock.calls]).toEqual([[], []]);
    expect(await listing.catch(({ message }: Error) => message)).toBe("no");
    process.off("unhandledRejection", listen);
  });

  test("says what it is when it is printed", () => {
    expect(inspect(listingOf().listing)).toBe(
      "Listing of ListBackups: await its first page, or iterate over its records",
    );
  });

  test("has pages of its own for each iteration", async () => {
    const { listing } = listingOf(["a"], ["b"]);
    const pages = listing.pages();
    for (const _ of [1, 2]) expect((await collect(pages)).map(({ items }) => items)).toEqual([["a"], ["b"]]);
  });

  test("of something else than backups has no records to map", () => {
    expect(new PagedListing("ListThings", listingOf().source)).not.toHaveProperty("records");
  });
});
