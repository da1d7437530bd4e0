import { readFileSync } from "node:fs";
import type { Rating } from "../../src/cli/contract-diff/change.js";
import { isObject, type JsonObject, keysOf, valueAt } from "../../src/cli/contract-diff/json.js";

export type Service = "dcs" | "vbs" | "starrocks";

/** One edit of a real contract, and what the gate must say of it. */
export interface Mutation {
  readonly title: string;
  readonly service: Service;
  readonly edit: (contract: JsonObject) => void;
  /** The heaviest rating among the changes found; undefined where there must be none. */
  readonly rating: Rating | undefined;
  /** Place and rule of a change with that rating. */
  readonly pointer?: string;
  readonly rule?: string;
  /** Whether it cannot share a contract with other edits. */
  readonly alone?: true;
}

/** The bundled contract as it is now; a new copy every time. */
export function contractOf(service: Service): JsonObject {
  const file = new URL(`../../generated/${service}/openapi.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

// Edits fail where their place is gone, so that no row can quietly test nothing.

type Editable = Record<string, unknown>;

function parentOf(contract: JsonObject, pointer: string): { parent: Editable; key: string } {
  const key = keysOf(pointer).at(-1) ?? "";
  const parent = valueAt(contract, pointer.slice(0, pointer.lastIndexOf("/")));
  if (!isObject(parent)) throw new Error(`nothing to edit at ${pointer}`);
  return { parent, key };
}

export function set(pointer: string, value: unknown): Mutation["edit"] {
  return (contract) => {
    const { parent, key } = parentOf(contract, pointer);
    if (JSON.stringify(parent[key]) === JSON.stringify(value)) throw new Error(`${pointer} is already so`);
    parent[key] = value;
  };
}

export function drop(pointer: string): Mutation["edit"] {
  return (contract) => {
    const { parent, key } = parentOf(contract, pointer);
    if (!(key in parent)) throw new Error(`nothing to drop at ${pointer}`);
    delete parent[key];
  };
}

/** Edits the list at `pointer` in place. */
export function list(pointer: string, change: (items: unknown[]) => void): Mutation["edit"] {
  return (contract) => {
    const items = valueAt(contract, pointer);
    if (!Array.isArray(items)) throw new Error(`no list at ${pointer}`);
    change(items);
  };
}

export function push(pointer: string, item: unknown): Mutation["edit"] {
  return list(pointer, (items) => items.push(item));
}

export function pull(pointer: string, item: unknown): Mutation["edit"] {
  return list(pointer, (items) => {
    const index = items.indexOf(item);
    if (index < 0) throw new Error(`${pointer} has no ${String(item)}`);
    items.splice(index, 1);
  });
}

/** Writes one name for another everywhere. */
export function rename(from: string, to: string): Mutation["edit"] {
  return (contract) => {
    const text = JSON.stringify(contract);
    if (!text.includes(from)) throw new Error(`nothing is called ${from}`);
    Object.assign(contract, JSON.parse(text.replaceAll(from, to)));
  };
}

export function both(...edits: Mutation["edit"][]): Mutation["edit"] {
  return (contract) => {
    for (const edit of edits) edit(contract);
  };
}
