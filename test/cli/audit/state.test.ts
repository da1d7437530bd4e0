import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFile } from "../../../src/cli/audit/sink.js";
import { nextState, readState, writeState } from "../../../src/cli/audit/state.js";
import { NOW, rows } from "./doubles.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "audit-state-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const inFile = new Set(["a", "b", "c", "__proto__"]);

describe("the state of an audit", () => {
  test("comes back as it was written, whatever targets are called", async () => {
    const state = nextState(
      null,
      rows({ name: "__proto__", verdict: "late" }, { name: "a", verdict: "ok" }),
      inFile,
      NOW,
    );
    await writeState("s.json", state, { cwd });
    expect(await readState("s.json", { cwd })).toEqual({
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
    const next = nextState(first, rows({ name: "a", verdict: "unasked" }), inFile, NOW);
    expect(next.targets.get("a")).toMatchObject({
      verdict: "unasked",
      lastGoodAt: "2026-11-21T03:00:00.000Z",
    });
  });

  test("is null where there is none yet", async () => {
    expect(await readState("none.json", { cwd })).toBeNull();
  });

  const when = '"writtenAt":"2026-11-21T08:00:00.000Z"';
  test.each([
    ["{", "is no JSON"],
    ["[]", "is not the state of an audit"],
    [`{"version":2,${when},"targets":{}}`, "was written by a later version"],
    [`{"version":1,"writtenAt":"soon","targets":{}}`, "is not the state of an audit"],
    [`{"version":1,${when},"targets":{"a":{"verdict":"fine"}}}`, 'says nothing that can be read of "a"'],
    [`{"version":1,${when},"targets":{"a":null}}`, 'says nothing that can be read of "a"'],
  ])("%s is told what is wrong and what to do", async (text, problem) => {
    writeFileSync(join(cwd, "s.json"), text);
    const read = readState("s.json", { cwd });
    await expect(read).rejects.toThrow(`s.json: ${problem}`);
    await expect(read).rejects.toThrow("name another file with --state, or delete this one to begin anew");
  });
});

describe("a file that is written", () => {
  test("is seen whole or not at all", async () => {
    writeFileSync(join(cwd, "out"), "before");
    const sink = await openFile("out", { cwd });
    await sink.write("half");
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe("before");
    await sink.commit();
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe("half");
    const other = await openFile("out", { cwd });
    await other.write("more");
    await other.discard();
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe("half");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  test("is whole, although two write it at once", async () => {
    const sinks = [await openFile("out", { cwd }), await openFile("out", { cwd })];
    for (const [at, sink] of sinks.entries()) await sink.write(`by ${at}`);
    for (const sink of sinks) await sink.commit();
    expect(readFileSync(join(cwd, "out"), "utf8")).toBe("by 1");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  test("that cannot be written is told before anything is asked", async () => {
    await expect(openFile("no/such/folder/out", { cwd })).rejects.toThrow(
      "no/such/folder/out: no such file or folder",
    );
    await expect(openFile(".", { cwd })).rejects.toThrow(".: is a folder, not a file");
  });
});
