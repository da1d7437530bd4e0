/**
 * Refuses the retired identifiers and fixed phrases of docs/glossary.md in code, and the phrases in prose and contracts, too:
 * exact case, whole words. A deprecated alias is free: a line under a comment with `@deprecated`. Ordinary words of the last
 * column are a matter of review.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Retired for one meaning only; in another they are ordinary words, or names of Node and of the field. */
const ordinary = new Set([
  // "Ask for the permission" begins what an error advises.
  "Ask",
  // The name of an HTTP header, and a part of names of Node.
  "Connection",
  "judge",
  "lazy",
  "mark",
  "perform",
  "put.ts",
  "settle",
  "Turn",
  "wire.ts",
  "work.ts",
]);

interface Retired {
  readonly word: string;
  readonly instead: string;
}

/** Identifiers in backticks and quoted phrases of several words, from the last column of the glossary's table. */
export function readRetired(glossary: string): Retired[] {
  return [...glossary.matchAll(/^\| ([^|]*) \|[^|]*\| ([^|]*) \|$/gm)].flatMap(
    ([, instead = "", avoid = ""]) => {
      const identifiers = [...avoid.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
      const phrases = [...avoid.matchAll(/"([^"]+ [^"]+)"/g)].map(([, phrase = ""]) => phrase);
      return [...identifiers, ...phrases]
        .filter((word) => !ordinary.has(word) && /^[\w. '-]+$/.test(word))
        .map((word) => ({ word, instead }));
    },
  );
}

/** The retired words in a text, each with its line. */
export function findRetired(text: string, retired: readonly Retired[]): string[] {
  const lines = text.split("\n");
  return retired.flatMap(({ word, instead }) => {
    const pattern = new RegExp(`(?<![\\w-])${word.replaceAll(".", "\\.")}(?![\\w-])`);
    return lines.flatMap((line, at) =>
      pattern.test(line) && !lines[at - 1]?.includes("@deprecated")
        ? [`${at + 1}: "${word}" is retired; write ${instead} (docs/glossary.md)`]
        : [],
    );
  });
}

/** Not by git: the lint runs on a machine with nothing but Node. */
function filesIn(folders: readonly string[], ending: RegExp): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
    )
    .filter((file) => ending.test(file) && !/node_modules|lint-words|glossary\.md/.test(file));
}

function main(): void {
  const retired = readRetired(readFileSync("docs/glossary.md", "utf8"));
  const phrases = retired.filter(({ word }) => word.includes(" "));
  const code = filesIn(["src", "scripts", "bench", "test"], /\.(m?[jt]s|css)$/);
  const prose = [
    ...["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"],
    ...filesIn(["docs", "spec", "skills", "examples"], /\.(md|ya?ml|json)$/),
  ];
  const check = (files: readonly string[], words: readonly Retired[]) =>
    files.flatMap((file) =>
      findRetired(readFileSync(file, "utf8"), words).map((problem) => `${file}:${problem}`),
    );
  const found = [...check(code, retired), ...check(prose, phrases)];
  if (found.length === 0) return;
  console.error(found.join("\n"));
  console.error(`${found.length} retired words`);
  process.exitCode = 1;
}

if (process.argv[1]?.endsWith("lint-words.ts")) main();
