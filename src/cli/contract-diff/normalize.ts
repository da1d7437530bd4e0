import { isDeepStrictEqual } from "node:util";
import { withPlainEnumerations } from "./enumerations.js";
import { below, isObject, type JsonObject, valueAt } from "./json.js";
import { respell } from "./spelling.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What the whole contract states for every operation that does not state it itself. */
const ofRoot = ["security", "servers"] as const;

/**
 * Both versions of a contract, written so that what means the same looks the same: each object in one spelling, a named
 * enumeration as its values, and what a path or the contract states for its operations at each of them. That is handed
 * down only if it stands elsewhere in the other version, so that a change is reported where it is written.
 */
export function normalize(before: JsonObject, after: JsonObject): readonly [JsonObject, JsonObject] {
  const [old, now] = [respell(withPlainEnumerations(before)), respell(withPlainEnumerations(after))];
  const moved = ofRoot.filter((key) => states(old, key) !== states(now, key));
  const paths = pathsIn(old).filter(
    (path) => moved.length > 0 || !isDeepStrictEqual(sharedBy(old, path), sharedBy(now, path)),
  );
  return [handDown(old, moved, paths), handDown(now, moved, paths)];
}

function states(value: JsonObject, key: string): boolean {
  const list = value[key];
  return Array.isArray(list) && list.length > 0;
}

function pathsIn(contract: JsonObject): string[] {
  return isObject(contract["paths"]) ? Object.keys(contract["paths"]) : [];
}

/** What all operations of a path share; undefined if there is no such path. */
function sharedBy(contract: JsonObject, path: string): unknown {
  const item = valueAt(contract, below("/paths", path));
  return isObject(item) ? [item["parameters"] ?? [], item["servers"]] : undefined;
}

/** A contract in which these paths, and the contract itself for them, state nothing for their operations. */
function handDown(
  contract: JsonObject,
  moved: readonly (typeof ofRoot)[number][],
  paths: readonly string[],
): JsonObject {
  const root = Object.entries(contract).filter(([key]) => moved.some((one) => one === key));
  const items = paths.flatMap((path) => {
    const item = valueAt(contract, below("/paths", path));
    if (!isObject(item)) return [];
    const { parameters, servers, ...others } = item;
    const inherited = { ...Object.fromEntries(root), ...(servers === undefined ? {} : { servers }) };
    const shared: unknown[] = Array.isArray(parameters) ? parameters : [];
    const own = Object.entries(others).map(([key, field]) =>
      methods.includes(key) && isObject(field)
        ? [key, withParameters(contract, { ...inherited, ...field }, shared)]
        : [key, field],
    );
    return [[path, Object.fromEntries(own)]];
  });
  if (items.length === 0) return contract;
  const kept = Object.entries(contract).filter(([key]) => !moved.some((one) => one === key));
  return {
    ...Object.fromEntries(kept),
    paths: { ...Object(contract["paths"]), ...Object.fromEntries(items) },
  };
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
