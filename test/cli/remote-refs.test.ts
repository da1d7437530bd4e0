import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Loopback, startLoopback } from "../support/loopback.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";

// A contract under review must not choose where requests go.

let command: BuiltCommand;
let host: Loopback;
let requests: string[] = [];

beforeAll(async () => {
  command = installCommand();
  host = await startLoopback(({ target }) => {
    requests.push(target);
    return target === "/path.yaml" ? { status: 200, body: path } : { status: 404 };
  });
});
beforeEach(() => {
  requests = [];
});
afterAll(async () => {
  await host.close();
  command.clean();
});

const path = `get:
  operationId: GetThing
  summary: A thing
  responses:
    "200": { description: The thing. }
`;

/** Writes a contract that leads to this file of the host. */
function contractOn(name: string): string {
  const file = join(command.work, `${name}.yaml`);
  const info = 'info: { title: Things, version: "1.0.0", license: { name: X, identifier: MIT } }';
  const reference = `{ $ref: "${host.url}/${name}.yaml" }`;
  const lines = ["openapi: 3.1.0", info, "servers: [{ url: https://things.test }]", "security: []"];
  writeFileSync(file, `${lines.join("\n")}\npaths:\n  /thing: ${reference}\n`);
  return file;
}

/** Redocly takes seconds each time: `npm run test:whole` has them. */
const round = test.skipIf(!wholeRound);

const argsOf = (name: string, file: string) => (name === "lint" ? [name, file] : [name, file, file]);

describe.each(sampleOf(["lint", "diff"], 2))("%s", (name) => {
  test("sends nothing for an external $ref, and names the option that would", async () => {
    const { stdout, stderr, exit } = await run(command, argsOf(name, contractOn("path")));
    const url = `${host.url}/path.yaml`;
    expect({ stdout, stderr, exit, requests }).toEqual({
      stdout: "",
      stderr: `backup-records: a $ref leads to ${url}, which is not fetched; pass --remote-refs to fetch it\n`,
      exit: 2,
      requests: [],
    });
  });

  round("with --remote-refs fetches it", async () => {
    const { stderr, exit } = await run(command, [...argsOf(name, contractOn("path")), "--remote-refs"]);
    expect(new Set(requests)).toEqual(new Set(["/path.yaml"]));
    // The rules of the house find that its errors are missing.
    expect({ exit, stderr }).toEqual(
      name === "lint"
        ? { exit: 1, stderr: expect.stringMatching(/path\.yaml: \d+ errors/) }
        : { exit: 0, stderr: "No breaking change.\n" },
    );
  });

  round("says that the host does not have it", async () => {
    const { stdout, stderr, exit } = await run(command, [
      ...argsOf(name, contractOn("gone")),
      "--remote-refs",
    ]);
    expect(requests).toContain("/gone.yaml");
    expect(`${stdout}${stderr}`).toContain("Can't resolve $ref");
    expect(exit).toBe(name === "lint" ? 1 : 2);
  });
});

round("docs sends nothing for an external $ref", async () => {
  const contract = resolve(dirname(command.file), "../../generated/dcs/openapi.json");
  const { paths, ...others } = JSON.parse(readFileSync(contract, "utf8"));
  writeFileSync(
    contract,
    JSON.stringify({ ...others, paths: { ...paths, "/x": { $ref: `${host.url}/path.yaml` } } }),
  );
  const { stderr, exit } = await run(command, ["docs", "dcs", "--out", "pages"]);
  expect(stderr).toContain(`a $ref leads to ${host.url}/path.yaml, which is not fetched`);
  expect({ exit, requests }).toEqual({ exit: 2, requests: [] });
});
