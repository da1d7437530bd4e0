import { didYouMean, oneOf, shown } from "./echo.js";
import type { ProblemOptions, Problems } from "./problems.js";
import type { Tree } from "./tree.js";

/** A value with its offset in the file. */
export interface Placed<T> {
  readonly at: number;
  readonly value: T;
}

/** Turns a value of the file into what it means; undefined after having reported why it cannot. */
export type Reader<T> = (tree: Tree, what: string, problems: Problems) => T | undefined;

/** What is wrong with the keys of a mapping; `absent` where one is missing. */
interface Misfit extends ProblemOptions {
  readonly message: string;
}

type Shape = Readonly<Record<string, Reader<unknown>>>;

/** The keys of a mapping that are there and right, with their places. */
export type Fields<S extends Shape> = {
  readonly [K in keyof S]?: Placed<S[K] extends Reader<infer T> ? T : never>;
};

/** A text that passes `test`; `expected` says which ones do, with an example. */
export function text(expected: string, test: (value: string) => boolean): Reader<string> {
  return (tree, what, problems) => {
    if (tree.kind === "scalar" && typeof tree.value === "string") {
      if (test(tree.value)) return tree.value;
      problems.add(tree.at, `${what} must be ${expected}`);
    } else wrongKind(tree, what, expected, problems, true);
    return undefined;
  };
}

/** One of a few words. */
export function word<const W extends string>(words: readonly W[]): Reader<W> {
  return (tree, what, problems) => {
    const found = tree.kind === "scalar" ? words.find((known) => known === tree.value) : undefined;
    if (found !== undefined) return found;
    if (tree.kind === "scalar" && typeof tree.value === "string") {
      const hint = didYouMean(tree.value, words);
      problems.add(tree.at, `${what} must be ${oneOf(words)}, not ${shown(tree.value)}`, { hint });
    } else wrongKind(tree, what, oneOf(words), problems, false);
    return undefined;
  };
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Reader<number> {
  return (tree, what, problems) => {
    const value = tree.kind === "scalar" ? tree.value : undefined;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    const expected = `a whole number from ${least} to ${most}`;
    if (typeof value === "number") problems.add(tree.at, `${what} must be ${expected}`);
    else wrongKind(tree, what, expected, problems, false);
    return undefined;
  };
}

/** `true` or `false`. */
export const flag: Reader<boolean> = (tree, what, problems) => {
  if (tree.kind === "scalar" && typeof tree.value === "boolean") return tree.value;
  wrongKind(tree, what, "true or false", problems, false);
  return undefined;
};

/** A list of at least one. Elements that are wrong are left out. */
export function list<T>(element: Reader<T>, each: string): Reader<readonly Placed<T>[]> {
  return (tree, what, problems) => {
    if (tree.kind !== "list") {
      wrongKind(tree, what, "a list", problems, false);
      return undefined;
    }
    if (tree.items.length === 0)
      problems.add(tree.at, `${what} is an empty list`, { hint: "name at least one" });
    return tree.items.flatMap((item) => {
      const value = element(item, each, problems);
      return value === undefined ? [] : [{ at: item.at, value }];
    });
  };
}

/** A mapping with the keys of `shape`, and any that `others` passes. A value that is wrong is left out. */
export function object<S extends Shape>(
  shape: S,
  options: {
    /** What a key belongs to, e.g. `a target`. */
    readonly of: string;
    readonly others?: RegExp;
    /** Why the keys do not go together, and what to do; null where they do. */
    readonly check?: (keys: ReadonlySet<string>) => Misfit | null;
  },
): Reader<Fields<S>> {
  const known = new Map(Object.entries(shape));
  return (tree, what, problems) => {
    if (tree.kind !== "map") {
      wrongKind(tree, what, "a mapping", problems, false);
      return undefined;
    }
    const fields: Record<string, Placed<unknown>> = {};
    let unknown = false;
    for (const [key, entry] of tree.entries) {
      const reader = known.get(key);
      if (reader !== undefined) {
        const value = reader(entry.value, key, problems);
        if (value === undefined) problems.spoil(fields);
        else fields[key] = { at: entry.value.at, value };
      } else if (!options.others?.test(key)) {
        problems.add(entry.keyAt, `${options.of} has no key ${shown(key)}`, {
          hint: keyHint(key, known.keys()),
        });
        problems.spoil(fields);
        unknown = true;
      }
    }
    const misfit = options.check?.(new Set(tree.entries.keys()));
    // What is missing may be what is misspelt.
    if (misfit && !(misfit.absent && unknown)) problems.add(tree.at, misfit.message, misfit);
    return fields as Fields<S>;
  };
}

/** A mapping whose keys are the user's own; `name` passes the keys. Entries that are wrong are left out. */
export function dictionary<T>(
  value: Reader<T>,
  name: { readonly test: (key: string) => boolean; readonly expected: string },
): Reader<ReadonlyMap<string, Placed<T> & { readonly keyAt: number }>> {
  return (tree, what, problems) => {
    if (tree.kind !== "map") {
      wrongKind(tree, what, "a mapping", problems, false);
      return undefined;
    }
    const found = new Map<string, Placed<T> & { readonly keyAt: number }>();
    for (const [key, entry] of tree.entries) {
      if (!name.test(key)) problems.add(entry.keyAt, `a key of ${what} must be ${name.expected}`);
      const read = value(entry.value, `${shown(key)} of ${what}`, problems);
      if (read === undefined) problems.spoil(found);
      else found.set(key, { at: entry.value.at, keyAt: entry.keyAt, value: read });
    }
    return found;
  };
}

/** Reports a value of the wrong kind. Text that YAML takes for something else wants quotes. */
export function wrongKind(
  tree: Tree,
  what: string,
  expected: string,
  problems: Problems,
  wantsText: boolean,
): void {
  if (tree.kind === "scalar" && tree.value === undefined) return;
  const kind = kindOf(tree);
  const empty = kind === "nothing";
  const quotable = wantsText && tree.kind === "scalar" && !empty;
  const hint = quotable ? "put it in quotes" : empty ? "give it a value, or leave the key out" : undefined;
  problems.add(tree.at, `${what} must be ${expected}, not ${kind}`, { hint });
}

function kindOf(tree: Tree): string {
  if (tree.kind === "map") return "a mapping";
  if (tree.kind === "list") return "a list";
  if (tree.value === null) return "nothing";
  return typeof tree.value === "boolean"
    ? "true or false"
    : `a ${typeof tree.value === "string" ? "text" : "number"}`;
}

function keyHint(key: string, known: Iterable<string>): string {
  const keys = [...known];
  const near = didYouMean(key, keys);
  if (near !== undefined) return near;
  return /secret|password|token|^(ak|sk)$|key/i.test(key)
    ? "credentials stay out of this file: an account's environment names the variables that hold them"
    : `its keys are ${keys.join(", ")}`;
}
