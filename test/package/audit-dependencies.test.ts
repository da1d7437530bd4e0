import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../scripts/test-package/shell.js";
import { startLoopback } from "../support/loopback.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

const version = { name: "openapi-fetch", version: "0.17.0" };

/** Runs the stage with a registry that responds with this when npm asks for advisories. */
async function audit(status: number, body: unknown) {
  const cache = await mkdtemp(join(tmpdir(), "npm-cache-"));
  const registry = await startLoopback(({ method }) =>
    method === "POST"
      ? { status, body }
      : { status: 200, body: { name: "openapi-fetch", versions: { "0.17.0": version } } },
  );
  try {
    const env = {
      npm_config_registry: registry.url,
      npm_config_fetch_retries: "0",
      // npm remembers advisories.
      npm_config_cache: cache,
    };
    return await run(".ci/audit-dependencies", [], { cwd: process.cwd(), env });
  } finally {
    await registry.close();
    await rm(cache, { recursive: true });
  }
}

const vulnerable = (severity: string) => ({
  "openapi-fetch": [
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
  ["has one of a high severity", 200, vulnerable("high"), 1, "made up for this test"],
];
const others: readonly Row[] = [
  ["has no advisory", 200, {}, 0, "found 0 vulnerabilities"],
  ["has no such address", 404, { error: "not found" }, 0, "the registry offers no audit of dependencies"],
  ["has one of a low severity", 200, vulnerable("low"), 0, "made up for this test"],
  ["fails", 500, { error: "broken" }, 1, "audit endpoint returned an error"],
];
/** Each of them starts npm: `npm run test:whole` has the time for all of them. */

test.skipIf(lacks("bash")).each(wholeRound ? [...rows, ...others] : rows)(
  "the audit of dependencies, if the registry %s",
  async (_, status, body, code, text) => {
    const ended = await audit(status, body);
    expect(ended.stdout).toContain(text);
    expect(ended.code).toBe(code);
  },
);
