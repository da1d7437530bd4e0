import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mistakes } from "./read.js";

const guide = readFileSync("docs/guide/targets.md", "utf8");
const files = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
const env = {
  OS_PROJECT_ID: "p",
  HUAWEICLOUD_SDK_PROJECT_ID: "p",
  TEAM_B_ACCESS_KEY: "fake",
  TEAM_B_SECRET_KEY: "fake",
  TEAM_B_PROJECT: "p",
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
