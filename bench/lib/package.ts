import { pathToFileURL } from "node:url";

/** The entries of the package that the bench uses, and their types. */
interface Entries {
  readonly index: typeof import("../../src/index.js");
  readonly dcs: typeof import("../../src/dcs/index.js");
  readonly starrocks: typeof import("../../src/starrocks/index.js");
  readonly auth: typeof import("../../src/auth/index.js");
  readonly validate: typeof import("../../src/validate/index.js");
  readonly audit: typeof import("../../src/audit/index.js");
  readonly mock: typeof import("../../src/mock/index.js");
}

/** Name of the variable with the folder into which the package is installed. */
export const PACKAGE_VARIABLE = "BENCH_PACKAGE";

/** Path of the folder into which the package is installed. */
export function packageFolder(): string {
  return process.env[PACKAGE_VARIABLE] ?? "";
}

/** Path of the installed command line. */
export function commandFile(): string {
  return `${packageFolder()}/node_modules/backup-records/dist/cli/main.js`;
}

/** Imports an entry of the installed package by its public name. */
export async function importEntry<Name extends keyof Entries>(name: Name): Promise<Entries[Name]> {
  return await import(pathToFileURL(`${packageFolder()}/${name}.mjs`).href);
}
