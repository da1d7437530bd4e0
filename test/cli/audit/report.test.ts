import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { choose, haystackOf } from "../../../src/cli/audit/report/client/choose.js";
import { packData, type ReportRow, runOutcomes, unpackData } from "../../../src/cli/audit/report/data.js";
import { reportPage } from "../../../src/cli/audit/report/page.js";
import { backupsHtml } from "../../../src/cli/audit/report/row.js";
import { days, timelineSvg, usualSpan } from "../../../src/cli/audit/report/timeline.js";
import { worstFirst } from "../../../src/cli/audit/row.js";
import { audit, daily, dailyRuns, HOUR, type Made, NOW, rows, whole } from "./doubles.js";

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&<!--`;

const made: readonly Made[] = [
  {
    name: "good",
    verdict: "ok",
    timeline: daily(["succeeded", "succeeded", "failed"]),
    over: { group: "shop" },
  },
  {
    name: HOSTILE,
    verdict: "failing",
    hours: 40,
    reason: HOSTILE,
    timeline: daily(["failed"]),
    over: { group: HOSTILE },
  },
  { name: "hung", verdict: "stuck", hours: 40, timeline: daily(["running", "succeeded"]) },
  { name: "old", verdict: "late", hours: 60, timeline: daily(["succeeded"], 60), previous: "ok" },
  {
    name: "planned",
    verdict: "missed",
    timeline: daily(["succeeded"], 50),
    schedule: "daily 01:00 UTC & <b>",
    runs: dailyRuns(["missed", "failed", "ran", "running", "doubtful", "open"]),
  },
  {
    name: "bare",
    verdict: "unprotected",
    hours: null,
    schedule: "no schedule: there is no policy",
  },
];
const all = rows(...made);
const page = whole(reportPage(audit(all)));

function read(html: string): ReportRow[] {
  const json = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  return [...unpackData(JSON.parse(json)).rows];
}

describe("the report", () => {
  test("allows its own script and style by their hashes, and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const sha = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(style.length).toBeGreaterThan(1000);
    expect(script.length).toBeGreaterThan(1000);
    expect(policy).toBe(
      `default-src 'none'; style-src ${sha(style)}; script-src ${sha(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ style="|\son\w+="|https?:\/\/|src=(?!x )/);
  });

  test("lets no name out of its place", () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toContain("<img");
    expect(read(page).map(({ name }) => name)).toContain(HOSTILE);
  });

  test("has its data back as they were, what nothing protects first and then the worst", () => {
    const back = read(page);
    expect(back.map(({ status }) => status)).toEqual([
      "unprotected",
      "stuck",
      "failing",
      "missed",
      "late",
      "ok",
    ]);
    const due = (days: number) => (NOW - (7 + 24 * days) * HOUR) / 1000;
    expect(back[3]).toMatchObject({
      schedule: "daily 01:00 UTC & <b>",
      runs: (["open", "doubtful", "running", "ran", "failed", "missed"] as const).map((outcome, at) => [
        due(5 - at),
        runOutcomes.indexOf(outcome),
      ]),
      next: (NOW + 17 * HOUR) / 1000,
    });
    expect(back[4]).toEqual({
      name: "old",
      group: "",
      service: "dcs",
      resource: "instance old",
      labels: "",
      status: "late",
      previous: "ok",
      reason: "as it is",
      good: (NOW - 60 * HOUR) / 1000,
      age: 60 * 3600,
      most: 26 * 3600,
      marks: [[(NOW - 60 * HOUR) / 1000, (NOW - 59 * HOUR) / 1000, 0, 1e9, 0]],
      schedule: "",
      runs: [],
      next: null,
    });
  });

  test.each([
    [
      "some are wrong",
      all,
      0,
      '<h1 class="wrong">5 of 6 targets need attention</h1><p class="bare">Nothing protects 1 of them.</p>',
    ],
    ["one is fine", all.slice(0, 1), 0, '<h1 class="well">The one target is backed up as intended</h1>'],
    ["it was ended early", all.slice(0, 1), 8, '<h1 class="wrong">1 of 9 targets were checked</h1>'],
    [
      "it was ended early, and some are wrong",
      all.slice(0, 4),
      5,
      '<h1 class="wrong">4 of 9 targets were checked; 3 of 4 targets need attention</h1><p>',
    ],
    ["it was ended at once", [], 9, '<h1 class="wrong">0 of 9 targets were checked</h1>'],
    ["there is no target", [], 0, '<h1 class="wrong">0 of 0 targets were checked</h1>'],
  ])("says on top what the audit came to: %s", (_, rows, left, headline) => {
    const html = whole(reportPage(audit(rows, left)));
    expect(html).toContain(headline);
    expect(html.includes("The audit was ended early.")).toBe(left > 0);
    expect(read(html)).toHaveLength(rows.length + left);
  });

  test("shows the worst without a script, and says of how many", () => {
    const many = rows(
      ...Array.from({ length: 1500 }, (_, at): Made => ({ name: `t${at}`, verdict: at < 3 ? "late" : "ok" })),
    );
    const html = whole(reportPage(audit(many)));
    expect(html.match(/aria-rowindex="\d+"><td/g)).toHaveLength(400);
    expect(html).toMatch(/<tr role="row" class="row late"[\s\S]*<tr role="row" class="row ok"/);
    expect(html).toContain("<noscript><p>These are the 400 worst of 1\u202F500 targets");
  });

  test("of 10,000 targets with thirty backups and fourteen runs each stays below 14 MB", () => {
    const timeline = daily(Array.from({ length: 30 }, () => "succeeded"));
    const many = rows(
      ...Array.from(
        { length: 1000 },
        (_, at): Made => ({
          name: `instance-${at}`,
          verdict: "ok",
          timeline,
          schedule: "daily 01:00 UTC",
          runs: dailyRuns(Array<"ran">(14).fill("ran")),
        }),
      ),
    );
    const { length } = JSON.stringify(packData(audit(many), many));
    expect(length * 10).toBeLessThan(14_000_000);
  });
});

describe("a timeline", () => {
  const ended = NOW / 1000;
  const week = { from: ended - 7 * 86_400, to: ended };
  const [stuck, failing, planned, late, bare, ok] = unpackData(packData(audit(all), worstFirst(all))).rows;
  const svg = (row: ReportRow | undefined) => (row ? timelineSvg(row, week) : "");

  test("has a shape for each kind of backup, and the time in which a good one was due", () => {
    expect(svg(ok)).toMatch(/class="good".*class="failed"/);
    expect(svg(ok)).not.toContain('class="missing"');
    expect(svg(stuck)).toMatch(/class="good".*class="running"/);
    expect(svg(failing)).toContain('class="missing"');
    // 2d12h old and 26h allowed: 34h of seven days are missing.
    expect(svg(late)).toContain(`class="missing" x="${Math.round((1 - 34 / 168) * 5760) / 10}"`);
  });

  test("says the same in words", () => {
    expect(svg(ok)).toContain(
      'aria-label="The last 7 days: 2 succeeded, 1 failed; last good one 2026-11-20 12:00 UTC, 20h before"',
    );
  });

  test("has a line of the runs that were due, each at its time, and the next one after now", () => {
    const shapes = (row: ReportRow | undefined) =>
      [...svg(row).matchAll(/class="run (\w+)" d="M([\d.]+)/g)].map(([, outcome, x]) => [outcome, Number(x)]);
    const at = (days: number, left = 4) => Math.round(10 * (576 * (1 - (7 + 24 * days) / 168) - left)) / 10;
    expect(shapes(planned)).toEqual([
      ["ran", at(2)],
      ["failed", at(1)],
      ["missed", at(0)],
      ["running", at(3)],
      ["open", at(5)],
      ["doubtful", at(4)],
      ["open", 584],
    ]);
    expect(svg(planned)).toContain(
      "; due runs: 1 done, 1 failed, 1 missed, 1 running, 1 not yet begun, 1 not known; next due 2026-11-22 01:00 UTC",
    );
    for (const row of [late, bare]) {
      expect(shapes(row)).toEqual([]);
      expect(svg(row)).not.toContain("due");
    }
  });

  test("leaves out runs from before it, and makes those narrow that are close together", () => {
    if (planned === undefined) throw new Error("no row");
    const short = { from: ended - 2 * 86_400, to: ended };
    expect(timelineSvg(planned, short)).toContain("due runs: 1 failed, 1 missed; ");
    const runs = Array.from({ length: 60 }, (_, hour) => [ended - (60 - hour) * 3600, 0] as const);
    const drawn = timelineSvg({ ...planned, runs, next: null }, week);
    const [, wide] = /class="run ran" d="M[\d.]+ 36h([\d.]+)/.exec(drawn) ?? [];
    expect(Number(wide)).toBeCloseTo((0.7 * 576) / 168, 0);
    expect(drawn).not.toContain("run open");
  });

  test("draws nothing outside of itself, whatever the times", () => {
    const marks = [-1e12, 0, week.from - 1, week.to + 1e9, 1e12].map(
      (at) => [at, at + 5, 0, null, 0] as const,
    );
    const runs = [week.from, ended].flatMap((at) => [0, 1, 2].map((outcome) => [at, outcome] as const));
    const drawn = ok ? timelineSvg({ ...ok, marks, schedule: "s", runs, next: 1e12 }, week) : "";
    for (const [, number] of drawn.matchAll(/[MhVH](-?\d+(?:\.\d+)?)/g)) {
      expect(Number(number)).toBeGreaterThanOrEqual(-10);
      expect(Number(number)).toBeLessThanOrEqual(600);
    }
  });

  test("stays light however many backups there are", () => {
    const marks = Array.from(
      { length: 60 },
      (_, at) => [ended - at * 7200, ended - at * 7200 + 60, at % 5, 1, 0] as const,
    );
    expect(
      (ok ? timelineSvg({ ...ok, marks }, week) : "").match(/<(path|rect)/g)?.length,
    ).toBeLessThanOrEqual(7);
  });

  test("begins where the objectives make it worth it", () => {
    const of = (hours: number) => (ok ? usualSpan([{ ...ok, most: hours * 3600 }]) : 0);
    expect([of(1), of(26), of(50), of(170)]).toEqual([2, 7, 14, 90]);
    expect(usualSpan([])).toBe(7);
    expect(days(week)).toHaveLength(7);
  });
});

describe("an opened target", () => {
  const data = read(page);
  const html = (name: string) => {
    const row = data.find((one) => one.name === name);
    return row ? backupsHtml(row, { texts: [""] }) : "";
  };

  test("lists the next run and those that were due, newest first, with its schedule", () => {
    const list = html("planned");
    expect(list).toContain("<caption>Due: daily 01:00 UTC &amp; &lt;b&gt;</caption>");
    const cells = [...list.matchAll(/<td>(2026[^<]*)<\/td><td>([a-z ]+)<\/td><\/tr>/g)];
    expect(cells.map(([, due, words]) => `${due} ${words}`)).toEqual([
      "2026-11-22 01:00 not yet due",
      "2026-11-21 01:00 missed",
      "2026-11-20 01:00 failed",
      "2026-11-19 01:00 done",
      "2026-11-18 01:00 running",
      "2026-11-17 01:00 not known",
      "2026-11-16 01:00 not yet begun",
    ]);
  });

  test("says its schedule where no run is due, and nothing where nobody said", () => {
    expect(html("bare")).toContain("<p>No backup is known.</p><p>no schedule: there is no policy</p>");
    expect(html("old")).not.toContain("Due");
  });
});

describe("the page's choice", () => {
  const data = read(page);
  const choice = { words: [], group: null, verdicts: new Set<never>(), sort: "worst" };
  const names = (more: object) =>
    choose(data, data.map(haystackOf), { ...choice, ...more }).map((at) => data[at]?.name.slice(0, 4));

  test("finds by words, group and verdicts, and sorts", () => {
    expect(names({})).toEqual(["bare", "hung", "</sc", "plan", "old", "good"]);
    expect(names({ words: ["01:00"] })).toEqual(["plan"]);
    expect(names({ words: ["instance", "old"] })).toEqual(["old"]);
    expect(names({ group: "shop" })).toEqual(["good"]);
    expect(names({ verdicts: new Set(["late", "ok"]) })).toEqual(["old", "good"]);
    expect(names({ sort: "name" })).toEqual(["</sc", "bare", "good", "hung", "old", "plan"]);
    expect(names({ sort: "age" })).toEqual(["bare", "old", "hung", "</sc", "plan", "good"]);
  });
});
