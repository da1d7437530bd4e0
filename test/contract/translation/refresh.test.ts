import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { wholeRound } from "../../support/round.js";

const folder = mkdtempSync(join(tmpdir(), "translation-"));
const overlay = join(folder, "spec/dcs/zh-CN.overlay.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function refresh(...flags: string[]) {
  const script = ["--import", "tsx", "scripts/translation.ts", "--spec", join(folder, "spec"), ...flags];
  return spawnSync(process.execPath, script, { encoding: "utf8" });
}

it.skipIf(!wholeRound)(
  "names a changed sentence beside its translation, and writes it only when asked to",
  () => {
    cpSync("spec", join(folder, "spec"), { recursive: true });
    const before = readFileSync(overlay, "utf8");
    const schema = join(folder, "spec/dcs/components/schemas/DcsBackupType.yaml");
    writeFileSync(
      schema,
      readFileSync(schema, "utf8").replace("Who started a backup.", "Who began a backup."),
    );

    const found = refresh("--check");
    expect(found.status).toBe(1);
    expect(found.stdout).toBe(
      [
        "dcs $.components.schemas.DcsBackupType description",
        "Who started a backup.",
        "Who began a backup.",
        "备份类型，即备份由谁发起。\n",
      ].join("\n    "),
    );
    expect(readFileSync(overlay, "utf8")).toBe(before);

    expect(refresh().status).toBe(0);
    expect(readFileSync(overlay, "utf8")).toBe(
      before.replace("description: Who started a backup.", "description: Who began a backup."),
    );
    expect(refresh("--check")).toMatchObject({ status: 0, stdout: "" });
  },
  60_000,
);
