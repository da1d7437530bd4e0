import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

let folder = "";
const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });

// A repository of its own, so that this one keeps its version.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  for (const part of ["package.json", "CHANGELOG.md", ".changeset"]) {
    cpSync(resolve(part), join(folder, part), { recursive: true });
  }
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "Begin");
});
afterAll(() => rmSync(folder, { recursive: true }));

const notes = () =>
  execFileSync(process.execPath, [resolve(".changeset/notes.mjs")], { cwd: folder, encoding: "utf8" });

describe.skipIf(lacks("git"))("a release", () => {
  test("has notes for the version in package.json", () => {
    expect(notes()).toMatch(/\S/);
  });

  test.skipIf(!wholeRound)("turns a changeset into a version and the first section of the changelog", () => {
    const sentence = "Lists the backups of another service.\n\nWith a second paragraph.\n";
    writeFileSync(join(folder, ".changeset/one.md"), `---\n"backup-records": minor\n---\n\n${sentence}`);
    const before = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
      .version.split(".")
      .map(Number);
    execFileSync(process.execPath, [resolve("node_modules/@changesets/cli/bin.js"), "version"], {
      cwd: folder,
      stdio: "ignore",
    });
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(version).toBe(`${before[0]}.${before[1] + 1}.0`);
    expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toMatch(
      new RegExp(`^# Changelog\n\n## ${version.replaceAll(".", "\\.")}\n\n### Minor Changes\n`),
    );
    expect(notes()).toBe(
      "### Minor Changes\n\n- Lists the backups of another service.\n\n  With a second paragraph.\n",
    );
  });
});
