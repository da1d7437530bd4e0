import { describe, expect, onTestFinished, test } from "vitest";
import { type BackupRecord, createDcsClient, latestGood, token, waitUntil } from "../../src/index.js";
import { dcsBackup, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

/** A listing of DCS from a server, which gives the next of these lists with each request. */
async function listingOf(...lists: (readonly object[])[]) {
  let asked = 0;
  const mock = await startMock({
    services: ["dcs"],
    backups: { dcs: () => lists[Math.min(asked++, lists.length - 1)] ?? [] },
  });
  onTestFinished(() => mock.stop());
  const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
  return { listing: dcs.listBackupRecords({ instance_id: "i" }), requests: mock.requests };
}

describe("latestGood", () => {
  test("finds the latest that succeeded, in whatever order they come", async () => {
    const { listing } = await listingOf([
      dcsBackup({ id: "early", startedAt: at(1) }),
      dcsBackup({ id: "late", startedAt: at(5) }),
      dcsBackup({ id: "middle", startedAt: at(3) }),
      dcsBackup({ id: "failed", startedAt: at(7), state: "failed" }),
      dcsBackup({ id: "expired", startedAt: at(8), state: "expired" }),
    ]);
    expect(await latestGood(listing)).toMatchObject({ id: "late", source: { backup_id: "late" } });
    expect(await latestGood(listing, ({ id }) => id !== "late")).toMatchObject({ id: "middle" });
  });

  test("is null if none succeeded", async () => {
    const { listing } = await listingOf([dcsBackup({ state: "failed" })]);
    expect(await latestGood(listing)).toBeNull();
  });

  test("puts a backup by its beginning or creation if it has no end, and first of all if it has no time", async () => {
    const none = { state: "succeeded", finishedAt: null, startedAt: null, createdAt: null } as const;
    const records = [
      { ...none, id: "timeless" },
      { ...none, id: "begun", startedAt: at(2) },
      { ...none, id: "created", createdAt: at(3) },
      { ...none, id: "timeless too" },
    ] as unknown as BackupRecord[];
    const listing = (some: BackupRecord[]) => ({
      records: () => ({
        async *[Symbol.asyncIterator]() {
          yield* some;
        },
        toArray: async () => some,
      }),
    });
    expect(await latestGood(listing(records))).toMatchObject({ id: "created" });
    expect(await latestGood(listing(records.slice(0, 2)))).toMatchObject({ id: "begun" });
    expect(await latestGood(listing(records.slice(0, 1)))).toMatchObject({ id: "timeless" });
  });
});

describe("waitUntil", () => {
  const running = dcsBackup({ id: "b", state: "running" });
  const ended = ({ state }: BackupRecord) => state === "succeeded";

  test("lists again after `every` until a backup is as wanted", async () => {
    const clock = fakeClock();
    const { listing, requests } = await listingOf([], [running], [dcsBackup({ id: "b" })]);
    const found = waitUntil(listing, ended, { every: 30_000, clock });
    while (clock.asked.length < 1) await new Promise(setImmediate);
    expect([clock.asked, requests.length]).toEqual([[30_000], 1]);
    await clock.advance(30_000);
    while (clock.asked.length < 2) await new Promise(setImmediate);
    await clock.advance(29_999);
    expect(requests).toHaveLength(2);
    await clock.advance(1);
    expect(await found).toMatchObject({ id: "b", state: "succeeded" });
    expect(requests).toHaveLength(3);
  });

  test("ends with the signal's reason, between listings and before the first", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const { signal } = controller;
    const { listing, requests } = await listingOf([running]);
    const found = waitUntil(listing, ended, { every: 1000, clock, signal });
    while (clock.asked.length < 1) await new Promise(setImmediate);
    controller.abort(new Error("enough"));
    await expect(found).rejects.toThrow("enough");
    expect(clock.pending).toEqual([]);
    await expect(waitUntil(listing, ended, { every: 1000, clock, signal })).rejects.toThrow("enough");
    expect(requests).toHaveLength(1);
  });

  test("rejects with the error of the listing", async () => {
    const mock = await startMock({ services: ["dcs"] });
    onTestFinished(() => mock.stop());
    const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
    const found = waitUntil(dcs.listBackupRecords({ instance_id: "missing-i" }), ended, { every: 1000 });
    await expect(found).rejects.toThrow("DCS.3022");
  });

  test.each<[object, string]>([
    [{}, "every must be from 1 to 2147483647 milliseconds, not undefined"],
    [{ every: 0 }, "every must be from 1"],
    [{ every: Number.NaN }, "every must be from 1"],
    [{ every: 2 ** 31 }, "every must be from 1"],
    [{ every: 1, often: true }, "there is no waitUntil option often"],
  ])("refuses %o", async (options, message) => {
    const { listing, requests } = await listingOf([running]);
    await expect(waitUntil(listing, ended, options as { every: number })).rejects.toThrow(message);
    expect(requests).toHaveLength(0);
  });
});
