import { type RawRequest, reply, sendAndStall } from "../../support/fault-server.js";
import type { Fault, Stage } from "../fault.js";

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `r${i + 1}`);

/** JSON can hold numbers that JavaScript reads as Infinity. */
const boundless = (page: string) => page.replace("77", "1e999");

/** Records that say more than their ids. */
const alike = (page: string) => page.replaceAll('"}', '","note":"the same"}');

/** A service whose records change after each response. */
const living = ({ wire }: Stage, change: (rows: string[], count: number) => string[]) => {
  let rows = numbered(5);
  return (request: RawRequest, count: number) => {
    const skipped = wire.skipped(request);
    const page = reply(200, wire.page(rows.slice(skipped, skipped + 2), rows.length));
    rows = change(rows, count);
    return page;
  };
};

/** Servers that page in ways that no source page foresees. */
export const listingFaults: readonly Fault[] = [
  {
    behaviour: "every page is the first one",
    serve: ({ wire }) => [reply(200, wire.page(["a", "b"], 6))],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "the total is far too high",
    serve: ({ wire }) => [reply(200, wire.page(["a", "b"], 1e6)), reply(200, wire.page([], 1e6))],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "the total grows once, and every page is the first one",
    serve: ({ wire }) => [reply(200, wire.page(["a", "b"], 6)), reply(200, wire.page(["a", "b"], 1e9))],
    outcome: { returns: ["a", "b"], requests: { atMost: 20 } },
  },
  {
    behaviour: "the total is another one with every page, and every page is the first one",
    serve:
      ({ wire }) =>
      (_request, count) =>
        reply(200, wire.page(["a", "b"], 1e6 + 10 ** (count % 9))),
    outcome: { returns: ["a", "b"], requests: { atMost: 80 } },
  },
  {
    behaviour: "every page is the first one, under new ids, without end",
    serve:
      ({ wire }) =>
      (_request, count) =>
        reply(200, alike(wire.page([`r${count}`, `r${count}b`], 1e9))),
    outcome: {
      error: "ContractError",
      says: /repeats the same page again and again/,
      requests: { atMost: 120 },
      // A hundred pages take seconds on a busy machine.
      withinMs: 10_000,
    },
  },
  {
    behaviour: "a page has more records than any contract allows",
    serve: ({ wire }) => [reply(200, wire.page(["a"]).replace(/\[.*\]/, `[${"{},".repeat(1e5)}{}]`))],
    outcome: { error: "ContractError", says: /more than 100000 records/, requests: 1 },
  },
  {
    behaviour: "the total is beyond all numbers",
    serve: ({ wire }) => [
      reply(200, boundless(wire.page(["a", "b"], 77))),
      reply(200, boundless(wire.page(["c"], 77))),
      reply(200, boundless(wire.page([], 77))),
    ],
    outcome: { returns: ["a", "b", "c"], requests: 3 },
  },
  {
    behaviour: "the total is beyond all numbers, and every page is the first one",
    serve: ({ wire }) => [reply(200, boundless(wire.page(["a", "b"], 77)))],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "the total is negative",
    serve: ({ wire }) => [
      reply(200, wire.page(["a", "b"], -1)),
      reply(200, wire.page(["c"], -1)),
      reply(200, wire.page([], -1)),
    ],
    outcome: { returns: ["a", "b", "c"], requests: 3 },
  },
  {
    behaviour: "an empty page stands before the end",
    serve: ({ wire }) => [reply(200, wire.page(["a", "b"], 5)), reply(200, wire.page([], 5))],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "a record goes while the listing is read, so that its total shrinks",
    serve: (stage) => living(stage, (rows, count) => (count === 1 ? rows.slice(1) : rows)),
    outcome: { returns: numbered(5), requests: { atMost: 5 } },
  },
  {
    behaviour: "a record comes while the listing is read, so that its total grows",
    serve: (stage) => living(stage, (rows, count) => (count === 1 ? ["r0", ...rows] : rows)),
    outcome: { returns: numbered(5), requests: { atMost: 4 } },
  },
  {
    behaviour: "the listing grows for ever, and ten records are wanted",
    serve:
      ({ wire }) =>
      (request) => {
        const skipped = wire.skipped(request);
        return reply(200, wire.page([`r${skipped}`, `r${skipped + 1}`], skipped + 99));
      },
    ask: async ({ list, wire }) => (await list().toArray({ max: 10 })).map(wire.idOf),
    outcome: { returns: Array.from({ length: 10 }, (_, i) => `r${i}`), requests: 5 },
  },
  {
    behaviour: "the second page fails, and the listing is resumed later",
    serve: ({ wire }) => {
      const second = reply(200, wire.page(["c"], 3));
      return [reply(200, wire.page(["a", "b"], 3)), reply(503), reply(503), reply(503), second];
    },
    ask: async ({ list, ids, wire }) => {
      const seen: unknown[] = [];
      let cursor = "";
      try {
        for await (const page of list().pages()) {
          seen.push(...page.items.map(wire.idOf));
          cursor = page.cursor ?? "";
        }
      } catch (error) {
        seen.push(error instanceof Error && error.name);
      }
      return [...seen, ...(await ids(list({ cursor })))];
    },
    outcome: { returns: ["a", "b", "ServerError", "c"], requests: 5 },
  },
  {
    behaviour: "a page fails for good while two others are in flight and stall",
    serve:
      ({ wire }) =>
      (request) => {
        const skipped = wire.skipped(request);
        if (skipped === 0) return reply(200, wire.page(["a", "b"], 99));
        return skipped === 2 ? reply(404, wire.error("X.1", "gone")) : sendAndStall();
      },
    ask: ({ list, ids }) => ids(list({ concurrency: 3 })),
    outcome: { error: "NotFoundError", requests: { atMost: 4 } },
  },
  {
    behaviour: "the reader leaves while pages ahead are in flight and stall",
    serve:
      ({ wire }) =>
      (request) =>
        wire.skipped(request) === 0 ? reply(200, wire.page(["a", "b"], 99)) : sendAndStall(),
    ask: async ({ list, wire }) => {
      for await (const record of list({ concurrency: 3 })) return wire.idOf(record);
      return "nothing";
    },
    outcome: { returns: "a", requests: { atMost: 4 } },
  },
];
