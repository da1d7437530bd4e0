import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { OFFERS } from "../../../src/audit/targets/endpoints.js";
import { parse } from "../../../src/audit/targets/parse.js";
import { READ_VARIABLES } from "../../../src/audit/targets/rules.js";
import { targetsFile } from "../../../src/audit/targets/shape.js";
import { fromEnvironment } from "../../../src/node/environment.js";

const schema = JSON.parse(readFileSync("spec/audit/targets.schema.json", "utf8"));
const accepts = new Ajv({ strict: true, strictRequired: false }).compile(schema);

/** Whether the reader finds the shape of a value right, as far as a schema can tell. */
function passes(value: unknown): boolean {
  const { problems, tree, broken } = parse(stringify(value, { aliasDuplicateObjects: false }), "t.yaml");
  if (tree === undefined || broken.length > 0) throw new Error("it is YAML");
  targetsFile(tree, "a targets file", problems);
  return !problems.any;
}

const any = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    1_000_001,
    "",
    "-",
    "none",
    "x",
    "26h",
    "0s",
    "30m1h",
    "v2",
    "dcs",
  ),
  fc.constantFrom(
    "otc",
    "vbs",
    "eu-de",
    "EU",
    "https://x",
    " x",
    "x ",
    "a\nb",
    "\u0085",
    "é",
    "A_B",
    "AB1",
    "__x",
  ),
  fc.constantFrom(
    "FAKEKEYOFATEST0123456",
    "FAKE_KEY_OF_A_TEST_01",
    "ABCDEFGHIJKLMNOPQ",
    "x".repeat(201),
    "𝒳".repeat(200),
  ),
  fc.constantFrom(
    [],
    {},
    ["a"],
    [1],
    [""],
    [{}],
    { file: "f" },
    { stdin: true },
    { stdin: false, file: "f" },
  ),
  fc.string(),
);
const maybe = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: value, weight: 150 }, { arbitrary: any, weight: 1 });
const duration = maybe(fc.constantFrom("90s", "30m", "26h", "7d", "1h30m", "500ms", "1d2h3m4s5ms"));
const name = maybe(fc.constantFrom("a", "team a", "b/c"));
const ids = maybe(fc.constantFrom<unknown>(["a", "b"], { file: "ids.txt" }, { stdin: true }, "-"));
/** A mapping of some of these keys, now and then with another one. */
const some = (keys: Record<string, fc.Arbitrary<unknown>>) =>
  maybe(
    fc.record({ ...keys, misspelt: any }, { requiredKeys: [] }).chain((value) =>
      fc.nat(19).map((dice) => {
        const { misspelt, ...right } = value as Record<string, unknown>;
        return dice === 0 && misspelt !== undefined ? value : right;
      }),
    ),
  );
const settings = {
  service: maybe(fc.constantFrom("dcs", "vbs", "starrocks")),
  api: maybe(fc.constantFrom("v1.0", "v2")),
  cloud: maybe(fc.constantFrom("huaweicloud", "otc", "alibabacloud")),
  region: maybe(fc.constantFrom("eu-de", "eu-west-101")),
  project: maybe(fc.constant("p")),
  baseUrl: maybe(fc.constantFrom("https://example.com", "http://127.0.0.1:1")),
  account: name,
  labels: maybe(
    fc.dictionary(fc.oneof(fc.constantFrom("a", "B_1"), fc.string()), maybe(fc.string()), { maxKeys: 2 }),
  ),
  objective: some({
    maxAge: duration,
    maxDuration: fc.oneof(duration, fc.constant("none")),
    minRestorable: maybe(fc.nat(1_000_000)),
    ignore: some({ skipped: maybe(fc.boolean()), manual: maybe(fc.boolean()) }),
  }),
};
const subject = maybe(fc.constant("i"));
const target = fc
  .tuple(
    some({ name, group: name, ...settings }),
    fc.constantFrom("instance", "policies", "cluster", "policies", "instance", "instance", ""),
    subject,
    ids,
  )
  .map(([value, key, one, many]) =>
    typeof value !== "object" || value === null || Array.isArray(value) || key === ""
      ? value
      : { ...value, [key]: key === "policies" ? many : one },
  );
const variable = maybe(fc.constantFrom("A", "TEAM_A_KEY", "_X1"));
const account = some({
  environment: some(Object.fromEntries(READ_VARIABLES.slice(0, 4).map((key) => [key, variable]))),
  rateLimit: maybe(fc.record({ requests: maybe(fc.integer({ min: 1, max: 9 })), per: duration })),
});
const file = maybe(
  fc.record(
    {
      accounts: maybe(fc.dictionary(fc.oneof(fc.constant("a"), fc.string()), account, { maxKeys: 2 })),
      defaults: some(settings),
      groups: maybe(fc.dictionary(fc.constantFrom("g", "h"), some(settings), { maxKeys: 2 })),
      "x-mine": any,
      $schema: maybe(fc.string()),
      targets: maybe(fc.array(target, { minLength: 1, maxLength: 2 })),
    },
    { requiredKeys: ["targets"] },
  ),
);

describe("the schema of the targets file", () => {
  test("and its reader accept the same files", () => {
    let good = 0;
    let bad = 0;
    fc.assert(
      fc.property(file, (value) => {
        // As YAML has it: what JSON cannot hold is not generated.
        const fine = accepts(value) === true;
        if (fine) good += 1;
        else bad += 1;
        expect({ passes: passes(value), value }).toEqual({ passes: fine, value });
      }),
      { numRuns: 200 },
    );
    // Files by chance, some thirty good ones on average.
    expect(Math.min(good, bad)).toBeGreaterThan(3);
  });

  test("describes every key", () => {
    const silent: string[] = [];
    const walk = (node: unknown, path: string) => {
      if (typeof node !== "object" || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === "properties") {
          for (const [name, property] of Object.entries<{ description?: string; $ref?: string }>(value)) {
            const referred = property.$ref && schema.definitions[property.$ref.replace("#/definitions/", "")];
            if (!property.description && !referred?.description) silent.push(`${path}/${name}`);
          }
        }
        walk(value, `${path}/${key}`);
      }
    };
    walk(schema, "");
    expect(silent).toEqual(["/definitions/ids/anyOf/2/stdin"]);
  });

  test("names the variables that the credential readers look for", () => {
    const read = new Set<string>();
    const spy = (values: Record<string, string>) =>
      new Proxy(values, {
        get(own, key: string) {
          read.add(key);
          return own[key];
        },
      });
    for (const service of ["dcs", "starrocks"] as const) {
      expect(() => fromEnvironment({ service, env: spy({}) })).toThrow();
    }
    expect(() => fromEnvironment({ service: "dcs", env: spy({ OS_CLOUD: "x" }), paths: [] })).toThrow();
    const known = new Set<string>([...READ_VARIABLES]);
    expect([...read].filter((key) => !known.has(key) && key !== "HOME")).toEqual([]);
    expect([...known].filter((key) => !read.has(key))).toEqual([]);
    expect(Object.keys(schema.definitions.account.properties.environment.properties)).toEqual([
      ...READ_VARIABLES,
    ]);
  });
});

test("the endpoints that are known are those of the contracts", () => {
  const hosts = (service: keyof typeof OFFERS) => {
    const { servers } = JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8")) as {
      servers: { url: string; variables?: { region?: { enum: string[] } } }[];
    };
    return servers.map(
      ({ url, variables }) => variables?.region?.enum ?? [/\.([a-z]+-[a-z]+)\./.exec(url)?.[1] ?? ""],
    );
  };
  for (const service of ["dcs", "vbs", "starrocks"] as const) {
    const known = Object.values(OFFERS[service]).map(({ regions }) => [...regions]);
    expect(known).toEqual(hosts(service));
  }
});

test.each([
  ["examples/audit/targets.yaml", "examples/audit/targets.yaml", ""],
  // As it stands in a project that has installed the package.
  ["docs/guide/targets.md", "targets.yaml", "node_modules/backup-records/"],
])("%s names the schema where it is published, so that editors find it", (text, place, installed) => {
  const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(text, "utf8")) ?? [];
  const { exports, files } = JSON.parse(readFileSync("package.json", "utf8"));
  const file = posix.join(posix.dirname(place), named).replace(installed, "");
  expect(exports["./targets.schema.json"]).toBe(`./${file}`);
  expect(files).toContain(file);
});
