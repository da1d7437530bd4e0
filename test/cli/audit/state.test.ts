import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AuditState, memoryIn, nextState, readState, writeState } from "../../../src/cli/audit/state.js";
import { openSinks } from "../../../src/cli/output-path.js";
import { textTerminal } from "../support/text-terminal.js";
import { NOW, rows } from "./doubles.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "audit-state-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function write(path: string, state: AuditState): Promise<void> {
  const { terminal } = textTerminal({}, cwd, Buffer.alloc(0));
  const [sink] = await openSinks([{ option: "--state", path }], [], terminal);
  if (sink) await writeState(sink, state);
}

const inFile = new Set(["a", "b", "c", "__proto__"]);

describe("the state of an audit", () => {
  test("comes back as it was written, whatever targets are called", async () => {
    const state = nextState(
      null,
      rows({ name: "__proto__", verdict: "late" }, { name: "a", verdict: "ok" }),
      inFile,
      NOW,
    );
    await write("s.json", state);
    expect(readState("s.json", { cwd })).toEqual({
      writtenAt: "2026-11-21T08:00:00.000Z",
      targets: new Map(["__proto__", "a"].map((name) => [name, state.targets.get(name)])),
    });
    expect(readdirSync(cwd)).toEqual(["s.json"]);
  });

  test("keeps since when a verdict holds, and what was not asked this time; what left the file goes", async () => {
    const first = nextState(
      null,
      rows({ name: "a", verdict: "late" }, { name: "b", verdict: "ok" }, { name: "old", verdict: "ok" }),
      new Set(["a", "b", "old"]),
      NOW,
    );
    const next = nextState(first, rows({ name: "a", verdict: "late" }), inFile, NOW + 1000);
    expect([...next.targets.keys()]).toEqual(["a", "b"]);
    expect(next.targets.get("a")?.since).toBe("2026-11-21T08:00:00.000Z");
    const worse = nextState(next, rows({ name: "a", verdict: "failing" }), inFile, NOW + 1000);
    expect(worse.targets.get("a")?.since).toBe("2026-11-21T08:00:01.000Z");
  });

  test("keeps the last good backup of a target that could not be asked", () => {
    const first = nextState(null, rows({ name: "a", verdict: "ok", hours: 5 }), inFile, NOW);
    const next = nextState(first, rows({ name: "a", verdict: "not-checked" }), inFile, NOW);
    expect(next.targets.get("a")).toMatchObject({
      verdict: "not-checked",
      lastGoodAt: "2026-11-21T03:00:00.000Z",
    });
  });

  test("remembers the runs that were missed until the next audit, and the schedule since it was seen", async () => {
    const [row] = rows({ name: "a", verdict: "missed" });
    if (row === undefined) throw new Error("no row");
    const missed = Array.from({ length: 25 }, (_, at) => new Date(NOW - (25 - at) * 3_600_000));
    const runs = { due: 30, missed, failed: [], latest: [], next: null };
    const state = nextState(null, [{ ...row, schedule: "hourly", runs }], inFile, NOW);
    await write("s.json", state);
    expect(memoryIn(readState("s.json", { cwd }), "a")).toEqual({
      checkedAt: NOW,
      schedule: { text: "hourly", since: null },
      missed: missed.slice(-20).map(Number),
    });
    const next = nextState(
      state,
      [{ ...row, schedule: "daily", runs: { ...runs, missed: [] } }],
      inFile,
      NOW,
    );
    expect(memoryIn(next, "a")).toEqual({ checkedAt: NOW, schedule: { text: "daily", since: NOW } });
  });

  test("is null if there is none yet, or only an empty file to hold it", async () => {
    expect(readState("none.json", { cwd })).toBeNull();
    writeFileSync(join(cwd, "s.json"), "");
    expect(readState("s.json", { cwd })).toBeNull();
  });

  const when = '"writtenAt":"2026-11-21T08:00:00.000Z"';
  test.each([
    ["{", "is no JSON"],
    ["[]", "is not the state of an audit"],
    [`{"version":2,${when},"targets":{}}`, "was written by a later version"],
    [`{"version":1,"writtenAt":"soon","targets":{}}`, "is not the state of an audit"],
    [`{"version":1,${when},"targets":{"a":{"verdict":"fine"}}}`, 'says nothing that can be read of "a"'],
    [`{"version":1,${when},"targets":{"a":null}}`, 'says nothing that can be read of "a"'],
  ])("%s is told what is wrong and what to do", (text, problem) => {
    writeFileSync(join(cwd, "s.json"), text);
    const read = () => readState("s.json", { cwd });
    expect(read).toThrow(`s.json: ${problem}`);
    expect(read).toThrow("name another file with --state, or delete this one to start over");
  });

  test("is refused if it has no end, or is too large", () => {
    expect(() => readState("/dev/zero", { cwd })).toThrow(
      "/dev/zero: is neither a file nor a pipe; name another file with --state",
    );
    writeFileSync(join(cwd, "s.json"), "");
    truncateSync(join(cwd, "s.json"), 256 * 2 ** 20 + 1);
    expect(() => readState("s.json", { cwd })).toThrow("s.json: is larger than 256 MiB, the maximum");
  });
});
