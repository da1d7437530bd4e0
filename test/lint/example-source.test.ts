import { expect, test } from "vitest";
import { lintWith, messages, withOperation } from "./lint.js";

const options = { sources: ["guide-en", "guide-zh"] };
const answer = (content: object) =>
  withOperation({ responses: { "200": { description: "Fine", content: { "application/json": content } } } });

test("names after a source, with a suffix, or marked as made up pass", async () => {
  const examples = Object.fromEntries(
    ["guide-en", "guide-zh-error", "beyond-empty"].map((name) => [name, { value: {} }]),
  );
  expect(await messages("example-source", answer({ examples }), options)).toEqual([]);
});

test.each(["guide", "guide-english", "guide-en-", "beyond-", "Default", "example1"])(
  "%s says no source",
  async (name) => {
    expect(
      await lintWith("example-source", answer({ examples: { [name]: { value: {} } } }), options),
    ).toEqual([
      {
        message:
          `The example "${name}" does not say where it comes from. Name it after its source ` +
          '(one of "guide-en", "guide-zh", with a suffix if need be), or "beyond-…" if no source page shows it.',
        pointer: `#/paths/~1backups/get/responses/200/content/application~1json/examples/${name}`,
      },
    ]);
  },
);

test("examples of parameters and headers count", async () => {
  const examples = { some: { value: "1" } };
  const document = withOperation({
    parameters: [{ name: "limit", in: "query", examples }],
    responses: { "200": { description: "Fine", headers: { "X-Total": { examples } } } },
  });
  expect(await messages("example-source", document, options)).toHaveLength(2);
});

test("an example of a body without a name has no source", async () => {
  expect(await messages("example-source", answer({ example: {} }), options)).toEqual([
    `This example has no name, so nothing says where it comes from. Move it to "examples".`,
  ]);
});

test("the prefix of what is made up can be changed", async () => {
  const document = answer({ examples: { "made-up-empty": { value: {} } } });
  expect(await messages("example-source", document, { ...options, beyond: "made-up-" })).toEqual([]);
});

test("without sources the rule asks for them", async () => {
  expect(await messages("example-source", answer({}))).toEqual([
    'backup-records/example-source knows no source pages. List their ids in its option "sources".',
  ]);
});
