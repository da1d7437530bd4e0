import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { createConfig, lint, lintFromString, loadConfig } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as plugin from "../../spec/lint/plugin.js";
import { wholeRound } from "../support/round.js";
import { withOperation } from "./lint.js";
import { document } from "./sound.js";

const rules = Object.keys(plugin.rules.oas3);
const house = join(import.meta.dirname, "../../spec/lint");
const example = { "backup-records/example-source": { severity: "error", sources: ["guide-en"] } } as const;

describe("the plugin", () => {
  test("is a function that makes it, as Redocly loads plugins, and has its parts by name", () => {
    const { default: make, ...parts } = plugin;
    expect(make()).toEqual(parts);
    expect(Object.keys(parts).sort()).toEqual(["configs", "id", "rules"]);
  });

  test.each(["The short way", "The long way"])("loads as its README says: %s", async (way) => {
    const folder = await mkdtemp(join(tmpdir(), "documented-rules-"));
    try {
      await mkdir(join(folder, "node_modules"));
      await symlink(join(house, "../.."), join(folder, "node_modules/backup-records"));
      const readme = await readFile(join(house, "README.md"), "utf8");
      const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(readme.slice(readme.indexOf(way))) ?? [];
      await writeFile(join(folder, "redocly.yaml"), yaml);
      await writeFile(
        join(folder, "openapi.json"),
        JSON.stringify(withOperation({ operationId: "list_all" })),
      );
      const cli = join(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");
      const args = [cli, "lint", "openapi.json", "--format=json"];
      const found = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
        (error) => error,
      );
      expect(found.stdout).toContain("backup-records/operation-id");
      expect(found.stderr).not.toContain("Deprecated");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("has a file, a test and a paragraph of its README for each rule", async () => {
    const readme = await readFile(join(house, "README.md"), "utf8");
    expect((await readdir(join(house, "rules"))).sort()).toEqual(rules.map((rule) => `${rule}.js`));
    expect(await readdir(import.meta.dirname)).toEqual(
      expect.arrayContaining(rules.map((rule) => `${rule}.test.ts`)),
    );
    expect([...readme.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name).sort()).toEqual(rules);
  });

  test("recommends every rule but the one that has to be told the sources", () => {
    const recommended = Object.keys(plugin.configs.recommended.rules).filter((name) => name.includes("/"));
    expect(recommended).toEqual(
      rules.filter((rule) => rule !== "example-source").map((rule) => `backup-records/${rule}`),
    );
  });

  test.each([
    [
      "operation-id",
      { vendor: ["GET /a"] },
      'option "vendor" of backup-records/operation-id must be a map of strings',
    ],
    [
      "operation-id",
      { vendor: { "GET /a": 1 } },
      'option "vendor" of backup-records/operation-id must be a map of strings',
    ],
    [
      "example-source",
      { sources: "guide-en" },
      'option "sources" of backup-records/example-source must be a list of strings',
    ],
    ["example-source", { beyond: "" }, 'option "beyond" of backup-records/example-source must be a string'],
    [
      "error-responses",
      { statuses: [4] },
      'option "statuses" of backup-records/error-responses must be a list of HTTP statuses',
    ],
    [
      "time-unit",
      { names: ["("] },
      'option "names" of backup-records/time-unit must be a list of regular expressions, and "(" is none',
    ],
    [
      "operation-id",
      { case: "camel" },
      'option "case" of backup-records/operation-id must be one of "PascalCase", "camelCase", "snake_case", "kebab-case", "any"',
    ],
  ])("%s refuses the options %j", async (rule, options, message) => {
    const config = await createConfig({
      plugins: [{ ...plugin }],
      rules: { [`backup-records/${rule}`]: { severity: "error", ...options } },
    });
    await expect(lintFromString({ source: JSON.stringify(document), config })).rejects.toThrow(
      `redocly.yaml: ${message}.`,
    );
  });

  test.each(rules)("%s refuses an option that it does not have", async (rule) => {
    const config = await createConfig({
      plugins: [{ ...plugin }],
      rules: { [`backup-records/${rule}`]: { severity: "error", message: "{{message}}", exept: [] } },
    });
    await expect(lintFromString({ source: JSON.stringify(document), config })).rejects.toThrow(
      new RegExp(`^redocly.yaml: backup-records/${rule} has no option "exept". (Use "|It has none)`),
    );
  });
});

/** The document again and again, with one of its nodes replaced. */
function* mutations(node: unknown, rebuild: (replacement: unknown) => unknown): Generator<unknown> {
  for (const replacement of [null, "text", 0, [null], {}]) yield rebuild(replacement);
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    yield* mutations(value, (replacement) =>
      rebuild(
        Array.isArray(node)
          ? node.map((item, index) => (String(index) === key ? replacement : item))
          : { ...node, [key]: replacement },
      ),
    );
  }
}

test("no file is so broken that a rule fails on it", async () => {
  const config = await createConfig({
    plugins: [{ ...plugin }],
    extends: ["backup-records/recommended"],
    rules: example,
  });
  const { openapi, ...parts } = document;
  // Each one takes milliseconds, and there are thousands.
  const step = wholeRound ? 1 : 20;
  let count = 0;
  for (const broken of mutations(parts, (replacement) => replacement)) {
    if (typeof broken !== "object" || broken === null || Array.isArray(broken)) continue;
    if (count++ % step > 0) continue;
    await lintFromString({ source: JSON.stringify({ openapi, ...broken }), config });
  }
  expect(count).toBeGreaterThan(500);
}, 30_000);

describe("a contract elsewhere that extends the shipped configuration", () => {
  let folder: string;
  const contract = () => join(folder, "openapi.json");

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "house-rules-"));
    await writeFile(
      join(folder, "redocly.yaml"),
      [
        "telemetry: off",
        `extends: [${relative(folder, join(house, "redocly.yaml"))}]`,
        `rules: ${JSON.stringify(example)}`,
      ].join("\n"),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("passes where it is sound", async () => {
    await writeFile(contract(), JSON.stringify(document));
    const config = await loadConfig({ configPath: join(folder, "redocly.yaml") });
    expect(await lint({ ref: contract(), config })).toEqual([]);
  });

  test("is followed from file to file", async () => {
    await mkdir(join(folder, "schemas/parts"), { recursive: true });
    const { BackupList, Backup, ...schemas } = document.components.schemas;
    const split = (path: string, schema: object, from: string, to: string) =>
      writeFile(join(folder, path), JSON.stringify(schema).replaceAll(from, to));
    await split(
      "openapi.json",
      { ...document, components: { ...document.components, schemas } },
      "#/components/schemas/BackupList",
      "schemas/list.json",
    );
    await split("schemas/list.json", BackupList, "#/components/schemas/Backup", "parts/backup.json");
    await split("schemas/parts/backup.json", Backup, "#", "../../openapi.json#");
    const config = await loadConfig({ configPath: join(folder, "redocly.yaml") });
    expect(await lint({ ref: contract(), config })).toEqual([]);
    await split(
      "schemas/parts/backup.json",
      { ...Backup, properties: { ID: Backup.properties.id } },
      "#",
      "../../openapi.json#",
    );
    const problems = await lint({ ref: contract(), config });
    expect(problems.map(({ ruleId }) => ruleId)).toContain("backup-records/paging");
  });

  test.skipIf(!wholeRound)(
    "is refused on the command line where it is not, with rule, place and remedy",
    async () => {
      const { description: _, ...undescribed } = document.components.schemas.Backup.properties.id;
      const schemas = {
        ...document.components.schemas,
        Backup: {
          ...document.components.schemas.Backup,
          properties: { ...document.components.schemas.Backup.properties, id: undescribed },
        },
      };
      await writeFile(
        contract(),
        JSON.stringify({ ...document, components: { ...document.components, schemas } }),
      );
      const cli = join(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");
      const run = promisify(execFile)(process.execPath, [cli, "lint", contract(), "--format=json"], {
        cwd: folder,
      });
      const stdout: string = await run.then(
        () => "",
        (error: { stdout: string }) => error.stdout,
      );
      expect(JSON.parse(stdout)).toMatchObject({
        totals: { errors: 1, warnings: 0 },
        problems: [
          {
            ruleId: "backup-records/field-description",
            message: expect.stringMatching(/^The field "id" has no description\. Say what it means/),
            location: [{ pointer: "#/components/schemas/Backup/properties/id" }],
          },
        ],
      });
    },
    30_000,
  );
});
