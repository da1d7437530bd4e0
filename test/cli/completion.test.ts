import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, pathOf } from "../support/parts.js";
import { sampleOf } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";
import { shellNames, startTypist, type Typist } from "./support/typist.js";

let command: BuiltCommand;
beforeAll(() => {
  command = installCommand();
  const text = `groups: { shop: {}, lab: {} }
accounts: { a: { environment: { OS_TOKEN: LAB_TOKEN } } }
defaults: { service: dcs, account: a, cloud: otc, region: eu-de, project: p, objective: { maxAge: 1d } }
targets:
  - { group: shop, instances: [sessions, carts], labels: { env: prod } }
  - { group: lab, instance: i-1, name: "two words" }
  - { group: lab, instance: i-2, name: "otc:queue" }
  - { group: lab, instance: i-3, name: "it\\"s $HOME" }
  - { group: lab, instance: i-4, name: "turned\\u202e", labels: { red: "\\e[31m" } }
  - { group: lab, instance: i-5, name: "$(touch run)" }
`;
  const files = {
    "targets.yaml": text,
    "other.yaml": text.replace("sessions", "elsewhere"),
    "broken.yaml": "targets: [",
    "stdin.yaml": "targets: [{ service: vbs, region: eu-de, project: p, policies: '-' }]",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(command.work, name), content);
  mkdirSync(join(command.work, "folder"));
});
afterAll(() => command.clean());

const services = ["cbr", "dcs", "starrocks", "vbs"];
const formats = ["csv", "json", "ndjson", "table"];

/** What is offered for the last word of a line, in alphabetical order; of `--option=value`, the value. */
const offers: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["expl", ["explain"]],
  ["help li", ["lint", "list"]],
  ["help list ", []],
  ["list ", services],
  ["list st", ["starrocks"]],
  ["mock dcs ", ["cbr", "starrocks", "vbs"]],
  ["completion f", ["fish"]],
  ["audit ini", ["init"]],
  // Options, each once.
  ["list dcs --form", ["--format"]],
  ["list dcs --format csv -o json --la", ["--latest"]],
  ["audit init --at", ["--attempts"]],
  ["list --de", ["--debug"]],
  // Values.
  ["list dcs --format ", formats],
  ["list dcs --format=", formats],
  ["list dcs -o nd", ["ndjson"]],
  ["list dcs --cloud=o", ["otc"]],
  ["audit --color ", ["always", "auto", "never"]],
  ["audit --color=ne", ["never"]],
  ["mock --mode ", ["examples", "simulate"]],
  ["list dcs --instance ", []],
  ["list dcs --debug=", []],
  // Further values, each once.
  ["list dcs --status failed,su", ["failed,succeeded"]],
  ["list dcs --status=failed,su", ["failed,succeeded"]],
  ["list dcs --columns id,name,sta", ["id,name,started", "id,name,state"]],
  ["audit --service dcs,", ["dcs,cbr", "dcs,starrocks", "dcs,vbs"]],
  ["audit --service dcs ", ["cbr", "starrocks", "vbs"]],
  // What the contracts and `explain` know.
  ["list dcs --region eu-n", ["eu-nl"]],
  ["list starrocks --region eu-", ["eu-central-1"]],
  ["audit --cloud otc --region eu-", ["eu-de", "eu-nl"]],
  ["explain dcs.08.0001", []],
  ["explain dcs.08.000", Array.from({ length: 8 }, (_, at) => `dcs.08.000${at + 1}`)],
  ["explain misse", ["missed"]],
  ["explain ECONN", ["ECONNREFUSED", "ECONNRESET"]],
  // What a targets file names.
  ["audit --group ", ["lab", "shop"]],
  ["audit --target s", ["sessions"]],
  ["audit --target sessions c", ["carts"]],
  ["audit other.yaml --target e", ["elsewhere"]],
  ["audit ~/other.yaml --target e", ["elsewhere"]],
  ["audit --label e", ["env=prod"]],
  ["audit missing.yaml --target ", []],
  ["audit broken.yaml --target ", []],
  ["audit stdin.yaml --target ", []],
  ["audit folder --target ", []],
  // Files, where one is read or written.
  ["report ta", ["targets.yaml"]],
  ["diff other.yaml s", ["stdin.yaml"]],
  ["docs fo", ["folder"]],
  ["audit --output o", ["other.yaml"]],
  ["audit --output=o", ["other.yaml"]],
  ["mock dcs --record b", ["bin", "broken.yaml"]],
  ["report missing/", []],
];

/** What Tab makes of a line. */
const presses: readonly (readonly [typed: string, after: string])[] = [
  ["expl", "explain "],
  ["audit --target two", "audit --target two\\ words "],
  ["audit --target 'two", "audit --target 'two words' "],
  ["audit --target=two\\ w", "audit --target=two\\ words "],
  ["audit --target two\\ w", "audit --target two\\ words "],
  ["audit --target ot", "audit --target otc:queue "],
  ["audit --target otc:q", "audit --target otc:queue "],
  ["audit --target it", 'audit --target it\\"s\\ \\$HOME '],
  ['audit --target "it', 'audit --target "it\\"s \\$HOME" '],
  ["audit --target \\$", "audit --target \\$\\(touch\\ run\\) "],
  ["list dcs --instance ", "list dcs --instance "],
  ["report fol", "report folder/"],
  ["audit --output=tar", "audit --output=targets.yaml "],
  ["audit broken.yaml --target ", "audit broken.yaml --target "],
];

describe.each(shellNames)("in %s", (shell) => {
  let typist: Typist;
  beforeAll(async () => {
    if (!lacks(shell)) typist = await startTypist(shell, command);
  });
  afterAll(async () => {
    await typist?.leave();
  });
  const inShell = test.skipIf(lacks(shell));

  inShell("the script can be read on one page, and is well-formed", async () => {
    const { stdout } = await run(command, ["completion", shell]);
    expect(stdout.split("\n").length).toBeLessThan(25);
    const check = shell === "fish" ? ["--no-config", "--no-execute"] : ["-n"];
    const file = join(command.work, "folder", shell);
    writeFileSync(file, stdout);
    const { status, stderr } = spawnSync(pathOf(shell), [...check, file], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  inShell.each(sampleOf(offers, 6))("%s", async (line, words) => {
    const [flag = ""] = /--[\w-]+=/.exec(line) ?? [];
    const offered = await typist.offers(`backup-records ${line}`);
    expect(offered.map((word) => word.replace(flag, "").replace(/\/$/, ""))).toEqual(words);
  });

  inShell.each(sampleOf(presses, 3))("%s and Tab give %s", async (line, after) => {
    expect(await typist.tab(`backup-records ${line}`)).toBe(`backup-records ${after}`);
    expect(readdirSync(command.work)).not.toContain("run");
  });

  inShell("an empty line offers every command", async () => {
    const words = ["list", "audit", "mock", "explain", "lint", "diff", "docs", "completion", "help"];
    expect(await typist.offers("backup-records ")).toEqual(expect.arrayContaining(words));
  });

  inShell("a list shows what the words mean, if the shell has room for that", async () => {
    const pattern = shell === "bash" ? /always +auto +never/ : /explain +.{0,8}say what a status, a verdict/;
    await typist.lists(shell === "bash" ? "backup-records --color " : "backup-records ", pattern);
  });
});

const withFiles: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["audit", ["init"]],
  ["audit init", []],
  ["report", []],
  ["discover", []],
  ["exporter", []],
  ["mcp", []],
  ["check dcs", []],
  ["lint a.yaml", []],
  ["diff a.yaml", []],
  ["docs dcs", ["vbs", "starrocks", "cbr"]],
];

test.each(sampleOf(withFiles, 3))("%s takes a file", async (line, words) => {
  const { stdout } = await run(command, ["completion", "zsh", "--", ...line.split(" "), ""]);
  const [last, ...rest] = stdout.split("\n").slice(0, -1).reverse();
  expect(last).toBe("");
  expect(rest.reverse().map((one) => one.split(":")[0])).toEqual(words);
});

const withoutFiles = [
  "list",
  "list dcs",
  "mock",
  "explain",
  "worker",
  "completion bash",
  "diff a.yaml b.yaml",
  "report h.ndjson",
  "help",
];

test.each(sampleOf(withoutFiles, 3))("%s takes no file", async (line) => {
  const { stdout } = await run(command, ["completion", "zsh", "--", ...line.split(" "), ""]);
  expect(stdout).toMatch(/[^\n]\n$/);
});

test("names are escaped for the shell, and what steers a terminal is left out", async () => {
  const zsh = await run(command, ["completion", "zsh", "--", "audit", "--target", ""]);
  expect(zsh.stdout.split("\n")).toEqual([
    "sessions:dcs, shop",
    "carts:dcs, shop",
    "two words:dcs, lab",
    "otc\\:queue:dcs, lab",
    'it"s $HOME:dcs, lab',
    "$(touch run):dcs, lab",
    "",
  ]);
  const labels = await run(command, ["completion", "fish", "--", "audit", "--label", ""]);
  expect(labels.stdout).toBe("env=prod\n");
});

test("the pieces that bash replaces keep what stands before them, in the quotes that are open", async () => {
  const after = async (line: string, piece: string) => {
    const { stdout } = await run(command, [
      "completion",
      "bash",
      "--",
      `backup-records audit ${line}`,
      piece,
    ]);
    return stdout.trimEnd();
  };
  expect(await after("--target otc:q", "q")).toBe("queue");
  expect(await after('--target="two w', "two w")).toBe("two words");
  expect(await after(`--target='it"s`, 'it"s')).toBe('it"s $HOME');
  expect(await after('--target="it\\"s', 'it\\"s')).toBe('it\\"s \\$HOME');
});

test("an option that was given is not offered again, unless it takes several values", async () => {
  const { stdout } = await run(command, [
    "completion",
    "fish",
    "--",
    "list",
    "--utc",
    "-ocsv",
    "--instance",
    "a",
    "--status=failed",
    "-",
  ]);
  const words = stdout.split("\n").map((one) => one.split("\t")[0]);
  expect(words).toEqual(expect.arrayContaining(["--instance", "--status", "--region", "--help"]));
  for (const word of ["--utc", "--format", "--version"]) expect(words).not.toContain(word);
});
