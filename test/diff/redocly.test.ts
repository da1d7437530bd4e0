import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { redoclyDiff } from "../../src/cli/contract-diff/redocly-diff.js";
import { findRedocly } from "../../src/cli/redocly.js";
import { wholeRound } from "../support/round.js";
import { contractOf } from "./mutations.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "diff-redocly-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package of that name whose script prints what it is told to. */
function fakeRedocly(version: string, script: string): string {
  const home = join(folder, "node_modules/@redocly/cli");
  mkdirSync(join(home, "bin"), { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "@redocly/cli", version, type: "module" }),
  );
  writeFileSync(join(home, "bin/cli.js"), script);
  return join(folder, "package.json");
}

const one = { openapi: "3.1.0", info: { title: "One", version: "1.0.0" }, paths: {} };
const two = { ...one, info: { title: "Two", version: "1.0.0" } };

test("where Redocly is missing or too old, one line says what to run", () => {
  const install = /^[^\n]*@redocly\/cli[^\n]*: run `npm install --save-dev @redocly\/cli@2\.77\.0`$/;
  expect(() => findRedocly([join(folder, "package.json")])).toThrow(install);
  expect(() => findRedocly([fakeRedocly("2.76.9", "")])).toThrow(/^@redocly\/cli 2\.76\.9 is too old/);
  expect(() => findRedocly([fakeRedocly("1.34.5", "")])).toThrow(install);
});

test("the first origin that has Redocly wins, and newer ones will do", () => {
  const origin = fakeRedocly("3.0.0", "");
  expect(dirname(findRedocly([join(tmpdir(), "nowhere", "x.js"), origin, import.meta.url]))).toBe(
    join(folder, "node_modules/@redocly/cli/bin"),
  );
});

test.skipIf(!wholeRound)("a report of an unknown form is refused, not misread", async () => {
  const script = findRedocly([fakeRedocly("2.99.0", `console.log('{"reportVersion":"2","changes":[]}')`)]);
  await expect(redoclyDiff(one, two, script)).rejects.toThrow(/reports in an unknown form: use 2\.77\.0$/);
});

test.skipIf(!wholeRound)("what Redocly says when it fails is cut to its one sentence", async () => {
  const broken = contractOf("vbs");
  const said = JSON.stringify(broken).replace(
    '"#/components/parameters/Limit"',
    '"#/components/parameters/Gone"',
  );
  await expect(redoclyDiff(broken, JSON.parse(said))).rejects.toThrow(
    /^the contracts cannot be compared: Can't resolve \$ref$/,
  );
  const silent = findRedocly([fakeRedocly("2.99.0", "process.exit(3)")]);
  await expect(redoclyDiff(one, two, silent)).rejects.toThrow(/: it gives no reason$/);
});

test("neither telemetry nor a look-up of versions leaves, and no colour comes back", async () => {
  const report = `{ reportVersion: "1", changes: [{ environment: process.env, arguments: process.argv }] }`;
  const script = findRedocly([fakeRedocly("2.99.0", `console.log(JSON.stringify(${report}))`)]);
  const [seen] = await redoclyDiff(one, two, script);
  expect(seen).toMatchObject({
    environment: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" },
    arguments: expect.arrayContaining(["--config=redocly.yaml", "--fail-on=none"]),
  });
  expect(seen).not.toHaveProperty("environment.FORCE_COLOR");
});
