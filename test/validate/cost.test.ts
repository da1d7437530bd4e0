import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("validating a page takes at most a quarter of JSON.parse of it, for every service", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["test/validate/cost.js"], { encoding: "utf8" });
  expect(stderr).toBe("");
  const shares: Readonly<Record<string, number>> = JSON.parse(stdout);
  expect(Object.keys(shares)).toEqual(["cbr", "dcs", "starrocks", "vbs"]);
  for (const [service, share] of Object.entries(shares)) expect(share, service).toBeLessThanOrEqual(0.25);
});
