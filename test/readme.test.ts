import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsOf } from "../scripts/bare/readme.js";
import { type BuiltCommand, installCommand } from "./cli/support/command.js";
import { lacks, pathOf } from "./support/parts.js";
import { sampleOf, wholeRound } from "./support/round.js";

const readme = readFileSync("README.md", "utf8");

/** Blocks that start a simulator beside them and stop it: they run anywhere, and end by themselves. */
const blocksOf = (file: string): readonly (readonly string[])[] =>
  commandsOf(readFileSync(file, "utf8")).filter((lines) => lines.some((line) => /\bmock .*&$/.test(line)));

/** The last follows a backup until it ends. */
const stories = [
  "README.md",
  "docs/guide/index.md",
  "docs/guide/agents.md",
  "docs/guide/command-line.md",
] as const;

test("the README is short, and its blocks have no comment behind a command", () => {
  expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap((block) => block.split("\n").filter((line) => /\S\s+# /.test(line)))).toEqual([]);
});

test("every link of the README leads to a file", () => {
  const targets = [...readme.matchAll(/(?:\]\(|\b(?:src|srcset)=")([^)"#]+)/g)].map(
    ([, target = ""]) => target,
  );
  expect(targets.length).toBeGreaterThan(15);
  expect(targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(target))).toEqual([]);
});

describe.each(sampleOf(["bash", "zsh"] as const, 2))("the stories of README and guide in %s", (shell) => {
  let command: BuiltCommand;
  beforeAll(() => {
    command = installCommand();
    const npx = join(command.bin, "npx");
    // Starts the command itself, as npx does.
    writeFileSync(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${command.file}' "$@"\n`);
    chmodSync(npx, 0o755);
  });
  afterAll(() => command.clean());

  test.skipIf(lacks(shell)).each(wholeRound ? stories : stories.slice(0, 1))(
    "%s runs to its end",
    { timeout: 240_000 },
    async (file) => {
      if (file.endsWith("command-line.md") && lacks("curl")) return;
      const blocks = blocksOf(file);
      expect(blocks.length).toBeGreaterThan(0);
      for (const lines of blocks) {
        const script = ["set -e", ...lines, "wait || true", "echo THE END"].join("\n");
        const { code, stdout, stderr } = await inShell(shell, script, command);
        expect({ code, end: stdout.trimEnd().endsWith("THE END"), stderr }).toMatchObject({
          code: 0,
          end: true,
        });
        expect(stderr).not.toMatch(/command not found|no such job|internal error/);
      }
    },
  );
});

/** Runs a script in a process group of its own, which is ended with it. */
async function inShell(shell: "bash" | "zsh", script: string, { work, bin }: BuiltCommand) {
  const child = spawn(pathOf(shell), [shell === "zsh" ? "-fc" : "-c", script], {
    cwd: work,
    env: { PATH: `${bin}:/usr/bin:/bin`, HOME: work, TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = new Promise<number | null>((done) => child.on("exit", done));
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await exited;
  try {
    process.kill(-(child.pid ?? Number.NaN), "SIGKILL");
  } catch {
    // Nothing is left of the group.
  }
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}
