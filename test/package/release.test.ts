import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

let folder = "";
const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });

const notes = () =>
  execFileSync(process.execPath, [resolve(".changeset/notes.mjs")], { cwd: folder, encoding: "utf8" });

describe.skipIf(lacks("git"))("a release", () => {
  // A repository of its own, so that this one keeps its version.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "release-"));
    for (const part of ["package.json", "CHANGELOG.md", ".changeset"]) {
      cpSync(resolve(part), join(folder, part), { recursive: true });
    }
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git(
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@example.com",
      "commit",
      "--quiet",
      "--message",
      "Begin",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

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

describe("the address of the repository", () => {
  const ADDRESS = "https://github.com/OWNER/backup-records";
  let copy = "";
  const script = resolve(".changeset/address.mjs");
  const write = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: "utf8" });
  const read = (file: string) => readFileSync(join(copy, file), "utf8");

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "address-"));
    for (const part of [
      "package.json",
      "README.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
      "LICENSE",
    ])
      cpSync(resolve(part), join(copy, part));
    for (const part of ["docs", "deploy", "examples"])
      cpSync(resolve(part), join(copy, part), { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each([
    "",
    "git@github.com:OWNER/x.git",
    "http://github.com/OWNER/x",
    "https://github.com/OWNER/x.git",
  ])("is refused if it is %j, and nothing is written", (address) => {
    const before = [read("package.json"), read("README.md")];
    const { status, stderr } = write(address);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^.+ is not the address of a repository \(expected https:.+\)\n$/);
    expect([read("package.json"), read("README.md")]).toEqual(before);
  });

  test("is in the manifest and in each link of the README, which names the registry", () => {
    const { version } = JSON.parse(read("package.json"));
    const links = (text: string) =>
      [...text.matchAll(/(\]\(|\b(?:src|srcset)=")([^)"]+)/g)].map(([, before = "", to = ""]) => ({
        before,
        to,
      }));
    const before = links(read("README.md"));
    expect(write(ADDRESS)).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(read("package.json"))).toMatchObject({
      repository: { type: "git", url: `git+${ADDRESS}.git` },
      homepage: `${ADDRESS}#readme`,
      bugs: { url: `${ADDRESS}/issues` },
      publishConfig: { provenance: true },
    });
    const readme = read("README.md");
    const kind = (before: string, path: string) =>
      before.startsWith("s") ? "raw" : statSync(path).isDirectory() ? "tree" : "blob";
    expect(before.filter(({ before }) => before.startsWith("s"))).toHaveLength(2);
    expect(links(readme)).toEqual(
      before.map(({ before, to }) => ({
        before,
        to: `${ADDRESS}/${kind(before, to.replace(/#.*$/, ""))}/v${version}/${to}`,
      })),
    );
    expect(readme).toContain("```sh\nnpm install backup-records\n```");
    expect(readme).not.toContain("npm pack --silent");
    expect(readme).not.toContain("<!--");
  });
});

test.skipIf(!wholeRound || !existsSync("THIRD_PARTY_NOTICES"))(
  "the bill of materials has what is installed and what is bundled",
  () => {
    const out = execFileSync(process.execPath, [resolve(".changeset/sbom.mjs")], { encoding: "utf8" });
    const { bomFormat, metadata, components, dependencies } = JSON.parse(out);
    const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect([bomFormat, metadata.component.name, metadata.component.version]).toEqual([
      "CycloneDX",
      name,
      version,
    ]);
    const names: string[] = components.map((one: { name: string }) => one.name);
    expect(names).toEqual(expect.arrayContaining(["openapi-fetch", "commander", "yaml", "prom-client"]));
    expect(names).not.toContain("vitest");
    const known = new Set([metadata.component, ...components].map((one) => one["bom-ref"]));
    const named = dependencies.flatMap((one: { ref: string; dependsOn: string[] }) => [
      one.ref,
      ...one.dependsOn,
    ]);
    expect(named.filter((ref: string) => !known.has(ref))).toEqual([]);
  },
);
