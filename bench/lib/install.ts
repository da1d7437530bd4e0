import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Builds `dist` if it is missing or older than its sources, and installs the peers if they are missing. */
export function prepare(say: (line: string) => void): void {
  const built = existsSync("dist/cli/main.js") ? statSync("dist/index.js").mtimeMs : 0;
  if (newest(["src", "generated", "tsdown.config.ts", "tsdown.cli.config.ts", "package.json"]) > built) {
    say("building");
    npm("run", "--silent", "build");
  }
  if (!peersInstalled()) {
    say("installing the peers into bench/node_modules");
    npm("ci", "--prefix", "bench", "--ignore-scripts", "--no-audit", "--no-fund");
  }
}

/**
 * Copies what the package publishes into a folder outside of the repository, so that Node finds only what a user
 * has. Beside it stands one file for each entry, which imports it by its public name.
 */
export function install(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "backup-records-bench-"));
  const modules = join(folder, "node_modules");
  const own = join(modules, "backup-records");
  mkdirSync(own, { recursive: true });
  for (const part of ["dist", "generated", "package.json"]) {
    cpSync(part, join(own, part), { recursive: true });
  }
  for (const dependency of ["openapi-fetch", "openapi-typescript-helpers"]) {
    cpSync(join("node_modules", dependency), join(modules, dependency), { recursive: true });
  }
  writeFileSync(join(folder, "index.mjs"), 'export * from "backup-records";\n');
  for (const entry of ["dcs", "starrocks", "auth", "validate", "audit", "mock"]) {
    writeFileSync(join(folder, `${entry}.mjs`), `export * from "backup-records/${entry}";\n`);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether the installed versions are those of the lock file. */
function peersInstalled(): boolean {
  const versions = (file: string) => {
    const { packages }: { packages: Readonly<Record<string, { version?: string }>> } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return JSON.stringify(
      Object.entries(packages).flatMap(([place, { version }]) =>
        place === "" ? [] : [`${place} ${version}`],
      ),
    );
  };
  const installed = "bench/node_modules/.package-lock.json";
  return existsSync(installed) && versions(installed) === versions("bench/package-lock.json");
}

/** Time of the latest change below some paths, in milliseconds. */
function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.map((path) => {
      const stat = statSync(path);
      return stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
    }),
  );
}

function npm(...args: string[]): void {
  execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
}
