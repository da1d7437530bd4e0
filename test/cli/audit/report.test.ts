import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { choose, haystackOf } from "../../../src/cli/audit/report/client/choose.js";
import { packData, type ReportRow, unpackData } from "../../../src/cli/audit/report/data.js";
import { reportPage } from "../../../src/cli/audit/report/page.js";
import { days, timelineSvg, usualSpan } from "../../../src/cli/audit/report/timeline.js";
import { worstFirst } from "../../../src/cli/audit/row.js";
import { audit, daily, HOUR, type Made, NOW, rows, whole } from "./doubles.js";

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

  test("has its data back as they were, the worst first", () => {
    const back = read(page);
    expect(back.map(({ status }) => status)).toEqual(["stuck", "failing", "late", "ok"]);
    expect(back[2]).toEqual({
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
    });
  });

  test.each([
    ["some are wrong", all, 0, '<h1 class="wrong">3 of 4 targets need attention</h1>'],
    ["one is fine", all.slice(0, 1), 0, '<h1 class="well">The one target is backed up as intended</h1>'],
    ["it was ended early", all.slice(0, 1), 8, '<h1 class="wrong">1 of 9 targets were checked</h1>'],
    [
      "it was ended early, and some are wrong",
      all,
      5,
      '<h1 class="wrong">4 of 9 targets were checked; 3 of 4 targets need attention</h1>',
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

  test("of 10,000 targets with thirty backups each stays below 12 MB", () => {
    const timeline = daily(Array.from({ length: 30 }, () => "succeeded"));
    const many = rows(
      ...Array.from({ length: 1000 }, (_, at): Made => ({ name: `instance-${at}`, verdict: "ok", timeline })),
    );
    const { length } = JSON.stringify(packData(audit(many), many));
    expect(length * 10).toBeLessThan(12_000_000);
  });
});

describe("a timeline", () => {
  const ended = NOW / 1000;
  const week = { from: ended - 7 * 86_400, to: ended };
  const [stuck, failing, late, ok] = unpackData(packData(audit(all), worstFirst(all))).rows;
  const svg = (row: ReportRow | undefined) => (row ? timelineSvg(row, week) : "");

  test("has a shape for each kind of backup, and the time in which a good one was due", () => {
    expect(svg(ok)).toMatch(/class="good".*class="failed"/);
    expect(svg(ok)).not.toContain('class="missing"');
    expect(svg(stuck)).toMatch(/class="good".*class="running"/);
    expect(svg(failing)).toContain('class="missing"');
    // 60 h old and 26 h allowed: 34 h of seven days are missing.
    expect(svg(late)).toContain(`class="missing" x="${Math.round((1 - 34 / 168) * 6000) / 10}"`);
  });

  test("says the same in words", () => {
    expect(svg(ok)).toContain(
      'aria-label="The last 7 days: 2 succeeded, 1 failed; last good one 2026-11-20 12:00 UTC, 20 h before"',
    );
  });

  test("draws nothing outside of itself, whatever the times", () => {
    const marks = [-1e12, 0, week.from - 1, week.to + 1e9, 1e12].map(
      (at) => [at, at + 5, 0, null, 0] as const,
    );
    const drawn = ok ? timelineSvg({ ...ok, marks }, week) : "";
    for (const [, number] of drawn.matchAll(/[MhVH](-?\d+(?:\.\d+)?)/g)) {
      expect(Math.abs(Number(number))).toBeLessThanOrEqual(600);
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

describe("the page's choice", () => {
  const data = read(page);
  const choice = { words: [], group: null, verdicts: new Set<never>(), sort: "worst" };
  const names = (more: object) =>
    choose(data, data.map(haystackOf), { ...choice, ...more }).map((at) => data[at]?.name.slice(0, 4));

  test("finds by words, group and verdicts, and sorts", () => {
    expect(names({})).toEqual(["hung", "</sc", "old", "good"]);
    expect(names({ words: ["instance", "old"] })).toEqual(["old"]);
    expect(names({ group: "shop" })).toEqual(["good"]);
    expect(names({ verdicts: new Set(["late", "ok"]) })).toEqual(["old", "good"]);
    expect(names({ sort: "name" })).toEqual(["</sc", "good", "hung", "old"]);
    expect(names({ sort: "age" })).toEqual(["old", "hung", "</sc", "good"]);
  });
});
