import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scriptsOf } from "../scripts/bare/readme.js";
import { lacks, pathOf } from "./support/parts.js";

const readme = readFileSync("README.md", "utf8");

describe("the README's commands, to be run without a reader", () => {
  test("are all of them, in their order", () => {
    const commands = scriptsOf(readme).map(
      (script) => script.split("\nset -v\n")[1]?.trim().split("\n") ?? [],
    );
    expect(commands.map((lines) => lines.find((line) => !line.startsWith("#")))).toEqual([
      "npm ci && npm start",
      "rm -f env.sh",
    ]);
    expect(commands.flat()).toContain("npm ci && npm test");
  });

  test("interrupt what serves, take an id that exists, and let an audit find something", () => {
    const block = [
      "npx backup-records mock > env.sh &    # in the background",
      "grep '^# backup-records list' env.sh  # ids",
      "npx backup-records list dcs --instance ID",
      "npx backup-records audit targets.yaml",
      "npx backup-records exporter targets.yaml",
    ];
    const [script = ""] = scriptsOf(`\`\`\`sh\n${block.join("\n")}\n\`\`\`\n`);
    expect(script.split("\nset -v\n")[1]).toBe(
      [
        "npx backup-records mock > env.sh &",
        "grep '^# backup-records list' env.sh",
        "ID=$(sed -n 's/^# backup-records list dcs --instance //p' env.sh)",
        "npx backup-records list dcs --instance $ID",
        "npx backup-records audit targets.yaml || [ $? = 1 ]",
        "serve npx backup-records exporter targets.yaml",
        "",
      ].join("\n"),
    );
  });

  test.skipIf(lacks("bash")).each([
    ["they started", "sleep 60 &"],
    ["was started by what they started", "(sleep 60 & wait) &"],
  ])("fail with the first that does, and end what %s", (_, started) => {
    const [script = ""] = scriptsOf(`\`\`\`sh\n${started}\nsleep 0.2\nfalse\necho later\n\`\`\`\n`);
    // It would wait for the output of whatever is left.
    const { status, stdout, error } = spawnSync(pathOf("bash"), ["-c", script], {
      encoding: "utf8",
      timeout: 10_000,
    });
    expect({ status, stdout, error }).toEqual({ status: 1, stdout: "", error: undefined });
  });
});

test("what the commands of the README, the guide and the examples write is ignored", () => {
  const ignored = readFileSync(".gitignore", "utf8").split("\n");
  const guide = readdirSync("docs/guide").map((name) => `docs/guide/${name}`);
  const examples = readdirSync("examples")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `examples/${name}`);
  const files = ["README.md", ...guide, ...examples, "examples/browser/main.ts"];
  const written = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /(?:(?<= )> |--(?:output|report|state|outfile)[ =])([a-z][\w/-]*\.[a-z]+)/g,
      ),
    ].map(([, name]) => `/${name}`),
  );
  expect(written).toEqual(expect.arrayContaining(["/env.sh", "/state.json", "/examples/browser/main.js"]));
  expect(written.filter((name) => !ignored.includes(name))).toEqual([]);
});
