import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { jsonWriter, ndjsonWriter } from "../../../src/cli/audit/writers/json.js";
import { junitWriter } from "../../../src/cli/audit/writers/junit.js";
import { tableWriter } from "../../../src/cli/audit/writers/table.js";
import { createStyle } from "../../../src/cli/style.js";
import { runsOf } from "../../support/round.js";
import { audit, NOW, output, rows, whole } from "./doubles.js";

const some = rows(
  { name: "good", verdict: "ok", over: { group: "shop" } },
  {
    name: "old",
    verdict: "late",
    hours: 50,
    reason: "the last good backup is 2d2h old",
    over: { group: "shop" },
  },
  { name: "gone", verdict: "not-checked", reason: "403 DCS.4003: no" },
  { name: "hung", verdict: "stuck", hours: null, reason: "a backup has been running for 11h" },
);

describe("the table", () => {
  const text = (columns?: number, all = some) =>
    whole(tableWriter({ out: output(columns), toFile: false, utc: true }).end(audit(all)));

  test("has the worst first, and nothing cut where nobody looks", () => {
    expect(text()).toMatchInlineSnapshot(`
      "VERDICT      TARGET  GROUP  LAST GOOD           AGE  REASON
      stuck        hung                                    a backup has been running for 11h
      late         old     shop   2026-11-19 06:00Z  2d2h  the last good backup is 2d2h old
      not-checked  gone                                    403 DCS.4003: no
      ok           good    shop   2026-11-20 12:00Z   20h  as it is
      "
    `);
  });

  test.each([40, 60, 80, 100, 200])("fits into a terminal of %i columns", (columns) => {
    const long = rows(
      {
        name: "a-name-of-a-target-that-is-longer-than-any-column-may-be",
        verdict: "late",
        reason: "x".repeat(300),
      },
      { name: "数据库备份", verdict: "failing", reason: "原因".repeat(80) },
    );
    for (const line of text(columns, long).split("\n"))
      expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(text(columns, long)).toContain("…");
    expect(text(columns, long).replaceAll(/[^x]/g, "").length).toBeGreaterThanOrEqual(300);
  });

  test.each([80, 120, 200])(
    "cuts no reason that asks for something in %i columns, and repeats no id",
    (columns) => {
      const refused = rows(
        {
          name: "archive",
          verdict: "not-checked",
          over: { resource: { type: "instance", id: "forbidden-archive" } },
          reason: `instance forbidden-archive: dcs ListBackupRecords: 403 DCS.2003: No permission. ${"Allow the user the action. ".repeat(9)}`,
        },
        { name: "fine", verdict: "ok", reason: "fine ".repeat(60) },
      );
      const lines = text(columns, refused).split("\n");
      expect(lines[1]).toMatch(/^not-checked +archive/);
      expect(text(columns, refused)).not.toContain("forbidden-archive");
      expect(text(columns, refused).match(/Allow\s+the\s+user\s+the\s+action\./g)).toHaveLength(9);
      expect(lines.filter((line) => line.startsWith("ok"))).toHaveLength(1);
    },
  );

  test("has colours on a terminal, and none in a file", () => {
    const out = { ...output(80), style: createStyle(true) };
    const table = (toFile: boolean) => whole(tableWriter({ out, toFile, utc: true }).end(audit(some)));
    expect(table(false)).toContain("\u001b[31mstuck");
    expect(table(true)).not.toContain("\u001b");
  });

  test("only counts what was gone the last time already", () => {
    const again = rows(
      { name: "first", verdict: "gone", previous: "ok" },
      { name: "still", verdict: "gone", previous: "gone" },
    );
    expect(text(undefined, again)).toMatch(
      /^VERDICT .*\ngone +first .*\n1 target is still gone; .*: still\n$/,
    );
  });

  test("lets no name steer the terminal or begin a line", () => {
    const hostile = rows({ name: "a\u001b[31m\nok  b", verdict: "late", reason: "two\nlines \u202Eback" });
    expect(text(undefined, hostile).split("\n")).toHaveLength(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those must not come through.
    expect(text(undefined, hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe("an audit that was ended early", () => {
  const early = audit(some, 57);

  test("says so in the table", () => {
    const text = whole(tableWriter({ out: output(), toFile: false, utc: true }).end(early));
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      "The audit was ended early: 57 further targets were not checked.",
    );
  });

  test("has all targets in JSON and NDJSON, and a summary that counts them", () => {
    const json = JSON.parse(whole(jsonWriter().end(early)));
    const [summary, ...targets] = whole(ndjsonWriter().end(early))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
      .reverse();
    expect(json.summary).toMatchObject({ wanted: 61, checked: 3, interrupted: true, "not-checked": 58 });
    expect(summary).toEqual({ summary: json.summary });
    expect([json.targets.length, targets.length]).toEqual([61, 57]);
    expect(targets[0]).toMatchObject({
      target: "left-56",
      verdict: "not-checked",
      reason: "the audit ended before this target was checked",
      failure: { name: "AuditEnded" },
    });
  });

  test("has an error in JUnit XML for each target that was not checked", () => {
    const xml = whole(junitWriter().end(early));
    expect(xml).toContain('tests="61" failures="2" errors="58"');
    expect(xml.match(/<testcase /g)).toHaveLength(61);
    expect(xml.match(/<error message="the audit ended before this target was checked"/g)).toHaveLength(57);
  });
});

describe("JSON", () => {
  test("is one object, its targets in the order of the file", () => {
    const read = JSON.parse(whole(jsonWriter().end(audit([...some].reverse()))));
    expect(read.summary).toEqual({
      wanted: 4,
      checked: 3,
      interrupted: false,
      stuck: 1,
      never: 0,
      failing: 0,
      missed: 0,
      late: 1,
      unprotected: 0,
      "not-checked": 1,
      unknown: 0,
      suspect: 0,
      gone: 0,
      paused: 0,
      new: 0,
      ok: 1,
      requests: 8,
      throttled: 4,
    });
    expect(read.ended).toBe("2026-11-21T08:00:00.000Z");
    expect(read.targets.map(({ target }: { target: string }) => target)).toEqual([
      "good",
      "old",
      "gone",
      "hung",
    ]);
    expect(JSON.parse(whole(jsonWriter().end(audit([])))).targets).toEqual([]);
  });

  test("of a target has a fixed shape, times as text and durations in milliseconds", () => {
    const [, late, unchecked] = some.map((row) => JSON.parse(ndjsonWriter().row(row)));
    expect(late).toEqual({
      target: "old",
      group: "shop",
      labels: {},
      service: "dcs",
      account: "default",
      resource: { type: "instance", id: "old" },
      verdict: "late",
      previous: null,
      reason: "the last good backup is 2d2h old",
      lastGoodAt: "2026-11-19T06:00:00.000Z",
      ageMs: 180_000_000,
      maxAgeMs: 93_600_000,
      schedule: null,
      runs: null,
      pauseOver: false,
      lastRestore: null,
      failuresSince: 0,
      running: null,
      restorable: null,
      goodLeft: null,
      missing: [],
      states: { succeeded: 1 },
      failure: null,
      requests: 2,
      throttled: 1,
      askedAt: "2026-11-21T08:00:00.000Z",
      durationMs: 250,
    });
    expect(unchecked.verdict).toBe("not-checked");
    expect(unchecked.failure).toEqual({
      name: "PermissionError",
      message: "403 DCS.4003: no",
      code: "DCS.4003",
      requestId: "r-1",
    });
    expect(Object.keys(unchecked)).toEqual(Object.keys(late));
  });

  test("takes a line for a target, whatever it is called", () => {
    const [row] = rows({ name: "a\nb\u2028", verdict: "ok" });
    expect(row && ndjsonWriter().row(row).trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("JUnit XML", () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    isArray: (name) => ["testsuite", "testcase"].includes(name),
  });

  test("has a suite for each group, and a case for each target", () => {
    const xml = whole(junitWriter().end(audit(some)));
    expect(XMLValidator.validate(xml)).toBe(true);
    const { testsuites } = parser.parse(xml);
    expect(testsuites).toMatchObject({ tests: "4", failures: "2", errors: "1", time: "5.000" });
    const [shop, rest] = testsuites.testsuite;
    expect(shop).toMatchObject({ name: "shop", tests: "2", failures: "1", errors: "0" });
    expect(shop.timestamp).toBe(new Date(NOW - 5000).toISOString());
    expect(shop.testcase).toEqual([
      { name: "good", classname: "dcs.shop", time: "0.250" },
      {
        name: "old",
        classname: "dcs.shop",
        time: "0.250",
        failure: { message: "the last good backup is 2d2h old", type: "late" },
      },
    ]);
    expect(rest.testcase[0].error).toEqual({ message: "403 DCS.4003: no", type: "PermissionError" });
    expect(rest.testcase[1].failure.type).toBe("stuck");
  });

  test("skips what is no finding, and fails a pause that has ended", () => {
    const [paused, over] = rows(
      { name: "a", verdict: "paused", reason: "moves" },
      { name: "b", verdict: "ok" },
    );
    if (paused === undefined || over === undefined) throw new Error("two rows");
    const xml = whole(junitWriter().end(audit([paused, { ...over, pauseOver: true, reason: "remove it" }])));
    const { testsuites } = parser.parse(xml);
    expect(testsuites).toMatchObject({ tests: "2", failures: "1", errors: "0", skipped: "1" });
    const [suite] = testsuites.testsuite;
    expect(suite.testcase[0].skipped).toEqual({ message: "moves" });
    expect(suite.testcase[1].failure).toEqual({ message: "remove it", type: "ok" });
  });

  test("is well-formed, and says the same again, whatever names and reasons hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom(
          "<",
          "&",
          '"',
          "'",
          ">",
          "]]>",
          "<!--",
          "\u0000",
          "\ud800",
          "\uffff",
          "&amp;",
          "é",
        ),
      }),
    );
    fc.assert(
      fc.property(text, text, text, (name, reason, group) => {
        const xml = whole(junitWriter().end(audit(rows({ name, reason, verdict: "late", over: { group } }))));
        expect(XMLValidator.validate(xml)).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
        expect(parser.parse(xml).testsuites.testsuite).toHaveLength(1);
      }),
      { numRuns: runsOf(100) },
    );
  });

  test.each([`<b> & "c" 'd' ]]>`, "true", "false", "0"])("keeps what the name %j means", (name) => {
    const xml = whole(junitWriter().end(audit(rows({ name, verdict: "ok" }))));
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(parser.parse(xml).testsuites.testsuite[0].testcase[0].name).toBe(name);
  });
});
