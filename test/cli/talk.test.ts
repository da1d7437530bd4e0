import { describe, expect, test } from "vitest";
import { wantsColour } from "../../src/cli/style.js";
import { readTalkOptions } from "../../src/cli/talk.js";

describe("colours", () => {
  test.each([
    // [on a terminal, environment, --color, coloured]
    [true, {}, "auto", true],
    [false, {}, "auto", false],
    [true, { TERM: "dumb" }, "auto", false],
    [true, { NO_COLOR: "1" }, "auto", false],
    [true, { NO_COLOR: "" }, "auto", true],
    [false, { FORCE_COLOR: "1" }, "auto", true],
    [false, { CLICOLOR_FORCE: "1" }, "auto", true],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, "auto", true],
    [true, { FORCE_COLOR: "0" }, "auto", false],
    [true, { FORCE_COLOR: "1" }, "never", false],
    [false, { NO_COLOR: "1" }, "always", true],
  ] as const)("terminal: %j, %j, --color %s: %j", (isTerminal, env, choice, coloured) => {
    expect(wantsColour(isTerminal, env, choice)).toBe(coloured);
  });
});

test.each([
  ["list dcs", { colour: "auto", quiet: false }],
  ["list dcs --color always --quiet", { colour: "always", quiet: true }],
  ["--color=never list -q", { colour: "never", quiet: true }],
  ["list --color always --color never", { colour: "never", quiet: false }],
  ["list --color green", { colour: "auto", quiet: false }],
  ["explain -- --quiet --color always", { colour: "auto", quiet: false }],
])("the options of %s are read", (line, options) => {
  expect(readTalkOptions(line.split(" "))).toEqual(options);
});
