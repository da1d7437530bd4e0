import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.js";
import { textTerminal } from "../cli/support/text-terminal.js";

test("the guide of the command line has every command in its table", () => {
  const guide = readFileSync("docs/guide/command-line.md", "utf8");
  const [table = ""] = guide.split("\n\n").filter((part) => part.startsWith("| command |"));
  const named = table
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => name));
  const { terminal } = textTerminal({}, ".", Buffer.alloc(0));
  const commands = createProgram(terminal, () => {}).commands.map((command) => command.name());
  expect(named.sort()).toEqual(commands.sort());
});
