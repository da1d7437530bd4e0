import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunOutcome } from "../../../src/audit/assessment.js";
import type { TargetStatus } from "../../../src/cli/audit/status.js";
import { openHistory } from "../../../src/cli/evidence/append.js";
import { type HistoryLine, historyLine } from "../../../src/cli/evidence/line.js";
import { run } from "../../../src/cli/run.js";
import { runsOf } from "../../support/round.js";
import { HOUR, rows } from "../audit/doubles.js";
import { textTerminal } from "../support/text-terminal.js";

const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 1, 6, 30);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "evidence-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What an audit at 6:30 finds of a target. */
interface Found {
  readonly verdict: TargetStatus;
  readonly reason: string;
  /** What became of the runs of this and the two former nights, the latest first. */
  readonly outcomes: readonly RunOutcome[];
  readonly paused: "no" | "by nobody" | "by ada";
  readonly restored: boolean;
}

const found: fc.Arbitrary<Found> = fc.record({
  verdict: fc.constantFrom<TargetStatus[]>("ok", "ok", "missed", "failing", "not-checked"),
  reason: fc.constantFrom("as it is", "=1+1", 'the run, "that one", did not happen', "Speicher voll · 满"),
  outcomes: fc.array(
    fc.constantFrom<RunOutcome[]>("ran", "ran", "ran", "missed", "failed", "open", "running"),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  paused: fc.constantFrom<Found["paused"][]>("no", "no", "no", "by nobody", "by ada"),
  restored: fc.boolean(),
});

/** The lines of one night: of each target, one. */
function nightLines(night: number, targets: Readonly<Record<string, Found>>): HistoryLine[] {
  const askedAt = START + night * DAY;
  return Object.entries(targets).map(([name, { verdict, reason, outcomes, paused, restored }]) => {
    const due = (at: number) => new Date(askedAt - at * DAY - 4 * HOUR);
    const latest = outcomes.map((outcome, at) => ({ due: due(at), outcome })).reverse();
    const pause = {
      until: START + 40 * DAY,
      reason: "moves",
      ...(paused === "by ada" && { acceptedBy: "ada" }),
    };
    const memory = { checkedAt: askedAt - DAY, schedule: null };
    const [row] = rows({
      ...{ name, verdict, reason },
      runs: { due: 1, missed: [], failed: [], latest, next: null },
      over: { memory, ...(paused !== "no" && { pause }) },
    });
    if (row === undefined) throw new Error("there is a row");
    const lastRestore = restored ? { at: due(0), durationMs: HOUR, backupId: "b-1" } : null;
    return historyLine({ ...row, askedAt, lastRestore }, askedAt - 1000);
  });
}

const terminal = () => textTerminal({}, cwd, Buffer.alloc(0));

async function append(...nights: readonly (readonly HistoryLine[])[]): Promise<string> {
  const { terminal: own, stderr } = terminal();
  const history = await openHistory("history.ndjson", null, own);
  for (const lines of nights) await history.append(lines);
  return stderr();
}

async function report(...options: string[]) {
  const { terminal: own, stdout, stderr } = terminal();
  const exit = await run(["report", "history.ndjson", ...options], own);
  return { exit, stdout: stdout(), stderr: stderr() };
}

const text = () => readFileSync(join(cwd, "history.ndjson"), "utf8");

/** The figures of a script that shares no code. */
function recount(from: string, to: string) {
  const script = fileURLToPath(new URL("recount.mjs", import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [script, "history.ndjson", from, to], { cwd, encoding: "utf8" }),
  );
}

/** RFC 4180, as records by the names of their columns. */
function readCsv(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    rows.at(-1)?.push(cell.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  const [header = [], ...records] = rows.slice(0, -1);
  return records.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

const period = { from: "2026-10-04T00:00:00.000Z", to: "2026-10-12T23:59:59.999Z" };
const options = ["--from", "2026-10-04", "--to", "2026-10-12"];
const fewNights = fc.array(fc.record({ a: found, "b <x>": found, "=c": found }, { requiredKeys: ["a"] }), {
  // One night of the period at least.
  minLength: 4,
  maxLength: 20,
});

test("every figure of the CSV and the page is what an independent script counts", async () => {
  const property = fc.asyncProperty(fewNights, async (nights) => {
    rmSync(join(cwd, "history.ndjson"), { force: true });
    await append(nights.flatMap((one, at) => nightLines(at, one)));
    const { exit, stdout, stderr } = await report(...options, "--format", "csv");
    expect(exit, stderr).toBe(0);
    const { hash, result } = recount(period.from, period.to);
    const table = readCsv(stdout);
    const plain = (cell = "") => cell.replace(/^'/, "");
    const lines = (cell = "") => (cell === "" ? [] : cell.split("\n"));
    const figures = table.map((row) => [
      plain(row["target"]),
      {
        audits: Number(row["audits"]),
        ok: Number(row["auditsOk"]),
        notChecked: Number(row["auditsNotChecked"]),
        due: Number(row["dueRuns"]),
        percent: row["keptPercent"],
        lost: lines(row["lostRuns"]),
        kept: Number(row["keptRuns"]),
        missed: Number(row["missedRuns"]),
        failed: Number(row["failedRuns"]),
        excused: Number(row["excusedRuns"]),
        undecided: Number(row["undecidedRuns"]),
        restores: lines(row["restoredAt"]),
        exceptions: lines(row["exceptions"])
          .map((one) => one.replace(/^.*?: /, "").replace(/ \((?:accepted )?(.*)\)$/, " $1"))
          .map((one) => one.replace("nobody is named", "by null"))
          .sort(),
      },
    ]);
    expect(Object.fromEntries(figures)).toEqual(result);
    expect(stderr).toContain(`that end with ${hash}\n`);
    const page = (await report(...options)).stdout;
    for (const [name, one] of Object.entries<Record<string, number | string | string[]>>(result)) {
      const numbers = [one["audits"], one["notChecked"], one["due"], one["kept"], one["percent"] || "–"];
      const more = [
        one["missed"],
        one["failed"],
        one["excused"],
        one["undecided"],
        [one["restores"]].flat().length,
      ];
      const cells = [...numbers, ...more].map((value) => `<td class="number">${value}</td>`).join("");
      const escaped = name.replace("<", "&lt;").replace(">", "&gt;");
      expect(page).toContain(`<tr><th scope="row">${escaped}</th><td>dcs</td>${cells}</tr>`);
    }
    expect(page).toContain(hash);
    const sum = (name: string) =>
      Object.values<Record<string, number>>(result).reduce((all, one) => all + (one[name] ?? 0), 0);
    const counted = sum("kept") + sum("missed") + sum("failed") - sum("excused");
    if (counted > 0) expect(page).toContain(`of the due runs were kept: ${sum("kept")} of ${counted}.`);
  });
  await fc.assert(property, { numRuns: runsOf(40), endOnFailure: true });
}, 120_000);

const calm: Found = {
  verdict: "ok",
  reason: "r",
  outcomes: ["ran", "ran", "ran"],
  paused: "no",
  restored: false,
};
const threeNights = () => [0, 1, 2].map((night) => nightLines(night, { a: calm, b: calm }));

test("a missed run is told with its first reason, and one that was made up for is kept", async () => {
  const missed: Found = {
    ...calm,
    verdict: "missed",
    reason: "did not happen",
    outcomes: ["missed", "ran", "ran"],
  };
  const madeUp: Found = { ...calm, outcomes: ["ran", "ran", "ran"] };
  const lost: Found = { ...calm, reason: "later words", outcomes: ["ran", "missed", "ran"] };
  await append(nightLines(0, { a: missed, b: missed, c: missed }), nightLines(1, { a: madeUp, b: lost }));
  const { stdout } = await report("--from", "2026-09-01", "--to", "2026-11-01", "--format", "csv");
  const [a, b, c] = readCsv(stdout);
  expect([a, b, c].map((one) => one?.["keptPercent"])).toEqual(["100.0", "75.0", "66.6"]);
  expect([b?.["lostRuns"]]).toEqual(["2026-10-01T02:30:00.000Z missed: did not happen"]);
});

describe("a history that is not as it was written", () => {
  const changes: readonly [string, (lines: string[]) => string[], number][] = [
    ["altered", (lines) => lines.with(2, (lines[2] ?? "").replace('"ok"', '"late"')), 3],
    ["altered at its end", (lines) => lines.with(5, (lines[5] ?? "").replace('"r"', '"q"')), 6],
    ["removed", (lines) => lines.toSpliced(1, 1), 2],
    ["added", (lines) => lines.toSpliced(4, 0, lines[3] ?? ""), 5],
    ["swapped", (lines) => [...lines.slice(0, 2), lines[3] ?? "", lines[2] ?? "", ...lines.slice(4)], 3],
    ["no JSON", (lines) => lines.with(0, "hello"), 1],
  ];
  test.each(changes)("with a line %s: exit code 1, and the line is named", async (_, change, number) => {
    await append(...threeNights());
    const lines = text().trimEnd().split("\n");
    writeFileSync(join(cwd, "history.ndjson"), `${change(lines).join("\n")}\n`);
    const { exit, stdout, stderr } = await report(
      "--from",
      "2026-09-01",
      "--to",
      "2026-11-01",
      "--output",
      "r.html",
    );
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toContain(`history.ndjson: line ${number} is not as it was written`);
    expect(() => readFileSync(join(cwd, "r.html"))).toThrow("ENOENT");
  });

  test("any other character in any line is found", async () => {
    await append(...threeNights());
    const whole = text();
    const property = fc.asyncProperty(fc.nat(whole.length - 2), async (at) => {
      const other = whole[at] === "0" ? "1" : "0";
      writeFileSync(join(cwd, "history.ndjson"), whole.slice(0, at) + other + whole.slice(at + 1));
      const line = whole.slice(0, at).split("\n").length;
      const { exit, stderr } = await report("--from", "2026-09-01", "--to", "2026-11-01", "--format", "csv");
      expect(exit).toBe(1);
      expect(stderr).toContain(`history.ndjson: line ${line} is not`);
    });
    await fc.assert(property, { numRuns: runsOf(300) });
  });
});

describe("a line that was cut off by a kill", () => {
  test("is told by a report, and removed by the next audit, wherever it was cut", async () => {
    const [first = [], second = [], third = []] = threeNights();
    await append(first);
    const before = text();
    await append(second);
    const whole = text();
    const after = whole.length - 1;
    for (let length = before.length + 1; length <= after; length += 37) {
      truncateSync(join(cwd, "history.ndjson"), length);
      const kept = whole.slice(0, whole.slice(0, length).lastIndexOf("\n") + 1);
      const told = await report("--from", "2026-09-01", "--to", "2026-11-01", "--format", "csv");
      expect(told.exit).toBe(0);
      const cut = length > kept.length;
      expect(told.stderr.includes("the last line was cut off")).toBe(cut);
      const said = await append(third);
      expect(said).toBe(
        cut
          ? `history.ndjson: the last line was cut off while it was written; its ${length - kept.length} bytes were removed\n`
          : "",
      );
      expect(text().startsWith(kept)).toBe(true);
      expect((await report("--from", "2026-09-01", "--to", "2026-11-01", "--format", "csv")).exit).toBe(0);
      writeFileSync(join(cwd, "history.ndjson"), whole);
    }
  });

  test("may be the first", async () => {
    const [first = []] = threeNights();
    await append(first);
    truncateSync(join(cwd, "history.ndjson"), 40);
    expect(await append(first)).toContain("its 40 bytes were removed");
    expect(text().split("\n")).toHaveLength(3);
  });

  test("of a file that is no history, nothing is removed", async () => {
    writeFileSync(join(cwd, "history.ndjson"), "my notes");
    // Before anything is appended: an audit opens it before its first request.
    await expect(append()).rejects.toThrow("does not end with a line of a history");
    expect(text()).toBe("my notes");
  });
});

describe("a report of nothing", () => {
  const refused = async (content: string, ...more: string[]) => {
    writeFileSync(join(cwd, "history.ndjson"), content);
    const { exit, stdout, stderr } = await report("--output", "r.html", ...more);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(() => readFileSync(join(cwd, "r.html"))).toThrow("ENOENT");
    return stderr;
  };

  test.each([
    ["lines", "targets:\n  - { service: dcs, instance: i-1 }\n"],
    ["one line that does not end", "my notes"],
    ["an empty line", "\n"],
  ])("a file of %s that is no history is not called altered", async (_, content) => {
    expect(await refused(content)).toContain("history.ndjson: is not a history");
  });

  test("an empty history is told, and one whose first line was cut off", async () => {
    expect(await refused("")).toContain("history.ndjson: has no line yet");
    const [first = []] = threeNights();
    await append(first);
    expect(await refused(text().slice(0, 40))).toContain("history.ndjson: has no line yet");
  });

  test("a period without an audit and without a run is told, with what there is", async () => {
    await append(...threeNights());
    const said = await refused(text(), "--from", "2025-10-01", "--to", "2025-10-31");
    expect(said).toContain("has no audit and no due run from 2025-10-01 00:00Z to 2025-10-31 23:59Z");
    expect(said).toContain("its audits are from 2026-10-01 06:30Z to 2026-10-03 06:30Z");
  });

  test("audits without a due run are a report, and that is said", async () => {
    await append(nightLines(0, { a: { ...calm, outcomes: [] } }));
    const { exit, stdout, stderr } = await report("--from", "2026-09-01", "--to", "2026-11-01");
    expect(exit).toBe(0);
    expect(stdout).toContain("No run was due.");
    expect(stderr).toContain("no run was due in this period");
  });
});

test("the name of the output says the format, or is refused", async () => {
  await append(...threeNights());
  const all = ["--from", "2026-09-01", "--to", "2026-11-01", "--output"];
  const { exit, stderr } = await report(...all, "r.pdf");
  expect(exit).toBe(2);
  expect(stderr).toContain("--output r.pdf: a report is a page or a table");
  for (const [name, start, ...more] of [
    ["r.HTML", "<!doctype html>"],
    ["r", "<!doctype html>"],
    ["r.csv", "target,"],
    ["r.txt", "target,", "--format", "csv"],
  ] as const) {
    expect((await report(...all, name, ...more)).exit).toBe(0);
    expect(readFileSync(join(cwd, name), "utf8").startsWith(start)).toBe(true);
  }
});
