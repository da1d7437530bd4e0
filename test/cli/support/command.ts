import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The command as users install it. */
export interface BuiltCommand {
  /** Its entry file. */
  readonly file: string;
  /** Folder with `backup-records`, and after `addBare` with `bare-backup-records`. */
  readonly bin: string;
  /** Folder for the files that tests write. */
  readonly work: string;
  clean(): void;
}

/** Copies the command out of `dist`, which was built before the tests, so that a later build does not change it. */
export function installCommand(): BuiltCommand {
  mkdirSync(".tmp", { recursive: true });
  const copy = mkdtempSync(join(resolve(".tmp"), "cli-"));
  const out = join(copy, "dist/cli");
  const work = mkdtempSync(join(tmpdir(), "backup-records-cli-"));
  // The command shares files with the entry points and finds some of them through package.json.
  for (const path of ["dist", "spec/lint", "generated", "package.json"])
    cpSync(path, join(copy, path), { recursive: true, filter: (name) => !/\.(map|ts)$/.test(name) });
  const bin = join(work, "bin");
  mkdirSync(bin);
  writeShim(join(bin, "backup-records"), join(out, "main.js"));
  return {
    file: join(out, "main.js"),
    bin,
    work,
    clean: () => {
      for (const folder of [copy, work]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds a copy without the optional peer dependencies, which Node finds only below the repository. */
export function addBare({ file, bin, work }: BuiltCommand): void {
  const bare = join(work, "bare");
  cpSync(resolve(file, "../../.."), bare, { recursive: true });
  cpSync("node_modules/openapi-fetch", join(bare, "node_modules/openapi-fetch"), { recursive: true });
  writeShim(join(bin, "bare-backup-records"), join(bare, "dist/cli/main.js"));
}

function writeShim(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(path, 0o755);
}
