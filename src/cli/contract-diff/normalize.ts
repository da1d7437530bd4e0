import { isDeepStrictEqual } from "node:util";
import { withPlainEnumerations } from "./enumerations.js";
import { below, isObject, type JsonObject, valueAt } from "./json.js";
import { withLetterCaseOf } from "./letter-case.js";
import { respell } from "./spelling.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What an operation has from its path, or from the contract, unless it states it itself. */
const inherited = ["servers", "security"] as const;

/** What is handed down to operations, and in which paths. */
type Paths = ReadonlyMap<"parameters" | (typeof inherited)[number], ReadonlySet<string>>;

/**
 * Both versions of a contract, written so that what means the same looks the same: each object in one spelling, a named
 * enumeration as its values, and what a path or the contract states for its operations at each of them. That is handed
 * down only if it stands elsewhere in the other version, so that a change is reported where it is written.
 */
export function normalize(before: JsonObject, after: JsonObject): readonly [JsonObject, JsonObject] {
  const now = respell(withPlainEnumerations(after));
  const old = withLetterCaseOf(respell(withPlainEnumerations(before)), now);
  const moved = inherited.filter((key) => states(old, key) !== states(now, key));
  const pathsOf = (key: (typeof inherited)[number]) =>
    moved.includes(key) ? new Set(pathsIn(old)) : differing(old, now, (item) => placesOf(key, item));
  const paths: Paths = new Map([
    ["parameters", differing(old, now, ({ parameters = [] }) => parameters)],
    ["servers", pathsOf("servers")],
    ["security", pathsOf("security")],
  ]);
  return [handDown(old, paths, moved), handDown(now, paths, moved)];
}

function states(value: JsonObject, key: string): boolean {
  const list = value[key];
  return Array.isArray(list) && list.length > 0;
}

function pathsIn(contract: JsonObject): string[] {
  return isObject(contract["paths"]) ? Object.keys(contract["paths"]) : [];
}

/** The paths of both versions that differ in this. */
function differing(old: JsonObject, now: JsonObject, aspect: (item: JsonObject) => unknown): Set<string> {
  return new Set(
    pathsIn(old).filter((path) => {
      const [before, after] = [old, now].map((contract) => valueAt(contract, below("/paths", path)));
      return isObject(before) && isObject(after) && !isDeepStrictEqual(aspect(before), aspect(after));
    }),
  );
}

/** Where a path states a field: for all its operations, or at some of them. */
function placesOf(key: string, item: JsonObject): string[] {
  const own = methods.filter((method) => isObject(item[method]) && key in item[method]);
  return key in item ? ["", ...own] : own;
}

/** A contract in which these paths state nothing for their operations, and the contract itself nothing that moved. */
function handDown(contract: JsonObject, paths: Paths, moved: readonly string[]): JsonObject {
  const concerned = new Set([...paths.values()].flatMap((some) => [...some]));
  if (concerned.size === 0) return contract;
  const items = Object.entries(Object(contract["paths"])).map(([path, item]) => {
    if (!isObject(item) || !concerned.has(path)) return [path, item];
    const handed: readonly string[] = [...paths].filter(([, some]) => some.has(path)).map(([key]) => key);
    const above = { ...contract, ...item };
    const fields = inherited
      .filter((key) => handed.includes(key) && above[key] !== undefined)
      .map((key) => [key, above[key]]);
    const { parameters } = item;
    const shared: unknown[] = handed.includes("parameters") && Array.isArray(parameters) ? parameters : [];
    const left = Object.entries(item).filter(([key]) => !handed.includes(key));
    const written = left.map(([key, field]) =>
      methods.includes(key) && isObject(field)
        ? [key, withParameters(contract, { ...Object.fromEntries(fields), ...field }, shared)]
        : [key, field],
    );
    return [path, Object.fromEntries(written)];
  });
  const kept = Object.entries(contract).filter(([key]) => !moved.includes(key));
  return { ...Object.fromEntries(kept), paths: Object.fromEntries(items) };
}

/** An operation with the parameters of its path that it does not override. */
function withParameters(contract: JsonObject, operation: JsonObject, shared: readonly unknown[]): JsonObject {
  const own: unknown[] = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  const names = new Set(own.map((parameter) => nameOf(contract, parameter)));
  const inherited = shared.filter((parameter) => !names.has(nameOf(contract, parameter)));
  return inherited.length === 0 ? operation : { ...operation, parameters: [...own, ...inherited] };
}

function nameOf(contract: JsonObject, parameter: unknown): string {
  const reference = isObject(parameter) ? parameter["$ref"] : undefined;
  const value =
    typeof reference === "string" ? valueAt(contract, decodeURIComponent(reference.slice(1))) : parameter;
  return isObject(value) ? `${value["in"]} ${value["name"]}` : "";
}
