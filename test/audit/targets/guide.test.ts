import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadServices } from "../../../src/load-service.js";
import { mistakes } from "./read.js";

const guide = readFileSync("docs/guide/targets.md", "utf8");
const discovery = readFileSync("docs/guide/discovery.md", "utf8");
const files = [...`${guide}\n${discovery}`.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = ""]) => text,
);
const env = {
  OS_PROJECT_ID: "p",
  HUAWEICLOUD_SDK_PROJECT_ID: "p",
  TEAM_B_ACCESS_KEY: "fake",
  TEAM_B_SECRET_KEY: "fake",
  TEAM_B_PROJECT: "p",
  PROD_TOKEN: "fake",
  PROD_PROJECT: "p",
};

test.each(files)("a file of the guide is right: %#", (text) => {
  expect(files.length).toBeGreaterThan(3);
  const readIds = (name: string) => ({ name, text: "one\n" });
  expect(mistakes(text, { env, readIds, stdin: "two\n" })).toEqual([]);
});

test("the guide names every key of the schema", () => {
  const { definitions } = JSON.parse(readFileSync("spec/audit/targets.schema.json", "utf8"));
  const { target, objective, account } = definitions;
  const keys = [target, objective, account].flatMap(({ properties }) => Object.keys(properties));
  expect(keys.filter((key) => !guide.includes(`\`${key}\``) && !guide.includes(`\`${key}.`))).toEqual([]);
});

test("its chapter on discovery names every key of a discovery that a target has not", () => {
  const { definitions } = JSON.parse(readFileSync("spec/audit/targets.schema.json", "utf8"));
  const known = Object.keys(definitions.target.properties);
  const own = Object.keys(definitions.discovery.properties).filter((key) => !known.includes(key));
  expect(own.filter((key) => !discovery.includes(`\`${key}\``))).toEqual([]);
});

test("its table of permissions is what a refusal names", async () => {
  const rows = discovery.matchAll(/^\| (DCS|VBS|CBR|StarRocks) \| (.+) \| `(\S+)`/gm);
  const table = [...rows].flatMap(([, service = "", calls = "", permission]) =>
    [...calls.matchAll(/`(\w+)`/g)].map(([, call]) => [service.toLowerCase(), call, permission]),
  );
  const known = (await loadServices()).flatMap(({ name, permissions }) =>
    Object.entries(permissions).map(([call, permission]) => [name, call, permission]),
  );
  expect(table.sort()).toEqual(known.sort());
  for (const service of ["dcs", "cbr"]) {
    const contract = readFileSync(`spec/${service}/openapi.yaml`, "utf8");
    const own = known.filter(([name]) => name === service);
    expect(own.filter(([, , permission]) => !contract.includes(`\`${permission}\``))).toEqual([]);
  }
});
