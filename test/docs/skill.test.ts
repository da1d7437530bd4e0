import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { statuses } from "../../src/cli/audit/status.js";
import { createProgram } from "../../src/cli/program.js";
import { textTerminal } from "../cli/support/text-terminal.js";

const skill = readFileSync("skills/backup-records/SKILL.md", "utf8");

test("the skill has the head that agents look for", () => {
  const [, name, description = ""] = /^---\nname: (\S+)\ndescription: (.+)\n---\n/.exec(skill) ?? [];
  expect(name).toBe("backup-records");
  expect(description.length).toBeLessThanOrEqual(1024);
  expect(description).toContain("did every backup run");
});

test("the skill leads to the audit before any listing", () => {
  expect(skill.indexOf("backup-records audit")).toBeGreaterThan(0);
  expect(skill.indexOf("backup-records audit")).toBeLessThan(skill.indexOf("backup-records list dcs"));
});

test("the skill names every verdict", () => {
  expect(statuses.filter((status) => !skill.includes(`\`${status}\``))).toEqual([]);
});

test("the commands of the skill and their options exist", () => {
  const { terminal } = textTerminal({}, ".", Buffer.alloc(0));
  const program = createProgram(terminal, () => {});
  const lines = [...skill.matchAll(/npx backup-records ([a-z]+)([^`\n]*)/g)];
  expect(lines.length).toBeGreaterThan(6);
  for (const [, name, rest = ""] of lines) {
    const command = program.commands.find((one) => one.name() === name);
    expect(command?.name()).toBe(name);
    const known = [...(command?.options ?? []).map(({ long }) => long), "--help"];
    expect([...rest.matchAll(/--[a-z-]+/g)].map(String).filter((option) => !known.includes(option))).toEqual(
      [],
    );
  }
});
