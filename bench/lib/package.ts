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

/** Name of the variable with the folder of the package as it is installed: with undici beside it, or without. */
export const PACKAGE_VARIABLE = "BENCH_PACKAGE";

/** The file of an installed entry, which imports it by its public name. */
export function entryFile(entry: keyof Entries, folder = process.env[PACKAGE_VARIABLE] ?? ""): string {
  return `${folder}/${entry}.mjs`;
}

/** Imports an entry of the package as it would be installed. */
export async function importEntry<Name extends keyof Entries>(name: Name): Promise<Entries[Name]> {
  return await import(pathToFileURL(entryFile(name)).href);
}
