import fc from "fast-check";
import { expect, test } from "vitest";
import type { Job } from "../../src/cli/list/job.js";
import type { ListOptions } from "../../src/cli/list/options.js";
import { writeListing } from "../../src/cli/list/write-listing.js";
import { ndjsonWriter } from "../../src/cli/list/writers/json.js";
import { toBackupRecord } from "../../src/dcs/record.js";
import { dcs } from "../../src/dcs/service.js";
import { dcsRecord } from "../support/dcs-records.js";
import { output } from "./audit/doubles.js";
import { textTerminal } from "./support/text-terminal.js";

type Given = Pick<ListOptions, "max" | "resume" | "skip">;

interface Listing {
  readonly total: number;
  readonly pageSize: number;
  /** Every so many backups one is failed, and only those are wanted; 0 for all. */
  readonly failing: number;
}

const ids = ["one", "two"];

/** Lists both ids, from this one on, and returns the backups that were written and what was said. */
async function list({ total, pageSize, failing }: Listing, from: string, given: Given) {
  const { terminal, stdout, stderr } = textTerminal({}, ".", Buffer.alloc(0));
  const rest = ids.slice(ids.indexOf(from));
  async function* each() {
    yield* rest;
  }
  async function* pages(id = "", { cursor }: { readonly cursor?: string | undefined }) {
    for (let at = Number(cursor ?? 0); at < total || at === 0; at += pageSize) {
      const entries = Array.from({ length: Math.min(pageSize, total - at) }, (_, i) => {
        const state = failing > 0 && (at + i) % failing === 0 ? { status: "failed" } : {};
        const wire = dcsRecord(at + i, { backup_id: `${id}-${at + i}`, ...state });
        return { wire, record: toBackupRecord(wire) };
      });
      yield { entries, total, cursor: at + pageSize < total ? String(at + pageSize) : null };
    }
  }
  const job: Job = {
    source: { service: "dcs", operation: "List", newestFirst: false, pages },
    subjects: { option: "instance", given: rest, several: true, ids: each() },
    query: {
      ...{ from: undefined, to: undefined, latest: undefined, pageSize, api: "v2" },
      states: failing > 0 ? ["failed"] : undefined,
    },
    options: { api: "v2", headers: true, interval: 0, timeout: 0, attempts: 1, ...given },
    writer: ndjsonWriter({
      ...{ service: dcs, wire: false, csvRaw: false, utc: true, wide: false, headers: true },
      out: output(),
    }),
    terminal,
  };
  expect(await writeListing(job)).toBe(0);
  const written = stdout().split("\n").filter(Boolean);
  return { written: written.map((line): string => JSON.parse(line).id), said: stderr() };
}

test("a listing that stops again and again, and is resumed as it says, has each backup once", async () => {
  const listings = fc.record({
    total: fc.integer({ min: 0, max: 12 }),
    pageSize: fc.integer({ min: 1, max: 5 }),
    failing: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(listings, fc.integer({ min: 1, max: 7 }), async (listing, max) => {
      const whole = (await list(listing, "one", {})).written;
      const pieces: string[] = [];
      let from = "one";
      let given: Given = { max };
      for (;;) {
        const { written, said } = await list(listing, from, given);
        pieces.push(...written);
        const [, id, rest = ""] = /to go on: .*? --instance (one|two)(.*)/.exec(said) ?? [];
        if (id === undefined) break;
        expect(written).toHaveLength(max);
        from = id;
        const resume = / --resume (\S+)/.exec(rest)?.[1];
        const skip = / --skip (\d+)/.exec(rest)?.[1];
        given = { max, ...(resume && { resume }), ...(skip && { skip: Number(skip) }) };
      }
      expect(pieces).toEqual(whole);
    }),
  );
});
