import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { lacks, pathOf } from "./parts.js";

const folder = mkdtempSync(join(tmpdir(), "parts-"));
const browser = join(folder, "google-chrome");
writeFileSync(browser, "#!/bin/sh\n", { mode: 0o755 });
writeFileSync(join(folder, "git"), "not a program", { mode: 0o644 });
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const PATH = `/no-such-folder:${folder}`;

describe("a part that is on the PATH", () => {
  test("is found by any of its names, with and without CI", () => {
    expect(pathOf("chromium", { PATH })).toBe(browser);
    expect([lacks("chromium", { PATH }), lacks("chromium", { PATH, CI: "true" })]).toEqual([false, false]);
  });
});

describe.each([{ PATH }, {}])("a part that is missing from %j", (env) => {
  test("is named in the output", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(lacks("git", env)).toBe(true);
    expect(warn.mock.calls).toEqual([["skipped: needs git"]]);
  });

  test("fails its tests under CI", () => {
    expect(() => lacks("promtool", { ...env, CI: "true" })).toThrow(
      "promtool is not on the PATH (install Debian's package prometheus); CI is set, so this test must run",
    );
  });

  test("has no path", () => {
    expect(() => pathOf("git", env)).toThrow("git is not on the PATH (install Debian's package git)");
  });
});
