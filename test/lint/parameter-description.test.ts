import { expect, test } from "vitest";
import { lintWith, messages, withOperation } from "./lint.js";

const described = { name: "limit", in: "query", description: "How many records a page holds." };

test("described parameters and headers pass", async () => {
  const headers = { "Retry-After": { description: "How long to wait, in seconds." } };
  expect(
    await messages(
      "parameter-description",
      withOperation({ parameters: [described], responses: { "429": { description: "Wait", headers } } }),
    ),
  ).toEqual([]);
});

test("a parameter and a header without a description are reported at their place", async () => {
  const problems = await lintWith(
    "parameter-description",
    withOperation({
      parameters: [{ name: "limit", in: "query" }],
      responses: { "429": { description: "Wait", headers: { "Retry-After": {} } } },
    }),
  );
  expect(problems.map(({ message }) => message)).toEqual([
    'The parameter "limit" has no description. Say what it means, with its unit or format if it has one.',
    'The header "Retry-After" has no description. Say what it means, with its unit or format if it has one.',
  ]);
  expect(problems[0]?.pointer).toBe("#/paths/~1backups/get/parameters/0");
});

test("a description of spaces is none", async () => {
  const problems = await lintWith(
    "parameter-description",
    withOperation({ parameters: [{ ...described, description: "  " }] }),
  );
  expect(problems.map(({ pointer }) => pointer)).toEqual(["#/paths/~1backups/get/parameters/0/description"]);
});
