import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

const gate = resolve(".github/actions/contract-gate/gate.mjs");
const top = mkdtempSync(join(tmpdir(), "contract-gate-"));
const tools = join(top, "tools/node_modules/.bin");
mkdirSync(tools, { recursive: true });
writeFileSync(join(tools, "backup-records"), `#!/bin/sh\nexec node ${resolve("dist/cli/main.js")} "$@"\n`, {
  mode: 0o755,
});
symlinkSync(resolve("node_modules/.bin/redocly"), join(tools, "redocly"));
afterAll(() => rmSync(top, { recursive: true }));

let repository = "";
let number = 0;

/** A repository like the example's with the contract on its base branch, as after a merged pull request. */
beforeEach(() => {
  repository = join(top, `repository-${++number}`);
  cpSync(resolve("examples/contract-gate"), repository, { recursive: true });
  git("init", "--quiet", "--initial-branch=main");
  commit();
});

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
    cwd: repository,
    stdio: "ignore",
  });
}

function commit(): void {
  git("add", ".");
  git("commit", "--quiet", "--message", "A change");
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(repository, file);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

function runGate(inputs: Record<string, string> = {}) {
  const temp = mkdtempSync(join(top, "runner-"));
  const files = { GITHUB_STEP_SUMMARY: join(temp, "summary.md"), GITHUB_OUTPUT: join(temp, "output.txt") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [gate], {
    cwd: repository,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      TOOLS: join(top, "tools"),
      RUNNER_TEMP: temp,
      CONTRACTS: "openapi.yaml\n",
      BASE: "HEAD^1",
      ...files,
      ...inputs,
    },
  });
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return {
    code: status,
    said: stdout,
    talk: stderr,
    summary: read(files.GITHUB_STEP_SUMMARY),
    output: read(files.GITHUB_OUTPUT),
  };
}

// Each test makes a repository and runs redocly: `npm run test:whole` has the time for it.
const round = describe.skipIf(!wholeRound || lacks("git"));

round("the contract gate", () => {
  test("accepts an additive change, and lists it", () => {
    edit("openapi.yaml", (text) => text.replace("maximum: 100", "maximum: 200"));
    commit();
    const { code, said, summary, output } = runGate();
    expect(said).toMatch(/^::notice file=openapi\.yaml,line=\d+,title=/m);
    expect(said).not.toContain("::error");
    expect(summary).toContain("1 additive");
    expect(output).toContain("breaking=false\n");
    expect(code).toBe(0);
  });

  test("rejects a change that breaks clients, on its line", () => {
    edit("openapi.yaml", (text) => text.replace("maximum: 100", "maximum: 50"));
    commit();
    const { code, said, summary, output } = runGate();
    const line = readFileSync(join(repository, "openapi.yaml"), "utf8")
      .split("\n")
      .findIndex((text) => text.includes("maximum: 50"));
    expect(said).toMatch(new RegExp(`^::error file=openapi\\.yaml,line=${line + 1},`, "m"));
    expect(summary).toContain("**breaking**");
    expect(output).toMatch(/^breaking=true\nsummary=.*contract-gate\.md\n$/);
    expect(code).toBe(1);
  });

  test("only reports a breaking change with fail-on: never", () => {
    edit("openapi.yaml", (text) => text.replace("maximum: 100", "maximum: 50"));
    commit();
    const { code, said, output } = runGate({ FAIL_ON: "never" });
    expect(said).toContain("::warning file=openapi.yaml,");
    expect(said).not.toContain("::error");
    expect(output).toContain("breaking=true\n");
    expect(code).toBe(0);
  });

  test("lints by the house rules, on the line of the problem", () => {
    edit("openapi.yaml", (text) =>
      text.replace(/^ +format: date-time\n/m, "").replace(/^ +x-time: .*\n/m, ""),
    );
    commit();
    const { code, said } = runGate({ FAIL_ON: "never" });
    expect(said).toMatch(/^::error file=openapi\.yaml,line=\d+,col=\d+,title=backup-records\/time-unit::/m);
    expect(code).toBe(1);
  });

  test("only lints if there is nothing to compare with", () => {
    const { code, summary, output } = runGate({ BASE: "" });
    expect([code, summary, output]).toEqual([0, "", ""]);
  });

  test("lists an added contract, and counts a removed one as breaking", () => {
    git("mv", "openapi.yaml", "snapshots.yaml");
    commit();
    const { code, said, summary } = runGate({ CONTRACTS: "openapi.yaml\n  snapshots.yaml\n\n" });
    expect(said).toContain("::error file=openapi.yaml::The contract was removed");
    expect(summary).toContain("#### openapi.yaml\n\nThe contract was **removed**.");
    expect(summary).toContain("#### snapshots.yaml\n\nThe contract was added.");
    expect(code).toBe(1);
  });

  test("compares a contract of several files as one", () => {
    writeFileSync(join(repository, "id.yaml"), "type: string\ndescription: Id of the snapshot.\n");
    edit("openapi.yaml", (text) =>
      text.replace(
        "        id:\n          type: string\n          description: Id of the snapshot.\n",
        "        id:\n          $ref: id.yaml\n",
      ),
    );
    commit();
    writeFileSync(join(repository, "id.yaml"), "type: integer\ndescription: Id of the snapshot.\n");
    commit();
    const { code, said, summary } = runGate();
    expect(said).toContain("::error file=openapi.yaml::The contract breaks its clients");
    expect(summary).toContain("**breaking**");
    expect(summary).not.toContain(top);
    expect(code).toBe(1);
  });

  test.each([
    [{ CONTRACTS: "" }, "no contract is named"],
    [{ CONTRACTS: "missing.yaml" }, "no such file: missing.yaml"],
    [{ CONTRACTS: "missing.yaml", BASE: "" }, "no such file: missing.yaml"],
    [{ BASE: "no-such-ref" }, "no-such-ref is not there to compare with"],
    [{ FAIL_ON: "always" }, "fail-on is breaking or never, not always"],
  ])("rejects %j: %s", (inputs, message) => {
    commitNothing();
    const { code, said } = runGate(inputs);
    expect(said).toContain(`::error title=Contract gate::${message}`);
    expect(code).toBe(2);
  });

  test("leaves nothing behind in the repository", () => {
    commitNothing();
    expect(runGate().code).toBe(0);
    const list = execFileSync("git", ["worktree", "list"], { cwd: repository, encoding: "utf8" });
    expect(list.trim().split("\n")).toHaveLength(1);
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: repository, encoding: "utf8" })).toBe("");
  });
});

function commitNothing(): void {
  git("commit", "--quiet", "--allow-empty", "--message", "Nothing");
}
