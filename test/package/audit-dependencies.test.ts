import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../scripts/test-package/shell.js";
import { startLoopback } from "../support/loopback.js";
import { wholeRound } from "../support/round.js";

/** Runs the stage with a registry that responds with this when npm asks for advisories. */
async function audit(status: number, body: unknown) {
  const cache = await mkdtemp(join(tmpdir(), "npm-cache-"));
  const registry = await startLoopback(({ method, target }) => {
    if (method === "POST") return { status, body };
    const name = decodeURIComponent(target.slice(1));
    return { status: 200, body: { name, versions: { "1.0.0": { name, version: "1.0.0" } } } };
  });
  try {
    const env = {
      npm_config_registry: registry.url,
      npm_config_fetch_retries: "0",
      // npm remembers advisories.
      npm_config_cache: cache,
    };
    return await run("node_modules/.bin/tsx", ["scripts/audit-dependencies.ts"], { cwd: process.cwd(), env });
  } finally {
    await registry.close();
    await rm(cache, { recursive: true });
  }
}

const vulnerable = (severity: string, name = "openapi-fetch") => ({
  [name]: [
    {
      id: 1,
      url: "https://advisories.invalid/1",
      title: "made up for this test",
      severity,
      vulnerable_versions: ">=0.0.0",
    },
  ],
});

type Row = readonly [string, status: number, body: unknown, code: number, text: string];
const rows: readonly Row[] = [
  [
    "a vulnerability of a library that the package contains",
    200,
    vulnerable("high", "commander"),
    1,
    "made up for",
  ],
  ["no vulnerability", 200, {}, 0, "libraries, 0 with known vulnerabilities"],
  ["one of its dependency", 200, vulnerable("critical"), 1, "critical: openapi-fetch: made up for this test"],
  ["one of a low severity", 200, vulnerable("low"), 0, "made up for this test"],
  ["one of a tool of development", 200, vulnerable("high", "vitest"), 0, "libraries, 0 with"],
  ["no such address", 404, { error: "not found" }, 0, "the registry offers no audit of dependencies"],
  ["nothing, since it fails", 500, { error: "broken" }, 1, "npm audit failed"],
];

/** Each of them starts npm: `npm run test:whole` has the time. */
test.skipIf(!wholeRound).each(rows)(
  "the audit of dependencies, if the registry knows: %s",
  async (_, status, body, code, text) => {
    const ended = await audit(status, body);
    expect(ended.stdout + ended.stderr).toContain(text);
    expect(ended.code).toBe(code);
  },
);
