import { describe, expect, test } from "vitest";
import { defaultObjective } from "../../src/audit/index.js";
import { readSubject, type Subject } from "../../src/audit/read.js";
import type { BackupRecord } from "../../src/records/record.js";
import { backup, DAY, HOUR, NOW } from "./records.js";

const limits = { lookBack: 400 * DAY, maxPages: 50 };

/** A subject of a service with periods that returns records in no order, so many to a page. */
function periods(records: readonly BackupRecord[], size: number) {
  const asked: { from: number | null; to: number | null }[] = [];
  let pages = 0;
  const subject: Subject = {
    id: "i",
    service: { filtersPeriod: true, auditPageSize: size },
    source: {
      operation: "ListBackups",
      async *pages(_, { from, to }) {
        asked.push({ from: from?.getTime() ?? null, to: to?.getTime() ?? null });
        const inside = records.filter(({ createdAt }) => {
          const time = Number(createdAt);
          return (from === undefined || time >= from.getTime()) && (to === undefined || time <= to.getTime());
        });
        for (let at = 0; at === 0 || at < inside.length; at += size) {
          pages += 1;
          const entries = inside.slice(at, at + size).map((record) => ({ wire: null, record }));
          yield { entries, cursor: at + size >= inside.length ? null : String(at), total: null };
        }
      },
    },
  };
  return { subject, asked, pages: () => pages };
}

const days = (count: number, state: BackupRecord["state"], first = 0) =>
  Array.from({ length: count }, (_, day) => backup(state, 1 + (first + day) * 24));

describe("a source with periods, in no order", () => {
  test("is read whole as far as the last good backup lies, wherever it stands", async () => {
    // The good one comes last in every answer, among 300 failures.
    const records = [
      ...days(300, "failed"),
      backup("succeeded", 200 * 24 + 3),
      backup("succeeded", 350 * 24),
    ];
    for (const all of [records, records.toReversed()]) {
      const { subject } = periods(all, 20);
      const { assessment } = await readSubject(subject, defaultObjective, NOW, limits, {});
      expect(assessment).toMatchObject({ verdict: "failing", failuresSince: 201 });
      expect(assessment.age).toBe((200 * 24 + 3) * HOUR - 300_000);
    }
  });

  test("is not read beyond the first page of a week where that is all there is", async () => {
    const { subject, asked, pages } = periods(days(100, "succeeded"), 10);
    const { assessment } = await readSubject(subject, defaultObjective, NOW, limits, {});
    expect(assessment.verdict).toBe("ok");
    expect(asked).toEqual([{ from: NOW - 7 * defaultObjective.maxAge, to: null }]);
    expect(pages()).toBe(1);
  });

  test("is read to the end if none of the good ones that it shows is left", async () => {
    const expired = days(100, "expired");
    const good = backup("succeeded", 300 * 24);
    for (const [records, goodLeft] of [
      [expired, 0],
      [[...expired, good], 1],
    ] as const) {
      const { assessment } = await readSubject(
        periods(records, 10).subject,
        defaultObjective,
        NOW,
        limits,
        {},
      );
      expect(assessment).toMatchObject({ verdict: "ok", goodLeft });
    }
  });

  test("is asked at once for the deciding period where that is the longer one", async () => {
    const { subject, asked } = periods(days(100, "succeeded"), 10);
    const objective = { ...defaultObjective, maxAge: 2 * HOUR };
    await readSubject(subject, objective, NOW, limits, {});
    expect(asked).toEqual([{ from: NOW - 26 * HOUR, to: null }]);
  });

  test("has its deciding period as long as a backup may run", async () => {
    const { subject } = periods([backup("running", 60), ...days(90, "succeeded")], 1);
    const objective = { ...defaultObjective, maxDuration: 50 * HOUR };
    const { assessment } = await readSubject(subject, objective, NOW, limits, {});
    expect(assessment.verdict).toBe("stuck");
  });

  test("reaches a verdict from any listing that fewer pages do not change", async () => {
    const all = [...days(3, "failed"), ...days(60, "succeeded", 3)];
    const verdicts = await Promise.all(
      [1, 7, 100].map(async (size) => {
        const { subject } = periods(all, size);
        return (await readSubject(subject, defaultObjective, NOW, { ...limits, maxPages: 500 }, {}))
          .assessment;
      }),
    );
    for (const { verdict, reason, lastGoodAt, failuresSince } of verdicts) {
      expect({ verdict, reason, lastGoodAt, failuresSince }).toEqual({
        verdict: "failing",
        reason: "the last good backup is 3d old, 46h55m past its limit; 3 have failed since",
        lastGoodAt: new Date(NOW - 73 * HOUR + 300_000),
        failuresSince: 3,
      });
    }
  });
});

describe("a source in order", () => {
  interface SortedPage {
    readonly records: readonly BackupRecord[];
    readonly last: boolean;
  }
  const sorted = (pages: readonly SortedPage[]): Subject => ({
    id: "i",
    service: { filtersPeriod: false, auditPageSize: 10 },
    source: {
      operation: "ListBackups",
      async *pages() {
        for (const { records, last } of pages) {
          const entries = records.map((record) => ({ wire: null, record }));
          yield { entries, cursor: last ? null : "next", total: null };
        }
      },
    },
  });

  test("is reckoned by the creations that it states", async () => {
    const page = { records: [backup("succeeded", null), backup("failed", 3)], last: false };
    const older = { records: [backup("succeeded", 90)], last: false };
    const never = { records: [backup("succeeded", 1)], last: true };
    const { records } = await readSubject(
      sorted([
        page,
        { ...page, records: [backup("failed", 4, { createdAt: new Date(Number.NaN) })] },
        older,
        never,
      ]),
      defaultObjective,
      NOW,
      limits,
      {},
    );
    expect(records).toHaveLength(4);
  });

  test("that answers nothing leaves nothing known", async () => {
    const { assessment } = await readSubject(sorted([]), defaultObjective, NOW, limits, {});
    expect(assessment.verdict).toBe("unknown");
  });
});
