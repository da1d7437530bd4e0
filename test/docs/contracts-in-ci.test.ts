import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lacks } from "../support/parts.js";
import { sampleOf } from "../support/round.js";

const guide = readFileSync("docs/guide/contracts-in-ci.md", "utf8");
const block = (heading: string, language: string) =>
  new RegExp(`## ${heading}[\\s\\S]*?\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? "";

const gitlab: { contracts: { script: string[] } } = parse(block("GitLab", "yaml"));
const scripts = {
  GitLab: ["set -eu", ...gitlab.contracts.script].join("\n"),
  "any other CI": block("Any other CI", "sh"),
};

const top = mkdtempSync(join(tmpdir(), "contracts-in-ci-"));
const tools = join(top, "tools");
mkdirSync(tools);
const program = (name: string, text: string) => {
  writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(tools, name), 0o755);
};
// What `npm ci` would install is that of this repository.
program("npm", "exit 0");
program("npx", `shift; exec node ${resolve("dist/cli/main.js")} "$@"`);
afterAll(() => rmSync(top, { recursive: true }));

describe.skipIf(lacks("git"))("the scripts of the guide", () => {
  let number = 0;
  let folder = "";
  let base = "";

  const git = (...args: string[]) => {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    return spawnSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" }).stdout.trim();
  };

  beforeEach(() => {
    folder = join(top, `repository-${++number}`);
    cpSync("examples/contract-gate", folder, { recursive: true });
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "--message=A state");
    base = git("rev-parse", "HEAD");
  });

  function edit(from: string, to: string): void {
    const file = join(folder, "openapi.yaml");
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replaceAll(from, to));
  }

  function run(script: string) {
    const env = { ...process.env, PATH: `${tools}:${process.env["PATH"]}` };
    return spawnSync("sh", ["-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: { ...env, BASE: base, CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    });
  }

  test.each(sampleOf(Object.entries(scripts), 2))(
    "%s lets pass what breaks nothing",
    (_, script) => {
      const { status, stderr } = run(script);
      expect([status, stderr]).toEqual([0, expect.stringContaining("keeps every rule")]);
    },
    60_000,
  );

  test.each(sampleOf(Object.entries(scripts), 2))(
    "%s stops a change that breaks clients",
    (_, script) => {
      edit("ListSnapshots", "ListAllSnapshots");
      const { status, stdout } = run(script);
      expect([status, stdout]).toEqual([1, expect.stringContaining("breaking")]);
    },
    60_000,
  );

  test.each(sampleOf(Object.entries(scripts), 2))(
    "%s stops at a finding of the rules",
    (_, script) => {
      edit("ListSnapshots", "listSnapshots");
      const { status, stdout } = run(script);
      expect([status, stdout]).toEqual([1, expect.stringContaining("backup-records/operation-id")]);
    },
    60_000,
  );

  test("a new contract is only linted by the script for any CI", () => {
    git("rm", "--quiet", "--cached", "openapi.yaml");
    git("commit", "--quiet", "--message=Without it");
    base = git("rev-parse", "HEAD");
    expect(run(scripts["any other CI"]).status).toBe(0);
  }, 60_000);
});
