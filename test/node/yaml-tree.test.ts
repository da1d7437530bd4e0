import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/node/yaml-tree.js";
import { sampleOf } from "../support/round.js";

const readValue = (text: string) => parseYaml(text).root?.value;
const messagesOf = (text: string) => {
  const { syntaxErrors, problems } = parseYaml(text);
  return [...syntaxErrors, ...problems].map(({ message }) => message);
};

describe("YAML", () => {
  test.each([
    ["an anchor at a value", "a: &x 1\nb: *x\n", { a: 1, b: 1 }],
    ["an anchor at a key", "&x name: 1\nb: *x\n", { name: 1, b: "name" }],
    ["an anchor that is set again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", { a: 1, b: 1, c: 2, d: 2 }],
    ["a merge", "a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\n", { a: { p: 1, q: 2 }, b: { p: 1, q: 3 } }],
    ["a merge of several", "b: {<<: [{p: 1}, {p: 2, q: 2}]}\n", { b: { p: 1, q: 2 } }],
    ["a quoted <<, which is a key", '"<<": 1\n', { "<<": 1 }],
    ["nothing", "", undefined],
  ])("is read with %s", (_, text, value) => {
    expect([messagesOf(text), readValue(text)]).toEqual([[], value]);
  });

  test.each([
    ["there is no anchor x before this alias", "a: *x\n"],
    ["this alias stands within what it names", "a: &x [*x]\n"],
    ["a key must be a text", "[a]: 1\n"],
    ["the key a stands here twice", "a: 1\na: 2\n"],
    ["<< merges mappings only", "<<: 1\n"],
    ["this is not valid YAML: the file must be one document", "a: 1\n---\nb: 2\n"],
  ])("that is wrong is told: %s", (message, text) => {
    expect(messagesOf(text).map((said) => said.replaceAll('"', ""))).toContain(message);
  });

  test.each(sampleOf(["[", "{a: ", "? ", "- "], 2))("that nests beyond the stack is refused: %s", (mark) => {
    const message = "this file nests more than 200 levels deep";
    expect([messagesOf(mark.repeat(20_000)), messagesOf(mark.repeat(201))]).toEqual([[message], [message]]);
    expect(messagesOf(mark.repeat(150)).join()).not.toContain(message);
  });

  test("that merges more keys than one would write is refused", () => {
    const map = (from: number) =>
      `{${Array.from({ length: 300 }, (_, at) => `k${from + at}: 1`).join(", ")}}`;
    expect(messagesOf(`<<: [${map(0)}, ${map(300)}]\n`)).toEqual([
      "a mapping that merges others has at most 500 keys",
    ]);
  });
});
