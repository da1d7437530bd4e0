import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TargetsFileError } from "../../../src/audit/targets/error.js";
import { didYouMean, quote } from "../../../src/node/quote.js";
import { runsOf, sampleOf } from "../../support/round.js";
import { mistakes, read } from "./read.js";

const GOOD = `${readFileSync("examples/audit/targets.yaml", "utf8").replaceAll(/^ {2}# ( *\S+: ?)/gm, "  $1")}
x-ids: &ids [one, two]
`;
const SECRETS = [
  "fake/Secret+Of/A/Test/0123456789abcdefABCDEF",
  "FAKEACCESSKEY0123456",
  "fakeSecretKeyOfATest0123456789abcdefghij",
  "LTAI5tFakeFakeFakeFake12",
];
const VARIABLES = {
  TEAM_B_ACCESS_KEY: SECRETS[1],
  TEAM_B_SECRET_KEY: SECRETS[2],
  TEAM_B_PROJECT: SECRETS[0],
};

/** A line of the file with something of it replaced, doubled or left out. */
const mutation = fc.record({
  at: fc.nat(GOOD.length),
  length: fc.nat(12),
  text: fc.oneof(
    fc.constantFrom(
      ...SECRETS,
      "",
      "\t",
      "\n",
      ": ",
      "- ",
      "{",
      "[",
      "]",
      "}",
      "&a ",
      "*a",
      "*ids",
      "<<: ",
      "!!x ",
      '"',
    ),
    fc.constantFrom(
      "#",
      "|",
      ">",
      "%",
      "@",
      "null",
      "~",
      "0x",
      "1e9",
      "---\n",
      "...\n",
      "? ",
      "\u0000",
      "\uFEFF",
      "\uD800",
    ),
    fc.string({ maxLength: 5 }),
  ),
});

function mutate(mutations: readonly { at: number; length: number; text: string }[]): string {
  return mutations.reduce(
    (text, { at, length, text: put }) => text.slice(0, at) + put + text.slice(at + length),
    GOOD,
  );
}

describe("whatever is done to a good file", () => {
  test("it is one", () => {
    expect(mistakes(GOOD, { env: VARIABLES })).toEqual([]);
    expect([...read(GOOD, { env: VARIABLES }).accounts.keys()]).toEqual(["default", "team-b"]);
  });

  test("it is read or its mistakes are told, each on its line, and no secret is told", () => {
    const numRuns = runsOf(100);
    let refused = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const text = mutate(mutations);
        const lines = text.split("\n").length;
        try {
          read(text, { env: VARIABLES });
        } catch (error) {
          if (!(error instanceof TargetsFileError)) throw error;
          refused += 1;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const { line, column, message, hint = "" } of error.problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
            expect(column).toBeGreaterThanOrEqual(1);
            expect(`${message}${hint}`).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
            for (const secret of SECRETS) expect(`${message}${hint}`).not.toContain(secret.slice(0, 12));
          }
        }
      }),
      { numRuns },
    );
    expect(refused).toBeGreaterThan(numRuns / 5);
  });

  test("a secret in the place of any key or value is not told", () => {
    const places = [...GOOD.matchAll(/[\w.-]+(?=[:,\]}\n ])/g)].map(({ index, 0: { length } }) => ({
      index,
      length,
    }));
    sampleOf(places, 7).forEach(({ index, length }, at) => {
      const secret = SECRETS[at % SECRETS.length] ?? "";
      const text = GOOD.slice(0, index) + secret + GOOD.slice(index + length);
      expect(mistakes(text, { env: VARIABLES }).join("\n")).not.toContain(secret.slice(0, 12));
    });
  });
});

test("a name that cannot be shown is not asked after either", () => {
  expect(didYouMean("volumes", ["v\tolumes"])).toBeUndefined();
  expect(didYouMean("volumes", ["v\tolumes", "volume"])).toBe("did you mean volume?");
});

test("a text is shown where it can be no credential, and described otherwise", () => {
  expect(["eu-de", "team a", "i-0123"].map(quote)).toEqual(['"eu-de"', '"team a"', '"i-0123"']);
  expect(SECRETS.map(quote)).toEqual(SECRETS.map(({ length }) => `(a text of ${length} characters)`));
  expect(quote("a\u001b[31mb")).toBe("(a text of 7 characters)");
});
