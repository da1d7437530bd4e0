import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFileLock } from "../../src/cli/file-lock.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("works on one file never overlap, and leave no lock, also if they fail", async () => {
  const path = join(folder, "state.json");
  let [inside, most] = [0, 0];
  const work = (at: number) => async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((done) => setImmediate(done));
    inside -= 1;
    if (at === 1) throw new Error("full disk");
    return at;
  };
  const all = await Promise.allSettled([0, 1, 2, 3].map((at) => withFileLock(path, work(at))));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(most).toBe(1);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test("a lock whose process has ended is removed", async () => {
  const path = join(folder, "state.json");
  // Above the largest process id that there is.
  writeFileSync(`${path}.lock`, `${hostname()} 2147483646\n`);
  expect(await withFileLock(path, async () => "done")).toBe("done");
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test("without a folder that takes a lock, the work runs all the same", async () => {
  expect(await withFileLock(join(folder, "none", "state.json"), async () => "done")).toBe("done");
});
