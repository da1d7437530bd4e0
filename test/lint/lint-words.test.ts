import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findRetired, readRetired } from "../../scripts/lint-words.js";

const retired = readRetired(readFileSync("docs/glossary.md", "utf8"));

test.each([
  ["an identifier", "export interface MockReply {}", "MockReply"],
  ["a phrase", "// what is not heard of for a minute", "not heard of"],
  ["a file's name", "// see company.ts", "company.ts"],
])("%s that the glossary retires is found in its line", (_, line, word) => {
  const found = findRetired(`const first = 1;\n${line}\n`, retired);
  expect(found.map((problem) => problem.split(" is retired")[0])).toEqual([`2: "${word}"`]);
});

test.each([
  ["a longer word", "const mockReplyCount = 1; // spoiled"],
  ["a deprecated alias", "/** @deprecated Use checkTarget. */\nexport const askTarget = checkTarget;"],
  ["an ordinary word", "// Ask for the permission, and settle the matter"],
])("%s is free", (_, text) => {
  expect(findRetired(text, retired)).toEqual([]);
});
