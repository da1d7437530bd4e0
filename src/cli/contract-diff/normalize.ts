import { below, isObject, type JsonObject, valueAt } from "./json.js";

/** Values that are data: an `allOf` in them is no schema's. */
const data = new Set(["default", "const", "enum", "example", "examples", "value"]);

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Both versions of a contract, written so that what means the same looks the same: an `allOf` of one schema is that
 * schema, and parameters of a path stand at each of its operations if they differ between the versions.
 */
export function normalize(before: JsonObject, after: JsonObject): readonly [JsonObject, JsonObject] {
  const [old, now] = [unwrapped(before), unwrapped(after)];
  const moved = pathsIn(old).filter((path) => parametersOf(old, path) !== parametersOf(now, path));
  return [withOwnParameters(old, moved), withOwnParameters(now, moved)];
}

function unwrapped(contract: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(contract).map(([key, value]) => [key, unwrap(key, value)]));
}

function unwrap(name: string, value: unknown): unknown {
  if (name.startsWith("x-") || data.has(name)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => unwrap("", item));
  if (!isObject(value)) return value;
  const { allOf, ...others } = value;
  const [member] = Array.isArray(allOf) && allOf.length === 1 ? allOf : [];
  if (isObject(member) && Object.keys(others).length === 0) return unwrap("", member);
  return unwrapped(value);
}

function pathsIn(contract: JsonObject): string[] {
  return isObject(contract["paths"]) ? Object.keys(contract["paths"]) : [];
}

/** The parameters that all operations of a path share, as text; undefined if there is no such path. */
function parametersOf(contract: JsonObject, path: string): string | undefined {
  const item = valueAt(contract, below("/paths", path));
  return isObject(item) ? JSON.stringify(item["parameters"] ?? []) : undefined;
}

/** A contract in which these paths share no parameters: each operation has those that it does not override. */
function withOwnParameters(contract: JsonObject, paths: readonly string[]): JsonObject {
  const moved = paths.flatMap((path) => {
    const item = valueAt(contract, below("/paths", path));
    if (!isObject(item)) return [];
    const { parameters, ...others } = item;
    const shared: unknown[] = Array.isArray(parameters) ? parameters : [];
    const own = Object.entries(others).map(([key, field]) =>
      methods.includes(key) && isObject(field) ? [key, inherit(contract, field, shared)] : [key, field],
    );
    return [[path, Object.fromEntries(own)]];
  });
  if (moved.length === 0) return contract;
  return { ...contract, paths: { ...Object(contract["paths"]), ...Object.fromEntries(moved) } };
}

function inherit(contract: JsonObject, operation: JsonObject, shared: readonly unknown[]): JsonObject {
  const own: unknown[] = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  const names = new Set(own.map((parameter) => nameOf(contract, parameter)));
  const inherited = shared.filter((parameter) => !names.has(nameOf(contract, parameter)));
  return { ...operation, parameters: [...own, ...inherited] };
}

function nameOf(contract: JsonObject, parameter: unknown): string {
  const reference = isObject(parameter) ? parameter["$ref"] : undefined;
  const value =
    typeof reference === "string" ? valueAt(contract, decodeURIComponent(reference.slice(1))) : parameter;
  return isObject(value) ? `${value["in"]} ${value["name"]}` : "";
}
