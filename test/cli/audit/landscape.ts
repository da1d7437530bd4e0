import type { RunCounts } from "../../../src/audit/assessment.js";
import { type AuditRow, toRow } from "../../../src/cli/audit/row.js";
import { daily, dailyRuns, HOUR, type Made, made, NOW } from "./doubles.js";

/** So many targets as a company might have them: most are well, and of the others some of every kind. */
export function landscape(count: number): AuditRow[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at < 20 ? at % kinds.length : Math.min(at % 97, kinds.length - 1)];
    const result = made(kind?.(at) ?? well(at));
    return toRow(result, at, at % 97 === 2 ? "ok" : null);
  });
}

const groups = ["orders", "billing", "search", "analytics", "storage"];
const good = "succeeded" as const;
const bad = "failed" as const;

const over = (at: number) => ({
  group: groups[at % groups.length] ?? null,
  labels: { team: `team-${at % 7}`, tier: at % 3 === 0 ? "gold" : "silver" },
});

function well(at: number): Made {
  const states = Array.from({ length: 30 }, (_, day) =>
    (at + day) % 23 === 0 ? bad : day > 20 ? "expired" : good,
  );
  return {
    name: `${groups[at % groups.length]}-cache-${at}`,
    verdict: "ok",
    hours: 3 + (at % 20),
    reason: `the last good backup is ${3 + (at % 20)} h old, within its limit of 26h`,
    timeline: daily(states, 3 + (at % 20)),
    // Two of three have a schedule.
    ...(at % 3 > 0 && {
      schedule: "daily 01:00 UTC",
      runs: dailyRuns(
        states.slice(0, 14).map((state) => (state === bad ? "failed" : "ran")),
        3 + (at % 20),
      ),
    }),
    over: over(at),
  };
}

const hourly: RunCounts = {
  due: 26,
  missed: [],
  failed: [],
  latest: Array.from({ length: 60 }, (_, at) => ({
    due: new Date(NOW - (59 - at) * HOUR),
    outcome: at === 59 ? "open" : at === 58 ? "running" : at % 13 === 5 ? "missed" : "ran",
  })),
  next: new Date(NOW + HOUR),
};

/** One for each verdict, and one whose text is as long and as hostile as text can be. */
const kinds: readonly ((at: number) => Made)[] = [
  (at) => ({
    ...well(at),
    name: `orders-queue-${at}`,
    verdict: "stuck",
    hours: 36,
    reason: "a backup has been running for 11h, 5h past its limit; the last good backup is 36h old",
    timeline: daily(["running", ...Array<typeof good>(20).fill(good)], 11),
  }),
  (at) => ({
    ...well(at),
    name: `sessions-new-${at}`,
    verdict: "never",
    hours: null,
    reason: "there was never a good backup among 25; 25 failed",
    timeline: daily(Array<typeof bad>(25).fill(bad), 2),
    schedule: "daily 06:00 UTC",
    runs: dailyRuns(Array<typeof bad>(14).fill(bad), 2),
  }),
  (at) => ({
    ...well(at),
    name: `search-index-${at}`,
    verdict: "failing",
    hours: 75,
    reason: "the last good backup is 3d old, 2d1h past its limit; 3 have failed since",
    timeline: daily([bad, bad, bad, ...Array<typeof good>(20).fill(good)], 3),
    schedule: "daily 05:00 UTC",
    runs: dailyRuns([bad, bad, bad, ...Array<"ran">(11).fill("ran")], 3),
  }),
  (at) => ({
    ...well(at),
    name: `catalogue-${at}`,
    verdict: "late",
    hours: 51,
    reason: "the last good backup is 2d3h old, 25h past its limit",
    timeline: daily(Array<typeof good>(20).fill(good), 51),
  }),
  (at) => ({
    ...well(at),
    name: `ledger-${at}`,
    verdict: "not-checked",
    timeline: [],
    reason:
      "dcs ListBackupRecordsV1: 403 DCS.4003: The account may not do this. Give it the right to list backups. (request 0b1c)",
  }),
  (at) => ({
    ...well(at),
    name: `archive-${at}`,
    verdict: "unknown",
    hours: 60,
    reason: "the last good backup is 2d12h old, but the state of 3 backups is unknown",
    timeline: daily(["unknown", "skipped", "pending", good, good], 4),
  }),
  (at) => ({
    ...well(at),
    name: `payments-store-${at}`,
    verdict: "missed",
    hours: 51,
    reason:
      "the runs of Fri 2026-11-20 01:00Z, Sat 2026-11-21 01:00Z did not happen; 2 missed of 2 since the last audit; the last good backup is 2d3h old",
    schedule: "daily 01:00 UTC",
    runs: dailyRuns(["missed", "missed", "ran", "ran", "doubtful", "ran", "failed"]),
    timeline: daily([...Array<typeof good>(20).fill(good)], 51),
  }),
  (at) => ({
    ...well(at),
    name: `events-hourly-${at}`,
    verdict: "ok",
    schedule: "24 times from 00:00 to 23:00 UTC",
    runs: hourly,
    timeline: [...daily(["running"], 0.5), ...daily(Array<typeof good>(20).fill(good), 2)],
  }),
  (at) => ({
    ...well(at),
    name: `nobody-thought-of-${at}`,
    verdict: "unprotected",
    hours: null,
    reason: "no schedule: the instance has no backup policy; there is no backup at all",
    schedule: "no schedule: the instance has no backup policy",
    runs: null,
    timeline: [],
  }),
  (at) => ({
    ...well(at),
    name: `</script><img src=x onerror=alert(1)> ${"x".repeat(120)} 数据库备份 ${at}`,
    verdict: "late",
    hours: 24 * 40,
    reason: `"quoted" & <b>bold</b> ${"long ".repeat(60)}`,
  }),
  well,
];
