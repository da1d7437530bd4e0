import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "../../scripts/test-package/check.js";
import { stable } from "../../scripts/test-package/checks/contents.js";
import { compareWithSnapshot, difference } from "../../scripts/test-package/snapshot.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "snapshot-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a snapshot", () => {
  test("accepts the lines that were written", async () => {
    await compareWithSnapshot({ folder, update: true }, "names.txt", ["a", "b"]);
    expect(await readFile(`${folder}/names.txt`, "utf8")).toBe("a\nb\n");
    await compareWithSnapshot({ folder, update: false }, "names.txt", ["a", "b"]);
  });

  test("rejects added and removed lines, and says how to accept them", async () => {
    await compareWithSnapshot({ folder, update: true }, "names.txt", ["a", "b"]);
    const compared = compareWithSnapshot({ folder, update: false }, "names.txt", ["b", "c"]);
    await expect(compared).rejects.toBeInstanceOf(Failure);
    await expect(compared).rejects.toThrow(/ {2}- a\n {2}\+ c\n.*npm run test:package -- --update/s);
  });

  test("that does not exist counts as empty", async () => {
    await expect(compareWithSnapshot({ folder, update: false }, "names.txt", ["a"])).rejects.toThrow("+ a");
  });
});

describe("a difference", () => {
  test.each([
    [["a", "a"], ["a"], ["- a"]],
    [["a"], ["b", "a", "c"], ["+ b", "+ c"]],
    [["a", "b"], ["b", "a"], ["the same lines in another order"]],
  ])("of %j and %j is %j", (before, after, lines) => {
    expect(difference(before, after)).toEqual(lines);
  });
});

describe("a file's stable name", () => {
  test.each([
    ["dist/index.js", "dist/index.js"],
    ["dist/dcs.d.ts", "dist/dcs.d.ts"],
    ["dist/attempts-CUVb6QZ4.js", "dist/<chunk>.js"],
    ["dist/pointer-C-U_PGl4.js.map", "dist/<chunk>.js.map"],
    ["dist/index-BAF5_--p.d.ts", "dist/<chunk>.d.ts"],
    ["dist/cli/table-C6w0UlmX2.js", "dist/cli/<chunk>.js"],
    ["dist/core.deadline.js", "dist/core.deadline.js"],
    ["dist/cli/source-line-BbGl9CqN.js", "dist/cli/<chunk>.js"],
    ["spec/lint/rules/enum-value-description.js", "spec/lint/rules/enum-value-description.js"],
  ])("of %s is %s", (file, name) => {
    expect(stable(file)).toBe(name);
  });
});
