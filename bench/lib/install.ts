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

/** The package as a user has it, once on Node alone and once with undici beside it. */
export interface Installed {
  readonly alone: string;
  readonly undici: string;
  remove(): void;
}

/** Builds `dist` where it is missing or older than what it is made of, and installs the peers where they are missing. */
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
 * Copies what the package publishes into two folders outside of the repository, where Node finds no undici but
 * the one that is put beside it.
 */
export function install(): Installed {
  const root = mkdtempSync(join(tmpdir(), "backup-records-bench-"));
  const [alone, undici] = ["alone", "undici"].map((name) => {
    const folder = join(root, name);
    const modules = join(folder, "node_modules");
    const own = join(modules, "backup-records");
    mkdirSync(own, { recursive: true });
    for (const part of ["dist", "generated", "package.json"])
      cpSync(part, join(own, part), { recursive: true });
    for (const dependency of ["openapi-fetch", "openapi-typescript-helpers"]) {
      cpSync(join("node_modules", dependency), join(modules, dependency), { recursive: true });
    }
    for (const entry of ["dcs", "vbs", "starrocks", "auth", "validate", "audit", "mock"]) {
      writeFileSync(join(folder, `${entry}.mjs`), `export * from "backup-records/${entry}";\n`);
    }
    writeFileSync(join(folder, "index.mjs"), 'export * from "backup-records";\n');
    return folder;
  });
  if (alone === undefined || undici === undefined) throw new Error("unreachable");
  cpSync("bench/node_modules/undici", join(undici, "node_modules", "undici"), { recursive: true });
  return { alone, undici, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Whether what npm left in the folder is what the lock asks for. */
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
  const left = "bench/node_modules/.package-lock.json";
  return existsSync(left) && versions(left) === versions("bench/package-lock.json");
}

/** Time of the last change below some paths, in milliseconds. */
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
