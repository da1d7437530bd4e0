import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "../../scripts/test-package/check.js";
import { stable } from "../../scripts/test-package/checks/contents.js";
import { difference, holdAgainst } from "../../scripts/test-package/snapshot.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "snapshot-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("a snapshot", () => {
  test("holds what was written", async () => {
    await holdAgainst({ folder, update: true }, "names.txt", ["a", "b"]);
    expect(await readFile(`${folder}/names.txt`, "utf8")).toBe("a\nb\n");
    await holdAgainst({ folder, update: false }, "names.txt", ["a", "b"]);
  });

  test("refuses what came, what went, and says how to accept it", async () => {
    await holdAgainst({ folder, update: true }, "names.txt", ["a", "b"]);
    const held = holdAgainst({ folder, update: false }, "names.txt", ["b", "c"]);
    await expect(held).rejects.toBeInstanceOf(Failure);
    await expect(held).rejects.toThrow(/ {2}- a\n {2}\+ c\n.*npm run test:package -- --update/s);
  });

  test("that is not there holds nothing", async () => {
    await expect(holdAgainst({ folder, update: false }, "names.txt", ["a"])).rejects.toThrow("+ a");
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
