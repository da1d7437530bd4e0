import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "./check.js";

/** The committed snapshots, and whether they are written instead of compared. */
export interface Snapshots {
  /** Folder of the committed snapshots. */
  readonly folder: string;
  readonly update: boolean;
}

/**
 * Compares lines with a committed snapshot.
 * @throws Failure that lists added and removed lines
 */
export async function compareWithSnapshot(
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
      "If this is intended, run `npm run test:package -- --update` and commit the snapshot.",
  );
}

/** Returns `+ line` for an added and `- line` for a removed line; a line that occurs more often is added. */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  const removed = without(before, after).map((line) => `- ${line}`);
  const added = without(after, before).map((line) => `+ ${line}`);
  return removed.length + added.length > 0 ? [...removed, ...added] : ["the same lines in another order"];
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
