import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** A library of which a build contains code. */
export interface Library {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it, e.g. `MIT`. */
  readonly licence: string;
  /** What its licence files say. */
  readonly text: string;
}

/** The file of the package that the licences stand in. */
export const NOTICES = "THIRD_PARTY_NOTICES";

const LINE = "=".repeat(100);

/**
 * The folders of the libraries whose code a built file contains: those that its source map names, which is beside
 * it, and those that the bundler's own comments name.
 */
export function librariesIn(file: string): string[] {
  const { sources }: { sources: readonly string[] } = JSON.parse(
    readIfThere(`${file}.map`) ?? '{"sources":[]}',
  );
  const regions = [...readFileSync(file, "utf8").matchAll(/^\/\/#region (.*)$/gm)].map(
    ([, path = ""]) => path,
  );
  const paths = [...sources.map((source) => resolve(dirname(file), source)), ...regions];
  const folders = paths.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
  return [...new Set(folders.flatMap((folder) => (folder === undefined ? [] : [resolve(folder)])))];
}

/** @throws Error that names the library if it ships no licence file */
export function readLibrary(folder: string): Library {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  if (files.length === 0) throw new Error(`${name} ${version} is bundled and ships no licence file`);
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  return { name, version, licence: license, text: texts.join("\n\n").replaceAll("\r\n", "\n") };
}

/** The text of THIRD_PARTY_NOTICES: each version of a library once, by name. */
export function renderNotices(libraries: readonly Library[]): string {
  const sections = libraries.map(
    ({ name, version, licence, text }) => `${LINE}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  const intro = "The files in dist/ contain code of these libraries, each under its own licence.\n";
  return [intro, ...[...new Set(sections)].sort()].join("\n");
}

/** The headings of the sections of THIRD_PARTY_NOTICES, e.g. `yaml 2.9.1 (ISC)`. */
export function headingsOf(notices: string): string[] {
  return notices
    .split(`\n${LINE}\n`)
    .slice(1)
    .map((section) => section.slice(0, section.indexOf("\n")));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
