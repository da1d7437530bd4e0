import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "./check.js";

/** A snapshot that is compared, or written where the caller asked for that. */
export interface Snapshots {
  /** Folder of the committed snapshots. */
  readonly folder: string;
  readonly update: boolean;
}

/**
 * Holds lines against a committed snapshot.
 * @throws Failure that lists what came and what went
 */
export async function holdAgainst(
  { folder, update }: Snapshots,
  name: string,
  lines: readonly string[],
): Promise<void> {
  const file = `${folder}/${name}`;
  const text = `${lines.join("\n")}\n`;
  const committed = await readFile(file, "utf8").catch(() => "");
  if (committed === text) return;
  if (update) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return;
  }
  const changes = difference(committed.trimEnd().split("\n"), lines);
  throw new Failure(
    `differs from ${file}:\n${changes.map((line) => `  ${line}`).join("\n")}\n` +
      "Where this is meant, run `npm run test:package -- --update` and commit what it writes.",
  );
}

/** `+ line` for what came and `- line` for what went; a line that came twice as often counts, too. */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  const gone = without(before, after).map((line) => `- ${line}`);
  const come = without(after, before).map((line) => `+ ${line}`);
  return gone.length + come.length > 0 ? [...gone, ...come] : ["the same lines in another order"];
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
