import { describe, expect, test } from "vitest";
import { TargetsFileError } from "../../../src/audit/targets/error.js";
import { mistakes, read } from "./read.js";

/** `targets:` with one vbs target that is fine, and `more` in it. */
const target = (more: string) => `targets:\n  - service: vbs\n    policy: p\n    ${more}\n`;
const account = (lines: string) => `${target("account: a")}accounts:\n  a:\n    ${lines}\n`;
const environment = (lines: string) => account(`environment:\n      ${lines}`);

/** What is wrong in a file, and all that is said about it. */
const table: [what: string, text: string, ...said: string[]][] = [
  ["nothing", "", "1:1: this file is empty; list what is to be audited under targets:"],
  ["comments alone", "# nothing\n\n", "1:1: this file is empty; list what is to be audited under targets:"],
  ["a word", "targets", "1:1: a targets file must be a mapping, not a text"],
  [
    "no targets",
    "accounts: {}",
    "1:1: there are no targets; list them under targets:, or where to look for them under discover:",
  ],
  ["an empty list", "targets: []", "1:10: targets is an empty list; name at least one"],
  [
    "a key without a value",
    "targets:",
    "1:9: targets must be a list, not nothing; give it a value, or leave the key out",
  ],
  ["a tab", "targets:\n\t- service: vbs", "2:1: this is not valid YAML: tabs do not indent; use spaces"],
  [
    "an open bracket",
    "targets: [{ service: vbs, policy: p }",
    "1:38: this is not valid YAML: the indentation is wrong, or a bracket is not closed; indent alike what belongs together",
  ],
  [
    "two documents",
    `${target("name: a")}---\ntargets: []\n`,
    "5:1: this is not valid YAML: the file must be one document; leave out the line ---",
  ],
  [
    "an unknown tag",
    target("name: !vault x"),
    "4:11: this is not valid YAML: this tag is not known; leave it out",
  ],
  [
    "a mistake before what is no YAML, and none that may come of it",
    "targets:\n  - service: vsb\nacounts: {}\ngroups: {\n",
    '2:14: service must be dcs, vbs, starrocks or cbr, not "vsb"; did you mean vbs?',
    '3:1: a targets file has no key "acounts"; did you mean accounts?',
    "5:1: this is not valid YAML: the indentation is wrong, or a bracket is not closed; indent alike what belongs together",
  ],
  ["a key twice", target("policy: q"), '4:5: the key "policy" stands here twice'],
  [
    "an alias of nothing",
    target("labels: *labels"),
    '4:13: there is no anchor "labels" before this alias; put &name at the value that it stands for',
  ],
  ["an alias within what it names", "targets: &a [*a]", "1:14: this alias stands within what it names"],
  ["a merge of a text", target("<<: text"), "4:9: << merges mappings only; write <<: *anchor"],
  [
    "a region of a discovery",
    "discover: [{ service: vbs, regions: [eu-de, eu-nl] }]",
    '1:12: vbs has no endpoint in region "eu-nl" of otc; it has one in eu-de; any other is reached by baseUrl',
  ],
  [
    "a region of a discovery that is none",
    'discover: [{ service: vbs, regions: ["eu-de: {x"] }]',
    "1:38: each of regions must be a region, such as eu-de",
  ],
  [
    "a single region of a discovery",
    "discover: [{ service: vbs, region: eu-de }]",
    '1:28: a discovery has no key "region"; did you mean regions?',
  ],
  [
    "a discovery of nothing",
    "discover: [{ regions: [eu-de] }]",
    "1:12: this discovery has no service; write service: dcs, vbs, starrocks or cbr",
  ],
  [
    "a discovery without a region",
    "discover: [{ service: starrocks }]",
    "1:12: this discovery has no region; write regions:, or a baseUrl",
  ],
  [
    "projects and tags where there are none",
    "discover:\n  - { service: starrocks, regions: [eu-central-1], projects: [p] }\n  - { service: vbs, tags: { a: b }, projects: [..] }",
    "2:5: starrocks has no project; leave project out",
    '3:5: project is "..", which would change the path',
    "3:27: vbs lists no tags; select by names",
  ],
  [
    "an override of everything, and one that cannot be",
    "discover:\n  - service: vbs\n    overrides:\n      - { pause: { until: 2026-12-24, reason: r } }\n      - { names: [a], schedule: { cron: 0 99 * * * } }",
    "4:9: an override needs names; write names: [test-*]",
    "5:33: schedule: the cron expression cannot be read (CronPattern: Invalid value for hour: 99)",
  ],
  [
    "a key that is misspelt and so is missing",
    "targets: [{ service: vbs, polcy: p }]",
    '1:27: a target has no key "polcy"; did you mean policy?',
  ],
  ["an unknown key", target("polcy: p"), '4:5: a target has no key "polcy"; did you mean policy?'],
  [
    "a key in another spelling",
    target("base-url: x"),
    '4:5: a target has no key "base-url"; did you mean baseUrl?',
  ],
  [
    "a number for an id",
    "targets:\n  - service: vbs\n    policy: 17",
    "3:13: policy must be an id, not a number; put it in quotes",
  ],
  ["an empty id", `targets: [{ service: vbs, policy: "" }]`, "1:35: policy must be an id"],
  [
    "an id that climbs",
    `targets: [{ service: vbs, policy: .. }]`,
    '1:35: this id is "..", which would change the path',
  ],
  [
    "an id of two lines",
    `targets: [{ service: vbs, policies: [fine, "a\\nb"] }]`,
    "1:44: this id contains a control character, perhaps a line break",
  ],
  ["a project that climbs", target("project: ."), '4:14: project is ".", which would change the path'],
  [
    "a duration without a unit",
    target("objective: { maxAge: 26 }"),
    "4:26: maxAge must be a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m, not a number",
  ],
  [
    "durations that are none",
    target("objective: { maxAge: 1.5h, maxDuration: 0s }"),
    "4:26: maxAge must be a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",
    "4:45: maxDuration must be a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",
  ],
  [
    "a count below zero",
    target("objective: { minRestorable: -1 }"),
    "4:33: minRestorable must be a whole number from 0 to 1000000",
  ],
  [
    "a list of what to ignore",
    target("objective: { ignore: [skipped] }"),
    "4:26: ignore must be a mapping, not a list",
  ],
  [
    "a word for true",
    target("objective: { ignore: { manual: yes } }"),
    "4:36: manual must be true or false, not a text",
  ],
  [
    "a label that is a number",
    target("labels: { tier: 1, a-b: c }"),
    '4:21: "tier" of labels must be a text, not a number; put it in quotes',
    "4:24: a key of labels must be made of letters, digits and _, without a digit or __ at its beginning",
  ],
  [
    "no service",
    "targets: [{ policy: p }]",
    "1:11: this target has no service; write service: dcs, vbs, starrocks or cbr",
  ],
  [
    "a service that is wrong, and so is missing",
    "defaults: { service: vsb }\ntargets: [{ policy: p }]",
    '1:22: service must be dcs, vbs, starrocks or cbr, not "vsb"; did you mean vbs?',
  ],
  [
    "an account and a group that are wrong, and so are missing",
    `${target("group: g\n    account: a")}accounts: { a: 5 }\ngroups: { g: [] }\n`,
    '6:16: "a" of accounts must be a mapping, not a number',
    '7:14: "g" of groups must be a mapping, not a list',
  ],
  [
    "one target that is wrong, beside one that is right",
    "defaults: { service: vbs }\ntargets: [text, { policy: .. }]",
    "2:11: a target must be a mapping, not a text",
    '2:27: this id is "..", which would change the path',
  ],
  [
    "no id",
    "targets: [{ service: vbs }]",
    "1:11: this target names nothing that is backed up; give it an instance, a policy or a cluster, or a list of them",
  ],
  [
    "two kinds of ids",
    target("instances: [i]"),
    "2:5: this target has instances and policy; make a target of each",
    "4:16: vbs has no instances; name its policies",
  ],
  ["a version of what has none", target("api: v2"), "4:10: vbs has no api; leave api out"],
  [
    "a project of what has none",
    "targets: [{ service: starrocks, region: eu-central-1, cluster: c, project: p }]",
    "1:76: starrocks has no project; leave project out",
  ],
  [
    "a cloud without the service",
    target("cloud: huaweicloud"),
    "4:12: vbs has no endpoint on huaweicloud; write cloud: otc",
  ],
  [
    "a region without the service",
    target("region: eu-nl"),
    '4:13: vbs has no endpoint in region "eu-nl" of otc; it has one in eu-de; any other is reached by baseUrl',
  ],
  [
    "another cloud's region",
    "targets: [{ service: dcs, cloud: huaweicloud, region: eu-de, instance: i }]",
    '1:55: dcs has no endpoint in region "eu-de" of huaweicloud; it is a region of otc: write cloud: otc',
  ],
  [
    "a misspelt region",
    "targets: [{ service: starrocks, region: eu-centrl-1, cluster: c }]",
    '1:41: starrocks has no endpoint in region "eu-centrl-1" of alibabacloud; did you mean eu-central-1?; any other is reached by baseUrl',
  ],
  ["a region that is none", target("region: EU/de"), "4:13: region must be a region, such as eu-de"],
  [
    "no cloud",
    "targets: [{ service: dcs, region: eu-de, instance: i }]",
    "1:11: this target has no cloud; write cloud: huaweicloud or otc, or a baseUrl",
  ],
  [
    "no region",
    "targets: [{ service: starrocks, cluster: c }]",
    "1:11: this target has no region; write region:, or a baseUrl",
  ],
  [
    "an address in the clear",
    target("baseUrl: http://example.com"),
    "4:14: baseUrl http://example.com is not https; unencrypted credentials are only sent to loopback",
  ],
  [
    "an address that is none",
    target("baseUrl: example.com"),
    "4:14: baseUrl must be a URL that begins with https://",
  ],
  [
    "an unknown group",
    `${target("group: cach")}groups: { cache: {} }`,
    '4:12: there is no group "cach"; did you mean cache?',
  ],
  ["an unknown account", target("account: b"), '4:14: there is no account "b"; define it under accounts:'],
  [
    "no account where there are some",
    `${target("name: x")}accounts: { a: {} }`,
    '2:5: this target names no account; write account: a, or define an account "default"',
  ],
  [
    "a name twice",
    "defaults: { service: vbs }\ntargets:\n  - { name: a, policy: p }\n  - { name: a, policy: q }",
    '4:13: the name "a" is already taken by line 3; leave one out, or give its target another name',
  ],
  [
    "a name with a line break",
    target('name: "a\\nb"'),
    "4:11: name must be a name: one line of at most 200 characters, no spaces around it",
  ],
  [
    "ids from a text",
    "targets: [{ service: vbs, policies: ids.txt }]",
    "1:37: policies must be a list of ids, { file: ids.txt }, or -",
  ],
  [
    "ids from a key that is misspelt",
    "targets: [{ service: vbs, policies: { flie: ids.txt } }]",
    '1:39: policies has no key "flie"; did you mean file?',
  ],
  [
    "ids from standard input, but not",
    "targets: [{ service: vbs, policies: { stdin: no } }]",
    "1:46: stdin must be true, not a text",
  ],
  [
    "ids from two sources",
    "targets: [{ service: vbs, policies: { file: ids.txt, stdin: true } }]",
    "1:37: ids come either from a file or from standard input; write a list, { file: ids.txt }, or - for standard input",
  ],
  [
    "ids from nowhere",
    "targets: [{ service: vbs, policies: {} }]",
    "1:37: ids come either from a file or from standard input; write a list, { file: ids.txt }, or - for standard input",
  ],
  [
    "standard input twice",
    `targets:\n  - { service: vbs, policies: "-" }\n  - { service: vbs, policies: { stdin: true } }`,
    "3:31: standard input is already taken by line 2; it can be read once; put the ids in a file",
  ],
  [
    "a file of ids that is not there",
    "targets: [{ service: vbs, policies: { file: missing.txt } }]",
    "1:45: the file of ids does not exist; its path is relative to this file",
  ],
  [
    "an empty file of ids",
    "targets: [{ service: vbs, policies: { file: empty.txt } }]",
    "1:45: empty.txt holds no policy id; write one id a line",
  ],
  [
    "an unknown variable of a vendor",
    environment("HUAWEICLOUD_SDK_SKEY: A_KEY"),
    '8:7: environment has no key "HUAWEICLOUD_SDK_SKEY"; did you mean HUAWEICLOUD_SDK_SK?',
  ],
  [
    "credentials in the file",
    account("secretKey: fake-secret-of-a-test"),
    '7:5: an account has no key "secretKey"; credentials stay out of this file: an account\'s environment names the variables that hold them',
  ],
  [
    "values where names belong",
    environment("OS_ACCESS_KEY: FAKEKEYOFATEST0123456\n      OS_SECRET_KEY: fake/secret+of/a/test"),
    "8:22: OS_ACCESS_KEY must be the name of a variable, such as TEAM_A_SECRET",
    "9:22: OS_SECRET_KEY must be the name of a variable, such as TEAM_A_SECRET",
  ],
  [
    "variables that are not set",
    environment("OS_ACCESS_KEY: A_KEY\n      OS_SECRET_KEY: A_SECRET"),
    "8:22: the variable A_KEY is not set; set it, or leave it out if it is not needed",
    "9:22: the variable A_SECRET is not set; set it, or leave it out if it is not needed",
  ],
  ...(
    [
      ["schedule: hourly", "60: schedule must be own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }"],
      ["schedule: {}", "60: schedule needs cron; write { cron: 0 3 * * 1-5, zone: Europe/Berlin }"],
      [
        'schedule: { cron: "61 * * * *" }',
        "60: schedule: the cron expression cannot be read (CronPattern: Invalid value for minute: 61)",
      ],
      [
        'schedule: { cron: "0 3 * * *", zone: Mars/One }',
        "60: schedule: zone must be UTC, an offset such as UTC+02:00, or a name such as Europe/Berlin",
      ],
      ["pause: true", "57: pause must be a mapping, not true or false"],
      [
        "pause: { until: 2026-12-01 }",
        "57: pause needs both until and reason; write { until: 2026-12-24, reason: moves to another cluster }",
      ],
      ["pause: { until: 2026-02-30, reason: x }", '66: until is not a day of the calendar: "2026-02-30"'],
      ["pause: { until: tomorrow, reason: x }", "66: until must be a day, such as 2026-12-24"],
      ["objective: { maxFailures: -1 }", "76: maxFailures must be a whole number from 0 to 1000000"],
    ] as const
  ).map(([key, said]): [string, string, string] => [
    key,
    `targets: [{ service: vbs, policy: p, project: x, ${key} }]`,
    `1:${said}`,
  ]),
  [
    "half a rate limit",
    account("rateLimit: { requests: 0 }"),
    "7:16: rateLimit needs both requests and per; write { requests: 20, per: 1s }",
    "7:28: requests must be a whole number from 1 to 1000000",
  ],
];

function readIds(name: string) {
  if (name === "missing.txt") return { problem: "does not exist", hint: "its path is relative to this file" };
  return { name, text: name === "empty.txt" ? "# none\n" : "one\ntwo\n  one\n.\n" };
}

describe("a mistake is reported at its place, with what to do", () => {
  test.each(table)("%s", (_, text, ...said) => {
    expect(mistakes(text, { readIds, stdin: "one" })).toEqual(said.map((line) => `t.yaml:${line}`));
  });

  test("of ids in the file that holds them", () => {
    const text = "targets: [{ service: vbs, policies: { file: ids.txt } }]";
    expect(mistakes(text, { readIds })).toEqual([
      'ids.txt:3:3: the name "one" is already taken by line 1; leave one out, or give its target another name',
      'ids.txt:4:1: this id is ".", which would change the path',
    ]);
  });

  test("of a missing project, where neither the file nor the account's variables name one", () => {
    const lines = [
      `t.yaml:2:5: this target has no project; write project:, or give its account OS_PROJECT_ID`,
    ];
    expect(mistakes(target("name: a"), { env: {} })).toEqual(lines);
    const text = environment("OS_TOKEN: A_TOKEN");
    expect(mistakes(text, { env: { A_TOKEN: "fake", OS_PROJECT_ID: "of another account" } })).toEqual(lines);
  });

  test("of a project whose name is known but not its id, unless the login finds the id", () => {
    const env = { OS_PROJECT_NAME: "eu-de_team" };
    const text = target("name: a");
    expect(mistakes(text, { env })).toEqual([
      't.yaml:2:5: this target has no project id, only the project name "eu-de_team"; write project:, or give its account OS_PROJECT_ID',
    ]);
    const findCredentials = () => ({ projectName: "eu-de_team", findsProject: true });
    expect(read(text, { env, findCredentials }).targets[0]?.projectId).toBeNull();
    const local = `targets: [{ service: vbs, policy: p, baseUrl: "http://127.0.0.1:1" }]`;
    expect(read(local, { env }).targets[0]?.projectId).toBe("local");
    expect(read(local, { env, findCredentials }).targets[0]?.projectId).toBeNull();
  });
});

test("all mistakes are told at once, as lines and as data", () => {
  const text = "acounts: {}\ntargets:\n  - { service: vbs, policy: .. }\n  - { service: dsc, instance: 1 }\n";
  const error = (() => {
    try {
      return read(text);
    } catch (thrown) {
      return thrown;
    }
  })();
  if (!(error instanceof TargetsFileError)) throw new Error("it was read");
  expect(error.problems).toEqual([
    {
      file: "t.yaml",
      line: 1,
      column: 1,
      message: 'a targets file has no key "acounts"',
      hint: "did you mean accounts?",
    },
    { file: "t.yaml", line: 3, column: 29, message: 'this id is "..", which would change the path' },
    {
      file: "t.yaml",
      line: 4,
      column: 16,
      message: 'service must be dcs, vbs, starrocks or cbr, not "dsc"',
      hint: "did you mean dcs?",
    },
    {
      file: "t.yaml",
      line: 4,
      column: 31,
      message: "instance must be an id, not a number",
      hint: "put it in quotes",
    },
  ]);
  expect(error.message.split("\n")).toHaveLength(4);
  expect(error.toJSON()).toEqual({ name: "ConfigurationError", message: error.message });
});

describe("a file that grows when it is read", () => {
  const ten = (of: string) => `[${Array(10).fill(of).join(", ")}]`;
  const names = [..."abcdefghij"];

  test("stays small: aliases of aliases are shared", () => {
    const bomb = names.map((name, at) => `x-${name}: &${name} ${ten(at === 0 ? "x" : `*${names[at - 1]}`)}`);
    expect(mistakes([...bomb, "targets: *j"].join("\n"))).toEqual([
      "t.yaml:9:9: a target must be a mapping, not a list",
    ]);
  });

  test("ends: merges of merges, nesting", () => {
    const chain = Array.from(
      { length: 600 },
      (_, at) => `x-${at + 1}: &m${at + 1} { <<: *m${at}, k${at}: 1 }`,
    );
    expect(mistakes(["x-0: &m0 { k: 1 }", ...chain].join("\n"))).toEqual([
      "t.yaml:1:1: there are no targets; list them under targets:, or where to look for them under discover:",
      "t.yaml:501:14: a mapping that merges others has at most 500 keys",
    ]);
    for (const deep of ["[", "{ a: ", "- ", "? "]) {
      expect(mistakes(`targets:\n  ${deep.repeat(5_000)}`)).toEqual([
        "t.yaml:1:1: this file nests more than 200 levels deep",
      ]);
    }
  });
});
