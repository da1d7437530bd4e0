import { describe, expect, test } from "vitest";
import { Tally } from "../../../src/cli/audit/audit.js";
import { changeLines, changesSince } from "../../../src/cli/audit/changes.js";
import { select } from "../../../src/cli/audit/select.js";
import { statuses } from "../../../src/cli/audit/status.js";
import { createStyle, styled } from "../../../src/cli/style.js";
import { target } from "../../audit/run-double.js";
import { audit, rows } from "./doubles.js";

describe("the exit code", () => {
  const codeOf = (...verdicts: readonly (typeof statuses)[number][]) =>
    audit(rows(...verdicts.map((verdict, at) => ({ name: `t${at}`, verdict })))).tally.exitCode;
  const codeOfStrict = (verdict: (typeof statuses)[number]) => {
    const tally = new Tally({ strict: true });
    for (const row of rows({ name: "a", verdict })) tally.take(row);
    return tally.exitCode;
  };

  test("is 0 without a finding, 1 with one, and 5 if there is none but some could not be checked", () => {
    expect(codeOf("ok", "ok")).toBe(0);
    const notes = ["suspect", "gone", "paused", "new"] as const;
    for (const status of notes) expect([codeOf("ok", status), codeOfStrict(status)], status).toEqual([0, 1]);
    const others = statuses.filter((one) => !["ok", "not-checked", ...notes].includes(one));
    expect(others).toHaveLength(7);
    for (const status of others) expect(codeOf("ok", status), status).toBe(1);
    expect(codeOf("ok", "not-checked")).toBe(5);
    expect(codeOf("late", "not-checked", "stuck")).toBe(1);
  });

  test("is 1 for a pause that has ended", () => {
    const tally = new Tally();
    for (const row of rows({ name: "a", verdict: "ok" })) tally.take({ ...row, pauseOver: true });
    expect(tally.exitCode).toBe(1);
  });

  test("of no target at all is no success", () => {
    expect(codeOf()).toBe(1);
  });
});

test("the summary counts the worst first, and requests", () => {
  const said = (tally: Tally) => styled(tally.describe(), createStyle(false));
  expect(said(audit(rows({ name: "a", verdict: "ok" }), 60).tally)).toBe(
    "61 targets: 60 not-checked, 1 ok; 2 requests, 1 throttled",
  );
  const { tally } = audit(rows({ name: "a", verdict: "ok" }, { name: "b", verdict: "stuck" }));
  expect(said(tally)).toBe("2 targets: 1 stuck, 1 ok; 4 requests, 2 throttled");
  expect(said(audit([]).tally)).toBe("0 targets; 0 requests");
});

describe("targets are chosen", () => {
  const all = [
    target("a", { group: "shop", labels: { team: "x", tier: "1" } }),
    target("b", { group: "shop", labels: { team: "y" } }),
    target("c", { group: "lab", labels: { team: "x" } }),
  ];
  const options = { concurrency: 1, timeout: 1, attempts: 1 };
  const names = (more: object) => select(all, { ...options, ...more }).map(({ name }) => name);

  test("by any of the groups and names, and by all of the labels", () => {
    expect(names({})).toEqual(["a", "b", "c"]);
    expect(names({ group: ["shop"] })).toEqual(["a", "b"]);
    expect(names({ group: ["shop", "lab"], label: ["team=x"] })).toEqual(["a", "c"]);
    expect(names({ label: ["team=x", "tier=1"] })).toEqual(["a"]);
    expect(names({ target: ["c", "b"] })).toEqual(["b", "c"]);
  });

  test.each([
    [{ group: ["shpo"] }, "--group shpo: there is no such group. Did you mean shop?"],
    [{ target: ["zebra"] }, "--target zebra: there is no such target"],
    [{ label: ["team"] }, "--label team is no label: write key=value"],
    [{ label: ["team=z"] }, "no target is left by --label"],
  ])("%j is told what is wrong", (more, message) => {
    expect(() => names(more)).toThrow(message);
  });
});

describe("what changed", () => {
  const since = "2026-11-20T08:00:00.000Z";
  const known = (verdict: (typeof statuses)[number]) => ({ verdict, since, lastGoodAt: null });
  const state = {
    writtenAt: since,
    targets: new Map([
      ["a", known("ok")],
      ["b", known("stuck")],
      ["left", known("late")],
      ["same", known("late")],
    ]),
  };
  const now = rows(
    { name: "same", verdict: "late", previous: "late" },
    { name: "b", verdict: "late", previous: "stuck", reason: "2d2h old" },
    { name: "fresh", verdict: "ok" },
    { name: "a", verdict: "failing", previous: "ok", reason: "3 have failed" },
  );
  const inFile = new Set(["same", "b", "fresh", "a"]);
  const plain = { utc: true, among: null };
  const lines = (...args: Parameters<typeof changeLines>) =>
    changeLines(...args).map((line) => styled(line, createStyle(false)));

  test("is told the worst first: worse, new, better, gone", () => {
    expect(lines(changesSince(state, now, inFile), since, plain)).toEqual([
      "Changed since 2026-11-20 08:00Z:",
      "  worse   a      ok → failing: 3 have failed",
      "  new     fresh  ok",
      "  better  b      stuck → late: 2d2h old",
      "  gone    left   was late",
    ]);
  });

  test("is nothing of what was not asked this time", () => {
    const [, ...others] = changesSince(state, now.slice(0, 1), new Set(["same", "a", "b", "left"]));
    expect(others).toEqual([]);
    expect(lines([], since, plain)).toEqual(["Nothing has changed since 2026-11-20 08:00Z."]);
    expect(lines([], since, { ...plain, among: 1 })).toEqual([
      "Nothing has changed since 2026-11-20 08:00Z among the 1 target checked.",
    ]);
  });
});
