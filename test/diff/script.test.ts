import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { both, contractOf, type Mutation, push, set } from "./mutations.js";
import { createRepository, type Repository } from "./repository.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const limit = "/components/parameters/Limit/schema";

const breaking = set(`${limit}/default`, 25);
const additive = push("/components/schemas/DcsBackupStatus/anyOf/0/enum", "paused");
const words = set("/components/parameters/Limit/description", "Size of a page.");

let repository: Repository;
let base: string;

const dcs = (edit: Mutation["edit"] = () => {}) => {
  const contract = contractOf("dcs");
  edit(contract);
  return { "generated/dcs/openapi.json": contract };
};
const version = (text: string) => ({ "package.json": { name: "contracts", version: text } });

const skipped = lacks("git");
/** Each of these runs Redocly, which takes a second or more: `npm run test:whole` has the time for all of them. */
const round = test.skipIf(!wholeRound);

beforeEach(({ skip }) => {
  skip(skipped, "needs git");
  repository = createRepository();
  repository.write({ ...dcs(), "generated/vbs/openapi.json": contractOf("vbs"), ...version("0.1.0") });
  base = repository.commit();
});

afterEach(() => repository?.dispose());

describe("the exit code", () => {
  test("is 0 where nothing changed", async () => {
    expect(await repository.diff(base)).toEqual({
      code: 0,
      out: "dcs: no change\n\nvbs: no change\n",
      talk: ["No breaking change."],
    });
  });

  round.each([
    ["an additive change", additive, "dcs: 1 additive\n"],
    ["a change of words", words, "dcs: 1 documentation only\n"],
  ])("is 0 after %s", async (_, edit, heading) => {
    repository.write(dcs(edit));
    const { code, out } = await repository.diff("main");
    expect(code).toBe(0);
    expect(out).toContain(heading);
  });

  test("is 1 after a breaking change", async () => {
    repository.write(dcs(breaking));
    const { code, out, talk } = await repository.diff("HEAD");
    expect(code).toBe(1);
    expect(out).toContain(`breaking  ${limit}/default  \`default\` changed from 10 to 25\n`);
    expect(talk).toEqual([
      expect.stringMatching(/^1 breaking change, but the version is still 0\.1\.0: raise /),
    ]);
  });

  round.each([
    ["0.1.9", 1, /^1 breaking change, but 0\.1\.0 → 0\.1\.9 is not enough: /],
    ["0.2.0", 0, /^1 breaking change; 0\.1\.0 → 0\.2\.0 raises /],
  ])("after a breaking change of the version 0.1.0 to %s is %i", async (to, expected, said) => {
    repository.remove("generated/vbs");
    repository.write(version(to));
    const { code, talk } = await repository.diff("HEAD");
    expect({ code, talk }).toEqual({ code: expected, talk: [expect.stringMatching(said)] });
  });

  round("is 1 where a contract goes, 0 where one comes", async () => {
    repository.remove("generated/vbs");
    expect(await repository.diff("main")).toMatchObject({
      code: 1,
      out: expect.stringContaining("vbs: 1 breaking\n  breaking  (all of it)  the contract was removed\n"),
    });
    repository.commit();
    repository.write({ "generated/vbs/openapi.json": contractOf("vbs") });
    expect(await repository.diff("HEAD")).toMatchObject({
      code: 0,
      out: expect.stringContaining("vbs: 1 additive\n  additive  (all of it)  the contract was added\n"),
    });
  });

  test("is 0 against a ref that holds no contracts, which is said", async () => {
    repository.remove("generated");
    const empty = repository.commit();
    repository.write(dcs());
    expect(await repository.diff(empty)).toEqual({
      code: 0,
      out: "dcs: 1 additive\n  additive  (all of it)  the contract was added\n",
      talk: [`"${empty}" holds no generated contracts: every one of them is new.`, "No breaking change."],
    });
  });
});

describe("exit code 2 and one line", () => {
  const notContract: [string, string[], RegExp] = [
    "a file that is no contract",
    ["generated/dcs/openapi.json", "package.json"],
    /package\.json cannot be read as a contract: Unsupported specification$/,
  ];
  test.each([
    ["an unknown ref", ["no-such-branch"], /^unknown git ref "no-such-branch"; .* fetch it/],
    ["a ref that names no commit", ["HEAD:generated"], /^unknown git ref "HEAD:generated"/],
    ["no argument", [], /^usage: npm run diff -- /],
    ["three arguments", ["a", "b", "c"], /^usage: /],
    ["an unknown option", ["main", "--loud"], /^Unknown option '--loud'; usage: /],
    ["an unknown format", ["main", "--format", "pdf"], /^no format "pdf"; usage: /],
    ["a missing file", ["no-such.json", "package.json"], /no-such\.json: no such file$/],
    ...(wholeRound ? [notContract] : []),
  ])("%s", async (_, args, said) => {
    const { code, out, talk } = await repository.diff(...args);
    expect({ code, out, talk }).toEqual({ code: 2, out: "", talk: [expect.stringMatching(said)] });
    expect(talk[0]).not.toContain("\n");
  });

  test("a folder outside of any repository", async () => {
    const folder = createRepository({ git: false });
    expect(await folder.diff("main")).toEqual({
      code: 2,
      out: "",
      talk: [`${folder.path} is not in a git repository`],
    });
    folder.dispose();
  });

  round("contracts nowhere", async () => {
    repository.remove("generated");
    repository.commit();
    expect(await repository.diff("HEAD")).toMatchObject({
      code: 2,
      talk: [expect.stringMatching(/^neither "HEAD" nor .* holds generated\/<service>\/openapi\.json$/)],
    });
  });

  test("a generated file that is no JSON", async () => {
    repository.write({ "generated/dcs/openapi.json": "<<<<<<< ours" });
    expect(await repository.diff("main")).toMatchObject({
      code: 2,
      talk: ["generated/dcs/openapi.json is no JSON object"],
    });
  });
});

describe("formats", () => {
  round("github: annotations on the lines of the hand-written contract", async () => {
    cpSync(join(project, "spec"), join(repository.path, "spec"), { recursive: true });
    repository.write({
      ...dcs(both(breaking, additive, words)),
      "spec/dcs/components/parameters/Limit.yaml":
        "name: limit\nin: query\nschema:\n  type: integer\n  default: 25\n",
    });
    const { code, out } = await repository.diff("main", "--format=github");
    expect(code).toBe(1);
    expect(out.trimEnd().split("\n")).toEqual([
      `::error file=spec/dcs/components/parameters/Limit.yaml,line=5,title=dcs%3A breaking (default-changed)::\`default\` changed from 10 to 25, at ${limit}/default`,
      expect.stringMatching(
        /^::notice file=spec\/dcs\/components\/schemas\/DcsBackupStatus\.yaml,line=\d+,title=dcs%3A additive \(enum-values-added\)::/,
      ),
    ]);
    repository.commit();
    repository.remove("generated/dcs");
    repository.write(version("0.2.0"));
    expect(await repository.diff("HEAD", "--format=github")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^::warning file=spec/),
    });
  });

  round("markdown: a comment with the verdict, tables, and words folded away", async () => {
    repository.write(dcs(both(breaking, words)));
    const { out } = await repository.diff("main", "--format", "markdown");
    expect(out).toMatch(
      /^<!-- contract-diff -->\n\n### Contracts: 1 breaking, 1 documentation only\n\n1 breaking change, but /,
    );
    expect(out).toContain(
      `| **breaking** | \`${limit}/default\` | \`default\` changed from 10 to 25 | default-changed |`,
    );
    expect(out).toContain("<details><summary>1 documentation only</summary>");
    expect(out).not.toContain("vbs");
  });
});

round(
  "two files, JSON or split YAML, compare like two refs, and no version carries what breaks",
  async () => {
    const contract = {
      openapi: "3.1.0",
      info: { title: "Small", version: "1.0.0" },
      paths: {
        "/a": {
          get: { parameters: [{ name: "n", in: "query", schema: { $ref: "n.yaml" } }], responses: {} },
        },
      },
    };
    const inline = structuredClone(contract);
    Object.assign(inline.paths["/a"].get.parameters[0]?.schema ?? {}, { $ref: "#/components/schemas/n" });
    const schemas = { n: { type: "integer", default: 2 } };
    repository.write({
      "old/openapi.yaml": contract,
      "old/n.yaml": "type: integer\ndefault: 1\n",
      "new.json": JSON.stringify({ ...inline, components: { schemas } }, undefined, 1),
      ...version("9.0.0"),
    });
    const { code, out, talk } = await repository.diff("old/openapi.yaml", "new.json", "--format=github");
    expect({ code, talk }).toEqual({ code: 1, talk: ["1 breaking change."] });
    expect(out).toMatch(
      /^::error file=new\.json,line=\d\d,title=new\.json%3A breaking \(default-changed\)::`default` changed from 1 to 2, at \/components\/schemas\/n\/default\n$/,
    );
  },
);

round("the script itself passes on the code, the report and the talk", () => {
  repository.write(dcs(breaking));
  const script = join(project, "scripts/diff.ts");
  const tsx = join(project, "node_modules/tsx/dist/cli.mjs");
  const run = spawnSync(process.execPath, [tsx, script, "main"], { cwd: repository.path, encoding: "utf8" });
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/^dcs: 1 breaking\n {2}breaking {2}\/components.*\n\nvbs: no change\n$/);
  expect(run.stderr).toMatch(/^1 breaking change, but the version is still 0\.1\.0: .*\n$/);
});
