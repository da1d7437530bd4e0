import { isDeepStrictEqual } from "node:util";
import type { Change } from "./change.js";
import { below, difference, isObject, type JsonObject, quote } from "./json.js";
import { keywordPairs, type Pair, type Place } from "./places.js";

/**
 * The keywords by which a generated client decides what it sends, how it signs, how it goes on to the next
 * page and how it reads a response. If they change on something that was there before, its calls
 * behave otherwise: breaking.
 */
export const actedOn: ReadonlySet<string> = new Set([
  "default",
  "x-time",
  "x-paging",
  "x-join",
  "x-signing",
  "x-failure",
  "x-record",
  "x-cloud",
]);

/** What of them is for readers alone. */
const shown = new Set(["x-cloud.name"]);

/** Text and examples, which Redocly compares in part. */
const text = new Set(["summary", "description", "example", "value"]);

/** Differences in extensions, defaults, texts and examples: what Redocly overlooks or rates too low. */
export function compareKeywords(before: JsonObject, after: JsonObject): Change[] {
  const changes = new Map<string, Change>();
  for (const [key, pair] of keywordPairs(before, after)) {
    const found = actedOn.has(key)
      ? leaves(key, pair).map(([name, leaf]) =>
          changed(shown.has(name) ? "documentation" : "breaking", `${key}-changed`, name, leaf),
        )
      : key === "x-regions"
        ? regions(pair)
        : key.startsWith("x-")
          ? leaves(key, pair).map(([name, leaf]) =>
              changed("documentation", "annotation-changed", name, leaf),
            )
          : text.has(key)
            ? texts(key, pair)
            : key === "examples"
              ? examples(pair)
              : key === "anyOf" || key === "oneOf"
                ? firstAlternative(pair)
                : [];
    for (const change of found) changes.set(change.pointer, change);
  }
  return [...changes.values()];
}

/** A region that goes takes the address from its users; a new one changes nothing for anyone. */
function regions([old, now]: Pair): Change[] {
  const [before, after] = [listOf(old?.value), listOf(now?.value)];
  const lost = before.filter((region) => !after.includes(region));
  const gained = after.filter((region) => !before.includes(region));
  const pointer = (now ?? old)?.pointer ?? "";
  if (lost.length > 0)
    return [
      {
        rating: "breaking",
        rule: "server-value-removed",
        pointer,
        message: `the server lost ${lost.join(", ")}`,
      },
    ];
  if (gained.length === 0) return [];
  return [
    {
      rating: "additive",
      rule: "server-value-added",
      pointer,
      message: `the server gained ${gained.join(", ")}`,
    },
  ];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function changed(rating: Change["rating"], rule: string, name: string, [old, now]: Pair): Change {
  return {
    rating,
    rule,
    pointer: (now ?? old)?.pointer ?? "",
    message: `\`${name}\` ${difference(old?.value, now?.value)}`,
  };
}

/** The innermost differences of a keyword's value, each with its path from the keyword on, e.g. `x-paging.total`. */
function leaves(name: string, [old, now]: Pair): [name: string, leaf: Pair][] {
  if (isDeepStrictEqual(old?.value, now?.value)) return [];
  if (!isObject(old?.value) || !isObject(now?.value)) return [[name, [old, now]]];
  const [fields, others] = [old.value, now.value];
  const child = (place: Place, values: JsonObject, key: string): Place | undefined =>
    key in values ? { value: values[key], pointer: below(place.pointer, key) } : undefined;
  return [...new Set([...Object.keys(fields), ...Object.keys(others)])].flatMap((key) =>
    leaves(`${name}.${key}`, [child(old, fields, key), child(now, others, key)]),
  );
}

function texts(key: string, [old, now]: Pair): Change[] {
  if (isDeepStrictEqual(old?.value, now?.value)) return [];
  const what = old === undefined ? "was added" : now === undefined ? "was removed" : "changed";
  const name = key === "value" ? "the example" : `\`${key}\``;
  return [
    {
      rating: "documentation",
      rule: key === "value" ? "example-changed" : `${key}-changed`,
      pointer: (now ?? old)?.pointer ?? "",
      message: `${name} ${what}`,
    },
  ];
}

/** Examples of a schema are a list and compared whole; named ones are compared one by one as objects. */
function examples([old, now]: Pair): Change[] {
  if (isObject(old?.value) && isObject(now?.value)) return [];
  return texts("examples", [old, now]);
}

/** The order of alternatives matters to who generates from them: the first is the response, the others exceptions. */
function firstAlternative([old, now]: Pair): Change[] {
  if (!Array.isArray(old?.value) || !Array.isArray(now?.value)) return [];
  const [before, after]: [unknown[], unknown[]] = [old.value, now.value];
  const isThere = (list: unknown[], item: unknown) => list.some((other) => isDeepStrictEqual(other, item));
  const sameSet = before.length === after.length && before.every((item) => isThere(after, item));
  if (!sameSet || isDeepStrictEqual(before[0], after[0])) return [];
  return [
    {
      rating: "breaking",
      rule: "first-alternative-changed",
      pointer: now.pointer,
      message: `the first alternative, which stands for the response, is now ${quote(after[0]) ?? "another"}`,
    },
  ];
}
