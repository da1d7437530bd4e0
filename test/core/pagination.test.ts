import { getEventListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PagingDescriptor } from "../../src/core/operation.js";
import {
  firstPage,
  firstPosition,
  iteratePages,
  type PageSource,
  type Position,
  type ReadPage,
  RecentIds,
} from "../../src/core/pagination.js";
import { runsOf } from "../support/round.js";

interface Item {
  readonly id: string;
}

const styles = ["start", "offset", "page"] as const;
const pagingOf = (style: PagingDescriptor["style"]): PagingDescriptor => ({
  style,
  parameters: { position: "position", limit: "limit" },
  total: "/total",
  items: "/items",
  required: true,
  id: "/id",
});

/** A server that serves `list` as it is at the time of each request. */
function serve(list: () => readonly string[], style: PagingDescriptor["style"], size: number) {
  return (at: number | string): ReadPage<Item> => {
    if (typeof at === "string") throw new Error("no marker expected");
    const first = style === "page" ? (at - 1) * size : at - firstPosition(pagingOf(style));
    const rows = list();
    return { items: rows.slice(first, first + size).map((id) => ({ id })), total: rows.length };
  };
}

const endless = (_page: unknown, reason: string) => new Error(reason);

async function readAll(
  style: PagingDescriptor["style"],
  read: (at: number | string, signal: AbortSignal | undefined) => ReadPage<Item> | Promise<ReadPage<Item>>,
  options: Partial<Pick<PageSource<Item, ReadPage<Item>>, "concurrency" | "start">> & {
    signal?: AbortSignal;
  } = {},
) {
  const paging = pagingOf(style);
  const asked: (number | string)[] = [];
  const ids: string[] = [];
  const positions: (Position | null)[] = [];
  const plan = {
    paging,
    start: { at: firstPosition(paging), rows: 0, total: null },
    concurrency: 1,
    endless,
    ...options,
    read: async (at: number | string, signal: AbortSignal | undefined) => {
      asked.push(at);
      return read(at, signal);
    },
  };
  for await (const { fresh, next } of iteratePages<Item, ReadPage<Item>>(plan, options.signal)) {
    ids.push(...fresh.map(({ id }) => id));
    positions.push(next);
  }
  return { asked, ids, positions };
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `r${i}`);

describe("a listing", () => {
  test.each([
    ["start", [1, 11, 21]],
    ["offset", [0, 10, 20]],
    ["page", [1, 2, 3]],
  ] as const)("by %s reads the positions behind what came", async (style, positions) => {
    const rows = numbered(25);
    const { asked, ids } = await readAll(
      style,
      serve(() => rows, style, 10),
    );
    expect(asked).toEqual(positions);
    expect(ids).toEqual(rows);
  });

  test.each(styles)("by %s ends at the total without asking for an empty page", async (style) => {
    const rows = numbered(20);
    const { asked } = await readAll(
      style,
      serve(() => rows, style, 10),
    );
    expect(asked).toHaveLength(2);
  });

  test.each(styles)("by %s ends on an empty page if no total is given", async (style) => {
    const rows = numbered(20);
    const server = serve(() => rows, style, 10);
    const { asked, ids } = await readAll(style, (at) => ({ ...server(at), total: null }));
    expect(ids).toEqual(rows);
    expect(asked).toHaveLength(3);
  });

  test.each(styles)("by %s reads one page of an empty listing", async (style) => {
    const { asked, ids } = await readAll(
      style,
      serve(() => [], style, 10),
    );
    expect([asked.length, ids]).toEqual([1, []]);
  });

  test("ends if a server repeats its first page for ever", async () => {
    const items = numbered(10).map((id) => ({ id }));
    const { asked, ids } = await readAll("start", () => ({ items, total: 1000 }));
    expect(asked).toEqual([1, 11]);
    expect(ids).toEqual(numbered(10));
  });

  test("ends if a server repeats its page and lets its total grow with every look", async () => {
    const items = numbered(10).map((id) => ({ id }));
    let total = 1000;
    const { asked, ids } = await readAll("start", () => {
      total += 10;
      return { items, total };
    });
    expect(ids).toEqual(numbered(10));
    expect(asked.length).toBeLessThan(20);
  });

  test("ends if a server repeats records whose ids are numbers", async () => {
    const items = [1, 2, 3n].map((id) => ({ id }) as unknown as Item);
    const { asked, ids } = await readAll("start", () => ({ items, total: null }));
    expect([asked.length, ids.length]).toEqual([2, 3]);
  });

  test("ends if a page without ids and without a total comes again", async () => {
    const items = [{}, {}] as unknown as Item[];
    const { asked } = await readAll("start", () => ({ items, total: null, text: "the same" }));
    expect(asked).toHaveLength(2);
  });

  test.each<[string, (request: number) => number | null]>([
    ["a total that grows once", (request) => (request === 1 ? 1000 : 1e9)],
    ["a total that doubles", (request) => 1000 * 2 ** request],
    ["a total that falls", (request) => 1e9 - request],
    ["a total that comes and goes", (request) => (request % 2 ? 1000 : null)],
    ["a total of chance", (request) => 1000 + ((request * 7919) % 9973)],
  ])("ends if a server repeats its page with %s", async (_, total) => {
    const items = numbered(10).map((id) => ({ id }));
    for (const concurrency of [1, 4]) {
      let requests = 0;
      const { ids } = await readAll("start", () => ({ items, total: total(++requests) }), { concurrency });
      expect(ids).toEqual(numbered(10));
      expect(requests).toBeLessThan(60);
    }
  });

  test.each(styles)("by %s ends if a server alternates between two pages", async (style) => {
    const pages = [numbered(10), numbered(20).slice(10)].map((ids) => ids.map((id) => ({ id })));
    let requests = 0;
    const { ids } = await readAll(style, () => ({
      items: pages[requests++ % 2] ?? [],
      total: 1e6 + requests,
    }));
    expect(ids).toEqual(numbered(20));
    expect(requests).toBeLessThan(60);
  });

  test.each<[string, (request: number) => object]>([
    ["without ids", () => ({ name: "a" })],
    ["under new ids", (request) => ({ id: `r${request}`, name: "a" })],
    ["under new ids that are numbers", (request) => ({ id: request, name: "a" })],
    ["with large numbers", (request) => ({ id: `r${request}`, size: 2n ** 60n, name: "a" })],
  ])("throws if a server repeats its page %s, whatever total it states", async (_, item) => {
    for (const total of [() => null, () => 1e6, (request: number) => 1e6 + request * 10]) {
      let requests = 0;
      const reading = readAll("start", () => {
        requests++;
        return { items: [item(requests), item(requests + 0.5)] as Item[], total: total(requests) };
      });
      const ended = await reading.then(({ ids }) => ids.length <= 4, String);
      expect([true, "Error: the service repeats the same page again and again"]).toContain(ended);
      expect(requests).toBeLessThan(120);
    }
  });

  test("does not take records of an id alone for repeated ones", async () => {
    const rows = numbered(200);
    const { ids } = await readAll(
      "start",
      serve(() => rows, "start", 2),
    );
    expect(ids).toEqual(rows);
  });

  test("reads on behind pages that are equal but for their ids", async () => {
    const rows = numbered(400).map((id) => ({ id, name: "the same" }));
    const read = (at: number | string) => ({ items: rows.slice(Number(at) - 1).slice(0, 4), total: 400 });
    expect((await readAll("start", read)).ids).toEqual(numbered(400));
  });

  test("takes an empty page's total of 0 behind rows that were read for their end", async () => {
    let rows = numbered(40);
    const server = serve(() => rows, "offset", 10);
    const { asked, ids } = await readAll("offset", (at) => {
      if (at === 30) rows = rows.slice(0, 30);
      const page = server(at);
      return page.items.length === 0 ? { items: [], total: 0 } : page;
    });
    expect(ids).toEqual(numbered(30));
    expect(asked.length).toBeLessThan(8);
  });

  test("keeps records that have no id", async () => {
    const rows = Array.from({ length: 4 }, () => ({}) as Item);
    const { ids } = await readAll("start", (at) => ({ items: at === 1 ? rows : [], total: null }));
    expect(ids).toHaveLength(4);
  });

  test("goes on behind pages that are shorter than asked for", async () => {
    const rows = numbered(25);
    const sizes = new Map<number | string, number>([[1, 3]]);
    const { ids } = await readAll("start", (at) => serve(() => rows, "start", sizes.get(at) ?? 10)(at));
    expect(ids).toEqual(rows);
  });

  test("reads every page if the page size granted is smaller than the one asked for", async () => {
    const rows = numbered(55);
    const { ids } = await readAll(
      "page",
      serve(() => rows, "page", 10),
    );
    expect(ids).toEqual(rows);
  });

  test.each(styles)("by %s loses no record if the listing shrinks before it is resumed", async (style) => {
    let rows = numbered(30);
    const server = serve(() => rows, style, 10);
    const { positions } = await readAll(style, server);
    rows = rows.filter((id) => id !== "r3");
    const start = positions[0] ?? null;
    if (start === null) throw new Error("there is a second page");
    const { ids } = await readAll(style, server, { start });
    expect(ids).toEqual(expect.arrayContaining(numbered(30).slice(10)));
  });

  test.each(styles)("by %s resumes behind any page", async (style) => {
    const rows = numbered(34);
    const { positions } = await readAll(
      style,
      serve(() => rows, style, 10),
    );
    for (const [page, start] of positions.entries()) {
      if (start === null) continue;
      const { ids } = await readAll(
        style,
        serve(() => rows, style, 10),
        { start },
      );
      expect(ids).toEqual(rows.slice((page + 1) * 10));
    }
  });

  test("that begins at a page number has no total to end at", async () => {
    const rows = numbered(20);
    const { asked, ids } = await readAll(
      "page",
      serve(() => rows, "page", 10),
      { start: { at: 2, rows: null, total: null } },
    );
    expect(asked).toEqual([2, 3]);
    expect(ids).toEqual(rows.slice(10));
  });

  test("that begins at a page number steps back if the total shrinks all the same", async () => {
    let rows = numbered(20);
    const { ids } = await readAll(
      "page",
      (at) => {
        if (at === 3) rows = rows.filter((id) => id !== "r0");
        return serve(() => rows, "page", 5)(at);
      },
      { start: { at: 2, rows: null, total: null } },
    );
    expect(ids).toEqual(numbered(20).slice(5));
  });

  test("by a marker follows the last id, whether the server includes it or not", async () => {
    const rows = numbered(25);
    for (const included of [0, 1]) {
      const read = (at: number | string) => {
        const first = rows.indexOf(String(at)) + 1 - included;
        return { items: rows.slice(first, first + 10).map((id) => ({ id })), total: rows.length };
      };
      const { ids } = await readAll("offset", read, { start: { at: "r4", rows: null, total: null } });
      expect(ids).toEqual(rows.slice(included === 0 ? 5 : 4));
    }
  });

  test("by a marker ends if the last record has no id", async () => {
    const { asked } = await readAll("offset", () => ({ items: [{} as Item], total: 9 }), {
      start: { at: "x", rows: null, total: null },
    });
    expect(asked).toEqual(["x"]);
  });

  test("by a marker takes no notice of a total that shrinks", async () => {
    const pages = new Map<number | string, ReadPage<Item>>([
      ["x", { items: [{ id: "a" }], total: 9 }],
      ["a", { items: [{ id: "b" }], total: 3 }],
    ]);
    const { ids } = await readAll("offset", (at) => pages.get(at) ?? { items: [], total: 3 }, {
      start: { at: "x", rows: null, total: null },
    });
    expect(ids).toEqual(["a", "b"]);
  });
});

describe("a listing whose records move", () => {
  /** What happens to the listing before each request: rows that come in front, or rows that go. */
  const changes = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("grow" as const), by: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ kind: fc.constant("shrink" as const), at: fc.array(fc.nat(40), { maxLength: 6 }) }),
    ),
    { maxLength: 4 },
  );

  test.each(styles)("by %s neither loses nor repeats one that stays", async (style) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        changes,
        async (count, size, plan) => {
          let rows = numbered(count);
          let request = 0;
          const { ids } = await readAll(style, (at) => {
            // The first request sees the listing as it began.
            const change = request++ === 0 ? undefined : plan[request - 2];
            if (change?.kind === "grow") {
              rows = [...Array.from({ length: change.by }, (_, i) => `new${request}-${i}`), ...rows];
            } else if (change?.kind === "shrink") {
              rows = rows.filter((_, i) => !change.at.includes(i));
            }
            return serve(() => rows, style, size)(at);
          });
          expect(new Set(ids).size).toBe(ids.length);
          const stayed = rows.filter((id) => id.startsWith("r"));
          expect(ids.filter((id) => stayed.includes(id))).toEqual(stayed);
        },
      ),
      { numRuns: runsOf(1000) },
    );
  });

  test("moves on if the total shrinks at every look", async () => {
    const rows = numbered(30);
    let total = 30_000;
    const server = serve(() => rows, "start", 10);
    const { asked, ids } = await readAll("start", (at) => {
      total -= 1;
      return { ...server(at), total };
    });
    expect(ids).toEqual(rows);
    expect(asked.length).toBeLessThan(60);
  });
});

describe("a listing with pages in flight", () => {
  test.each(styles)("by %s keeps the order and never has more of them than allowed", async (style) => {
    const rows = numbered(95);
    const server = serve(() => rows, style, 10);
    let inFlight = 0;
    let most = 0;
    const { ids, asked } = await readAll(
      style,
      async (at) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        // Later pages respond sooner.
        for (let turns = 40 - Number(at) / 3; turns > 0; turns -= 1) await Promise.resolve();
        inFlight -= 1;
        return server(at);
      },
      { concurrency: 4 },
    );
    expect(ids).toEqual(rows);
    expect(most).toBe(4);
    expect(asked).toHaveLength(10);
  });

  test("plans anew if the service grants smaller pages than the first", async () => {
    const rows = numbered(60);
    const { ids } = await readAll("start", (at) => serve(() => rows, "start", at === 1 ? 10 : 7)(at), {
      concurrency: 3,
    });
    expect(ids).toEqual(rows);
  });

  test("asks for hardly more pages than one after the other if their sizes vary", async () => {
    const rows = numbered(500);
    const { asked, ids } = await readAll(
      "start",
      (at) => serve(() => rows, "start", 6 + (Number(at) % 5))(at),
      {
        concurrency: 8,
      },
    );
    expect(ids).toEqual(rows);
    expect(asked.length).toBeLessThan(150);
  });

  test("surfaces a failure at its own place and asks for nothing more", async () => {
    const rows = numbered(100);
    const server = serve(() => rows, "offset", 10);
    const asked: (number | string)[] = [];
    const read: Record<string, string[]> = { ids: [] };
    const plan: PageSource<Item, ReadPage<Item>> = {
      paging: pagingOf("offset"),
      start: { at: 0, rows: 0, total: null },
      concurrency: 3,
      endless,
      read: async (at) => {
        asked.push(at);
        if (at === 40) throw new Error("page 5 failed");
        return server(at);
      },
    };
    const reading = (async () => {
      for await (const { fresh } of iteratePages<Item, ReadPage<Item>>(plan, undefined))
        read["ids"]?.push(...fresh.map(({ id }) => id));
    })();
    await expect(reading).rejects.toThrow("page 5 failed");
    expect(read["ids"]).toEqual(rows.slice(0, 40));
    expect(Math.max(...asked.map(Number))).toBeLessThanOrEqual(60);
  });

  test("cancels what is in flight if the iteration is left", async () => {
    const rows = numbered(100);
    const signals: (AbortSignal | undefined)[] = [];
    const plan: PageSource<Item, ReadPage<Item>> = {
      paging: pagingOf("offset"),
      start: { at: 0, rows: 0, total: null },
      concurrency: 4,
      endless,
      read: (at, signal) => {
        signals.push(signal);
        return at === 0 || at === 10
          ? Promise.resolve(serve(() => rows, "offset", 10)(at))
          : new Promise(() => {});
      },
    };
    let pages = 0;
    for await (const _ of iteratePages<Item, ReadPage<Item>>(plan, undefined)) {
      pages += 1;
      if (pages === 2) break;
    }
    expect(signals.length).toBeGreaterThan(2);
    expect(signals.every((signal) => signal?.aborted)).toBe(true);
  });
});

describe("a listing whose end comes no nearer", () => {
  const invent = (total: (asked: number) => number | null) => {
    let asked = 0;
    return () => {
      asked += 1;
      return { items: [{ id: `a${asked}` }, { id: `b${asked}` }], total: total(asked) };
    };
  };

  test.each([
    ["grows by what is read", (asked: number) => 10 + 2 * asked],
    ["states no total", () => null],
  ])("ends with an error if it %s, without end", async (_, total) => {
    await expect(readAll("offset", invent(total))).rejects.toThrow("its end came no nearer in 10000 pages");
  });

  test("is read to its end if that moves away more slowly than it is read", async () => {
    const { asked } = await readAll(
      "offset",
      invent((page) => 24_000 + page),
    );
    expect(asked).toHaveLength(24_000);
  });
});

describe("a listing that its caller aborts", () => {
  test("before it begins asks for nothing", async () => {
    const reason = new Error("enough");
    await expect(
      readAll(
        "start",
        serve(() => [], "start", 1),
        { signal: AbortSignal.abort(reason) },
      ),
    ).rejects.toBe(reason);
  });

  test("in the middle passes the reason to what is in flight and keeps no listener", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const reading = readAll(
      "start",
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
          controller.abort(reason);
        }),
      { signal: controller.signal, concurrency: 2 },
    );
    await expect(reading).rejects.toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("one page after the other lends its caller's own signal to what is in flight", async () => {
    const { signal } = new AbortController();
    const lent: unknown[] = [];
    const read = (_: number | string, given: AbortSignal | undefined) => {
      lent.push(given);
      return { items: [], total: 0 };
    };
    await readAll("start", read, { signal });
    await readAll("start", read);
    expect(lent).toEqual([signal, undefined]);
  });

  test("may share a signal with many others without a warning", async () => {
    const controller = new AbortController();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on("warning", onWarning);
    const endless = () => new Promise<ReadPage<Item>>(() => {});
    const readings = Array.from({ length: 30 }, () =>
      readAll(
        "start",
        (_, signal) =>
          Promise.race([
            endless(),
            new Promise<never>((_resolve, reject) =>
              signal?.addEventListener("abort", () => reject(signal.reason)),
            ),
          ]),
        { signal: controller.signal, concurrency: 2 },
      ),
    );
    const settled = Promise.allSettled(readings);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort(new Error("enough"));
    await settled;
    await new Promise<void>((resolve) => setImmediate(resolve));
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });
});

describe("a page that is read by itself", () => {
  const first = (items: object[]) =>
    firstPage<object, ReadPage<object>>(
      pagingOf("offset"),
      { at: 0, rows: 0, total: null },
      { items, total: items.length + 1 },
    ).fresh;

  test("gives a record once that the service gave twice", () => {
    expect(first([{ id: "a" }, { id: "b" }, { id: "a", newer: true }])).toEqual([{ id: "a" }, { id: "b" }]);
  });

  test("gives every record that has no id", () => {
    expect(first([{}, { id: "a" }, {}, { id: null }])).toEqual([{}, { id: "a" }, {}, { id: null }]);
  });

  test("gives a list of its own", () => {
    const items = [{ id: "a" }, { id: "b" }];
    expect(first(items)).toEqual(items);
    expect(first(items)).not.toBe(items);
  });
});

describe("the memory of ids", () => {
  test("an id is new once, within the window", () => {
    const ids = new RecentIds(2);
    expect(["a", "a", "b", "c", "b", "a"].map((id) => ids.add(id))).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  test("an id that comes again stays longer than one that does not", () => {
    const ids = new RecentIds(2);
    for (const id of ["a", "b", "a", "c"]) ids.add(id);
    expect(ids.add("a")).toBe(false);
    expect(ids.add("b")).toBe(true);
  });

  test("an id can be a number", () => {
    const ids = new RecentIds(3);
    expect([1, 1, 2n, 2n, "1"].map((id) => ids.add(id))).toEqual([true, false, true, false, true]);
  });

  test("a record without an id is always new", () => {
    const ids = new RecentIds(2);
    expect([undefined, undefined, null, {}].map((id) => ids.add(id))).toEqual([true, true, true, true]);
  });
});
