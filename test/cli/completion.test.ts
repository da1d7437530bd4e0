import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, pathOf } from "../support/parts.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";

let command: BuiltCommand;
let script: string;
beforeAll(async () => {
  command = installCommand();
  script = join(command.work, "completion.bash");
  writeFileSync(script, (await run(command, ["completion", "bash"])).stdout);
});
afterAll(() => command.clean());

/** What bash offers for the last of these words. */
function complete(...words: string[]): string[] {
  const body = `. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _backup_records; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: `${command.bin}:/usr/bin:/bin`, HOME: command.work };
  const out = execFileSync(pathOf("bash"), ["--norc", "-c", body, script, "backup-records", ...words], {
    env,
    cwd: command.work,
    encoding: "utf8",
  });
  return out.split("\n").filter(Boolean);
}

describe.skipIf(lacks("bash"))("in bash", () => {
  test.each([
    [["expl"], ["explain"]],
    [["list", "st"], ["starrocks"]],
    [["list", "dcs", "--form"], ["--format"]],
    [
      ["list", "dcs", "--format", ""],
      ["table", "json", "ndjson", "csv"],
    ],
    [
      ["list", "dcs", "--status", "s"],
      ["succeeded", "skipped"],
    ],
    [["list", "dcs", "--instance", ""], []],
    [["list", "dcs", "--region", "eu-n"], ["eu-nl"]],
    [["list", "dcs", "--status", "failed,su"], ["failed,succeeded"]],
    [
      ["list", "dcs", "--columns", "id,name,sta"],
      ["id,name,state", "id,name,started"],
    ],
    [["audit", "--service", "dcs,v"], ["dcs,vbs"]],
    [["explain", "dcs.08.0001"], ["dcs.08.0001"]],
    [["explain", "miss"], ["missed"]],
    [
      ["explain", "ECONN"],
      ["ECONNREFUSED", "ECONNRESET"],
    ],
    [["audit", "ini"], ["init"]],
    [["audit", "--not"], ["--notify"]],
    [["audit", "init", "--not"], []],
    [["audit", "init", "--at"], ["--attempts"]],
    [["audit", "init", "--cloud", "ot"], ["otc"]],
    [
      ["list", "dcs", "--columns", "re"],
      ["restorable", "resource"],
    ],
    [["list", "dcs", "--lat"], ["--latest"]],
    [["audit", "--color", "n"], ["never"]],
    [
      ["mock", "--mode", ""],
      ["simulate", "examples"],
    ],
    [["completion", "f"], ["fish"]],
    [["list", "--de"], ["--debug"]],
  ])("%j offers %j", (words, offered) => {
    expect(complete(...words)).toEqual(offered);
  });

  test("names of targets and groups come from the targets file, and nothing in them is run", () => {
    const text = `groups: { shop: {}, lab: {} }
defaults: { service: dcs, cloud: otc, region: eu-de, project: p, objective: { maxAge: 1d } }
targets:
  - { group: shop, instances: [sessions, carts] }
  - { group: lab, instance: queue, name: "$(touch run)" }
  - { group: lab, instance: other, name: "two words" }
`;
    writeFileSync(join(command.work, "targets.yaml"), text);
    writeFileSync(join(command.work, "other.yaml"), text.replaceAll("sessions", "elsewhere"));
    expect(complete("audit", "--target", "")).toEqual(["sessions", "carts"]);
    expect(complete("audit", "other.yaml", "--target", "")).toEqual(["elsewhere", "carts"]);
    expect(complete("audit", "--group", "s")).toEqual(["shop"]);
    expect(complete("audit", "missing.yaml", "--target", "")).toEqual([]);
    expect(readdirSync(command.work)).not.toContain("run");
  });

  test("an empty line offers every command", () => {
    const commands = ["list", "mock", "check", "explain", "lint", "diff", "docs", "completion", "help"];
    expect(complete("")).toEqual(expect.arrayContaining(commands));
  });
});

test.each(["zsh", "fish"])("the script for %s has the same commands, options and values", async (shell) => {
  const { stdout, exit } = await run(command, ["completion", shell]);
  expect(exit).toBe(0);
  for (const word of ["starrocks", "format", "ndjson", "timed_out", "simulate", "interval"]) {
    expect(stdout).toContain(word);
  }
});
