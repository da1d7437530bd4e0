import { isDeepStrictEqual } from "node:util";
import { type Change, sortChanges } from "./change.js";
import { below, isObject, type JsonObject, valueAt } from "./json.js";
import { compareKeywords } from "./keywords.js";
import { normalize } from "./normalize.js";
import { rate } from "./rate.js";
import { type Differ, redoclyDiff } from "./redocly-diff.js";

/**
 * Every difference between two versions of a bundled contract, rated for the clients that this package
 * generates, heaviest first. It depends on its arguments alone; equal contracts start no process.
 * @throws Problem if the contracts cannot be compared
 */
export async function compareContracts(
  older: JsonObject,
  newer: JsonObject,
  differ: Differ = redoclyDiff,
): Promise<Change[]> {
  const [before, after] = normalize(older, newer);
  if (isDeepStrictEqual(before, after)) return [];
  const own = compareKeywords(before, after);
  const reported = (await differ(before, after))
    .map(rate)
    .filter((change) => change !== undefined)
    .filter((change) => change.rating === "breaking" || !isToldBy(own, change));
  const changes = new Map<string, Change>();
  for (const change of [...compareSchemaNames(before, after), ...own, ...reported]) {
    changes.set(`${change.pointer} ${change.message}`, change);
  }
  return sortChanges([...changes.values()]);
}

/** The schemas' names are exported as types: one that goes breaks code that imports it, used or not. */
function compareSchemaNames(before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [before, after].map(
    (contract) => new Set(namesIn(valueAt(contract, "/components/schemas"))),
  );
  return [
    ...difference(old, now).map((name): Change => named("breaking", name, "removed")),
    ...difference(now, old).map((name): Change => named("additive", name, "added")),
  ];
}

function named(rating: Change["rating"], name: string, what: "added" | "removed"): Change {
  const pointer = below("/components/schemas", name);
  return { rating, pointer, message: `schema \`${name}\` was ${what}`, rule: `schema-name-${what}` };
}

function namesIn(schemas: unknown): string[] {
  return isObject(schemas) ? Object.keys(schemas) : [];
}

function difference(one: Set<string> = new Set(), other: Set<string> = new Set()): string[] {
  return [...one].filter((name) => !other.has(name));
}

// Redocly names a text's place, or that of the whole object whose text changed.
function isToldBy(own: readonly Change[], { rating, pointer }: Change): boolean {
  return own.some(
    (change) =>
      pointer === change.pointer ||
      pointer.startsWith(`${change.pointer}/`) ||
      (rating === "documentation" && change.pointer.startsWith(`${pointer}/`)),
  );
}
