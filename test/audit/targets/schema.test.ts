import { readFileSync } from "node:fs";
import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { validate } from "../../../generated/audit/targets-validator.js";
import { generateTargetsValidator } from "../../../scripts/generate/targets.js";
import { parseTargets } from "../../../src/audit/targets/read.js";
import { readVariables } from "../../../src/node/environment.js";
import { services } from "../../../src/services.js";
import { runsOf } from "../../support/round.js";

const schema = JSON.parse(readFileSync("spec/audit/targets.schema.json", "utf8"));

/** A file with every key of the schema. */
const FULL = {
  $schema: "s",
  accounts: { a: { environment: { OS_TOKEN: "A_TOKEN" }, rateLimit: { requests: 20, per: "1s" } } },
  defaults: { service: "dcs", api: "v2", cloud: "otc", region: "eu-de", project: "p", account: "a" },
  groups: { g: { baseUrl: "https://example.com", labels: { team: "shop" } } },
  targets: [
    {
      name: "n",
      group: "g",
      instances: ["i", "j"],
      objective: {
        maxAge: "26h",
        maxDuration: "none",
        minRestorable: 3,
        ignore: { skipped: true, manual: false },
      },
    },
    { instances: { file: "ids.txt" } },
    { policies: { stdin: true } },
    { clusters: "-" },
    { instance: "i" },
    { policy: "p" },
    { cluster: "c" },
  ],
  discover: [
    {
      service: "dcs",
      regions: ["eu-de"],
      projects: ["p"],
      names: ["prod-*"],
      except: ["*-old"],
      tags: { team: "shop" },
      statuses: ["RUNNING"],
      schedule: { cron: "0 3 * * *", zone: "UTC", grace: "1h" },
      overrides: [
        { names: ["a"], objective: { maxFailures: 1 }, pause: { until: "2026-12-24", reason: "r" } },
      ],
    },
  ],
};

/** Where something can be put instead: the paths of all values. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsOf(below, [...path, key]))];
}

/** A copy with another value, or another key, at a path. */
function changed(value: unknown, [key, ...path]: readonly string[], put: unknown, rename: boolean): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return put;
  const entries = Object.entries(value).map(([name, below]) => {
    if (name !== key) return [name, below] as const;
    if (rename && path.length === 0 && typeof put === "string") return [put, below] as const;
    return [name, changed(below, path, put, rename)] as const;
  });
  return Array.isArray(value) ? entries.map(([, below]) => below) : Object.fromEntries(entries);
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e7, "", "-", "none", "26h", "0s", "dcs", "vbs"),
  fc.constantFrom("x", " x", "a\nb", "é", "__x", "A_B", "FAKEKEYOFATEST0123456", "x".repeat(201), "EU"),
  fc.constantFrom<unknown>([], {}, ["a"], [1], [""], [{}], { file: "f" }, { stdin: false }, { a: "b" }),
  fc.constantFrom("targets", "instance", "policies", "file", "stdin", "toString", "__proto__", "a/b", "~1"),
  fc.string(),
);

describe("the schema of the targets file", () => {
  test("accepts a file with all of its keys", () => {
    expect(validate(FULL)).toBe(true);
  });

  test("and its reader refuse the same files, and the reader has words for every mistake", () => {
    const numRuns = runsOf(300);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(FULL)), odd, fc.boolean(), (path, put, rename) => {
        const value = changed(FULL, path, put, rename);
        const text = stringify(value, { aliasDuplicateObjects: false });
        const problems = parseTargets(text, "t.yaml").problems.list();
        const fine = validate(value);
        if (!fine) refused += 1;
        expect({ fine: problems.length === 0, value, problems }).toEqual({ fine, value, problems });
        for (const { message, hint = "" } of problems) {
          expect(`${message}; ${hint}`).not.toMatch(/undefined|null|\[object/);
          expect(message).toMatch(/^\S.*\S$/);
        }
      }),
      { numRuns },
    );
    expect(refused).toBeGreaterThan(numRuns / 3);
  });

  test("is compiled without imports, and without a copy of all errors for each wrong target", async () => {
    const outputs = await generateTargetsValidator("spec");
    const code = outputs.get("audit/targets-validator.js") ?? "";
    expect(code).not.toMatch(/^import\b|\bimport\(|\.concat\(/m);
    for (const [name, content] of outputs) {
      expect(readFileSync(`generated/${name}`, "utf8")).toBe(content);
    }
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
    expect(silent).toEqual([]);
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
      expect(() => readVariables({ service, env: spy({}) })).toThrow();
    }
    const OS_CLIENT_CONFIG_FILE = "test/node/samples/keys/clouds.yaml";
    readVariables({
      service: "dcs",
      env: spy({ OS_CLOUD: "otc", OS_CLIENT_CONFIG_FILE, HOME: "/nowhere" }),
    });
    const known = Object.keys(schema.definitions.account.properties.environment.properties);
    expect([...read].filter((key) => /^(HUAWEICLOUD|OS|ALIBABA)_/.test(key)).sort()).toEqual(known.sort());
  });
});

test("an editor offers every service and cloud that there is", () => {
  const { service, cloud } = schema.definitions;
  expect(service.enum).toEqual(services.map(({ name }) => name));
  expect(new Set(cloud.enum)).toEqual(new Set(services.flatMap(({ clouds }) => clouds)));
});

test.each([
  ["examples/audit/targets.yaml", "examples/audit/targets.yaml", ""],
  ["examples/audit/due.yaml", "examples/audit/due.yaml", ""],
  // As it stands in a project that has installed the package.
  ["docs/guide/targets.md", "targets.yaml", "node_modules/backup-records/"],
])("%s names the schema where it is published, so that editors find it", (text, place, installed) => {
  const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(text, "utf8")) ?? [];
  const { exports, files } = JSON.parse(readFileSync("package.json", "utf8"));
  const file = posix.join(posix.dirname(place), named).replace(installed, "");
  expect(exports["./targets.schema.json"]).toBe(`./${file}`);
  expect(files).toContain(file);
});
