import { beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../src/cli/contract-diff/change.js";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import { wholeRound } from "../support/round.js";
import { matrix } from "./matrix.js";
import { contractOf, type Mutation } from "./mutations.js";

/** A row that shares no contract is a process of its own: `npm run test:whole` has the time for all of them. */
const single = matrix.filter((row) => row.alone === true);
const rows = matrix.filter((row) => wholeRound || row.alone !== true || single.indexOf(row) % 12 === 0);

/** Rows that can share a contract do, since each comparison is a process; no two of them touch the same place. */
function sharing(those: readonly Mutation[]): Mutation[][] {
  const batches: Mutation[][] = [];
  for (const row of those) {
    const fits = (batch: Mutation[]) =>
      batch.every((other) => other.alone !== true && other.service === row.service && !overlap(other, row));
    const batch = row.alone === true ? undefined : batches.find(fits);
    if (batch === undefined) batches.push([row]);
    else batch.push(row);
  }
  return batches;
}

function overlap(a: Mutation, b: Mutation): boolean {
  return touches(a, b.pointer ?? "") || touches(b, a.pointer ?? "");
}

function touches({ pointer = "" }: Mutation, place: string): boolean {
  return place === pointer || place.startsWith(`${pointer}/`);
}

describe("what may happen to the contracts, and the verdict", () => {
  const found = new Map<Mutation, readonly Change[]>();
  const unexpected: Change[] = [];

  beforeAll(async () => {
    const waiting = sharing(rows);
    const work = async () => {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
        const service = batch[0]?.service ?? "dcs";
        const [before, after] = [contractOf(service), contractOf(service)];
        for (const { edit } of batch) edit(after);
        const changes = await compareContracts(before, after);
        const mine = (row: Mutation, { pointer }: Change) => row.alone === true || touches(row, pointer);
        for (const row of batch)
          found.set(
            row,
            changes.filter((change) => mine(row, change)),
          );
        unexpected.push(...changes.filter((change) => !batch.some((row) => mine(row, change))));
      }
    };
    await Promise.all([work(), work()]);
  }, 60_000);

  test.each(rows.map((row) => [row.title, row.service, row] as const))("%s (%s)", (_, __, row) => {
    const changes = found.get(row) ?? [];
    expect(changes[0]?.rating).toBe(row.rating);
    if (row.rating === undefined) return;
    const same = changes.filter(({ rating }) => rating === row.rating);
    expect(same.map(({ pointer }) => pointer)).toContain(row.pointer);
    if (row.rule !== undefined) expect(same.map(({ rule }) => rule)).toContain(row.rule);
    for (const { message } of changes) expect(message).toMatch(/^[^\n]{5,}$/);
  });

  test("nothing else is reported, and nothing twice", () => {
    expect(unexpected).toEqual([]);
    for (const [{ title }, changes] of found) {
      const places = changes.map(({ pointer, message }) => `${pointer} ${message}`);
      expect(new Set(places).size, title).toBe(places.length);
    }
  });
});

test("a contract is no different from itself, and no process is needed to see it", async () => {
  const differ = () => Promise.reject(new Error("not needed"));
  for (const service of ["dcs", "vbs", "starrocks"] as const) {
    expect(await compareContracts(contractOf(service), contractOf(service), differ)).toEqual([]);
  }
});

test("the heaviest changes come first, each rating in the order of places", async () => {
  const [before, after] = [contractOf("vbs"), contractOf("vbs")];
  for (const { service, edit, alone } of matrix) if (service === "vbs" && alone !== true) edit(after);
  const changes = await compareContracts(before, after, () => Promise.resolve([]));
  const weight = { breaking: 0, additive: 1, documentation: 2 };
  const order = changes.map(({ rating, pointer }) => `${weight[rating]} ${pointer}`);
  expect(order.length).toBeGreaterThan(3);
  expect(order).toEqual([...order].sort());
});
