import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { type Annotation, renderGithub, renderSarif } from "../../src/cli/annotations.js";

const error: Annotation = { level: "error", rule: "gone", message: "It went.", pointer: "/paths/~1a" };

test("a workflow's annotation keeps what would end a message or a property", () => {
  const odd = {
    ...error,
    title: "a,b:c",
    message: "100%\nof it",
    file: "odd,name:x.yaml",
    line: 7,
    column: 3,
  };
  expect(renderGithub([odd])).toBe(
    "::error file=odd%2Cname%3Ax.yaml,line=7,col=3,title=a%2Cb%3Ac::100%25%0Aof it\n",
  );
  expect(renderGithub([error, { ...error, level: "notice" }])).toBe(
    "::error title=gone::It went.\n::notice title=gone::It went.\n",
  );
});

test("SARIF names each rule once, and the level in its own word", () => {
  const log = JSON.parse(
    renderSarif([
      { ...error, file: "spec/a b.yaml", line: 7, column: 3 },
      { ...error, rule: "new", level: "notice", file: "b.yaml", line: 1 },
      { ...error, level: "warning" },
    ]),
  );
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: "backup-records", rules: [{ id: "gone" }, { id: "new" }] });
  const logicalLocations = [{ fullyQualifiedName: "/paths/~1a" }];
  const at = (uri: string, region: object) => ({ artifactLocation: { uri }, region });
  expect(run.results).toEqual([
    {
      ruleId: "gone",
      ruleIndex: 0,
      level: "error",
      message: { text: "It went." },
      locations: [
        { physicalLocation: at("spec/a%20b.yaml", { startLine: 7, startColumn: 3 }), logicalLocations },
      ],
    },
    {
      ruleId: "new",
      ruleIndex: 1,
      level: "note",
      message: { text: "It went." },
      locations: [{ physicalLocation: at("b.yaml", { startLine: 1 }), logicalLocations }],
    },
    {
      ruleId: "gone",
      ruleIndex: 0,
      level: "warning",
      message: { text: "It went." },
      locations: [{ logicalLocations }],
    },
  ]);
});

test.each([
  ["../a.yaml", "../a.yaml"],
  [resolve("a b.yaml"), pathToFileURL(resolve("a b.yaml")).href],
  ["https://a.test/b.yaml", "https://a.test/b.yaml"],
  ["half \ud800.yaml", "half%20%EF%BF%BD.yaml"],
])("the place of %j in SARIF is a URI", (file, uri) => {
  const log = JSON.parse(renderSarif([{ ...error, file, line: 1 }]));
  expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});
