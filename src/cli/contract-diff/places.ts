import { below, isObject, type JsonObject, valueAt } from "./json.js";

/** A value in a contract, and the JSON pointer to where it is written. */
export interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

/** The same place in both versions of a contract; a version that lacks it has undefined. */
export type Pair = readonly [before: Place | undefined, after: Place | undefined];

/**
 * Every keyword of both versions, matched by what it means and not by where it stands: local references are
 * followed, parameters are told by name and place, servers by URL, alternatives by what they refer to. A
 * component is visited once however often it is used; one that nothing uses is not visited.
 */
export function* keywordPairs(before: JsonObject, after: JsonObject): Generator<[key: string, pair: Pair]> {
  const seen = new Set<string>();
  const waiting: [Place, Place][] = [
    [
      { value: before, pointer: "" },
      { value: after, pointer: "" },
    ],
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [old, now] = next;
    const id = `${old.pointer} ${now.pointer}`;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const [key, pair] of matched(fieldsOf(before, old), fieldsOf(after, now))) {
      yield [key, pair];
      const [field, other] = pair;
      if (field === undefined || other === undefined || isOpaque(key)) continue;
      waiting.push(...objectsBelow(before, after, key, field, other));
    }
  }
}

/** The fields of an object; where it is a reference, those of its target beneath its own. */
function fieldsOf(document: JsonObject, place: Place): Map<string, Place> {
  const chain: { fields: JsonObject; pointer: string }[] = [];
  let { value, pointer } = place;
  while (isObject(value) && chain.length < 16) {
    chain.unshift({ fields: value, pointer });
    const reference = value["$ref"];
    if (typeof reference !== "string" || !reference.startsWith("#/")) break;
    pointer = decodeURIComponent(reference.slice(1));
    value = valueAt(document, pointer);
  }
  return new Map(
    chain.flatMap(({ fields, pointer: at }) =>
      Object.entries(fields)
        .filter(([key]) => key !== "$ref")
        .map(([key, field]) => [key, { value: field, pointer: below(at, key) }] as const),
    ),
  );
}

/** Keywords whose values are maps: their keys are names and no keywords. */
export const maps: ReadonlySet<string> = new Set(
  (
    "paths webhooks responses content headers parameters requestBodies securitySchemes examples links callbacks " +
    "schemas pathItems variables encoding properties patternProperties dependentSchemas dependentRequired $defs"
  ).split(" "),
);

/** Values that are data and hold no keyword. Components are reached where they are used. */
function isOpaque(key: string): boolean {
  return key.startsWith("x-") || ["default", "const", "enum", "example", "value", "components"].includes(key);
}

function objectsBelow(
  before: JsonObject,
  after: JsonObject,
  key: string,
  old: Place,
  now: Place,
): [Place, Place][] {
  const nameIn = (document: JsonObject) => (place: Place, index: string) =>
    Array.isArray(old.value) ? nameOf(document, key, place, index) : blankTemplate(key, index);
  const isMap = maps.has(key) || Array.isArray(old.value);
  if (!isMap) return isObject(old.value) && isObject(now.value) ? [[old, now]] : [];
  const pairs: [Place, Place][] = [];
  for (const [, [child, other]] of matched(childrenOf(old, nameIn(before)), childrenOf(now, nameIn(after)))) {
    if (isObject(child?.value) && isObject(other?.value)) pairs.push([child, other]);
  }
  return pairs;
}

function childrenOf(place: Place, name: (child: Place, key: string) => string): Map<string, Place> {
  const container = isObject(place.value) || Array.isArray(place.value) ? place.value : {};
  return new Map(
    Object.entries(container).map(([key, value]) => {
      const child = { value, pointer: below(place.pointer, key) };
      return [name(child, key), child];
    }),
  );
}

/** By what an element of a list is recognised in the other version. */
function nameOf(document: JsonObject, list: string, element: Place, index: string): string {
  const fields = fieldsOf(document, element);
  if (list === "parameters") return `${fields.get("in")?.value} ${fields.get("name")?.value}`;
  if (list === "servers") return String(fields.get("url")?.value);
  if (list === "tags") return String(fields.get("name")?.value);
  const reference = isObject(element.value) ? element.value["$ref"] : undefined;
  return typeof reference === "string" ? reference : index;
}

// A path is the same with other names of its parameters.
function blankTemplate(map: string, key: string): string {
  return map === "paths" ? key.replace(/\{[^}]*\}/g, "{}") : key;
}

function matched(old: Map<string, Place>, now: Map<string, Place>): [string, Pair][] {
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => [key, [old.get(key), now.get(key)]]);
}
