import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wholeRound } from "../support/round.js";

test.skipIf(!wholeRound)(
  "the examples type-check as a consumer's code, against the built declarations",
  () => {
    const tsc = ["node_modules/typescript-7/bin/tsc", "-p", "examples"];
    expect(execFileSync(process.execPath, tsc, { encoding: "utf8" })).toBe("");
  },
);

test("the list of examples names all of them, and nothing else", () => {
  const listed = [...readFileSync("examples/README.md", "utf8").matchAll(/^\| \[([^\]]+?)\/?\]\(/gm)];
  const present = readdirSync("examples").filter((name) => !["README.md", "tsconfig.json"].includes(name));
  expect(listed.map(([, name]) => name).sort()).toEqual(present.sort());
});
