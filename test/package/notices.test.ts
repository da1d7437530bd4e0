import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { headingsOf, librariesIn, readLibrary, renderNotices } from "../../scripts/build/notices.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "notices-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function makeLibrary(name: string, version: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, "node_modules", name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ name, version, license: "MIT" }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return place;
}

test("a built file's libraries are those of its map and of the bundler's comments", () => {
  const file = join(folder, "built.js");
  const map = { sources: ["src/own.ts", "node_modules/@of/one/lib/a.js", "node_modules/@of/one/lib/b.js"] };
  writeFileSync(`${file}.map`, JSON.stringify(map));
  writeFileSync(file, `//#region ${folder}/node_modules/one/node_modules/two/index.js\n//#endregion\n`);
  expect(librariesIn(file)).toEqual([
    join(folder, "node_modules/@of/one"),
    join(folder, "node_modules/one/node_modules/two"),
  ]);
});

test("each version of a library stands in the notices once, with all of its licence files", () => {
  const two = readLibrary(
    makeLibrary("two", "2.0.0", { NOTICE: "of two\r\n", "license.md": "may be used\n" }),
  );
  const one = readLibrary(makeLibrary("@of/one", "1.0.0", { "LICENSE-MIT.txt": "may be copied" }));
  const notices = renderNotices([two, one, two]);
  expect(headingsOf(notices)).toEqual(["@of/one 1.0.0 (MIT)", "two 2.0.0 (MIT)"]);
  expect(notices).toContain("@of/one 1.0.0 (MIT)\n\nmay be copied\n");
  expect(notices).toContain("two 2.0.0 (MIT)\n\nof two\n\nmay be used\n");
});

test("a library without a licence file is refused by its name", () => {
  const place = makeLibrary("three", "3.0.0", { "README.md": "three" });
  expect(() => readLibrary(place)).toThrow("three 3.0.0 is bundled and ships no licence file");
});
