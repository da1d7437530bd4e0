import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generators, renderers, toolsTable, validators } from "../../scripts/test-package/tools/list.js";

const file = "CONTRIBUTING.md";
const fixtures = "test/package/fixtures";
const updating = process.env["UPDATE_CASES"] === "1" && process.env["CI"] !== "true";

/** `UPDATE_CASES=1 npx vitest run test/package/tools` writes the table. */
test("CONTRIBUTING.md has the table of the tools that are run", () => {
  const text = readFileSync(file, "utf8");
  const written = /\| tools \| npm packages \| what they have to do \|\n(?:\|.*\n)*/.exec(text)?.[0] ?? "";
  const table = `${toolsTable()}\n`;
  if (updating)
    writeFileSync(
      file,
      text.replace(written, () => table),
    );
  else expect(written).toBe(table);
});

describe("the tools of others", () => {
  const manifests = ["tools", "renderers"].map((name) => readJson(`${fixtures}/${name}/package.json`));
  const pinned: Record<string, string> = Object.assign(
    {},
    ...manifests.map(({ dependencies }) => dependencies),
  );

  test("are four validators, four generators and three renderers at least", () => {
    const counts = [validators, generators, renderers].map(({ length }) => length);
    expect(counts).toEqual([4, 5, 4]);
  });

  test("are pinned exactly", () => {
    for (const { package: name } of [...validators, ...generators, ...renderers]) {
      expect(pinned[name], name).toBeDefined();
    }
    for (const [name, version] of Object.entries(pinned)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("are installed as their lock file says, which is of their manifest", () => {
    const { packages } = readJson(`${fixtures}/tools/package-lock.json`);
    expect(packages[""].dependencies).toEqual(manifests[0].dependencies);
    const places = Object.values<{ resolved?: string }>(packages);
    expect(places.filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
  });

  test("have a client for each generator", () => {
    for (const { name } of generators)
      expect(existsSync(`${fixtures}/tools/clients/${name}.ts`), name).toBe(true);
  });
});

function readJson(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}
