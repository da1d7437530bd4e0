import type { ParsedYaml, YamlEntry, YamlNode, YamlProblem } from "../../node/yaml-tree.js";
import type { TargetsProblem } from "./error.js";

/** What belongs to a message. */
export interface ProblemOptions {
  /** What to do. */
  readonly hint?: string | undefined;
  /** Something is missing: no mistake as long as a part of the file could not be read. */
  readonly absent?: boolean | undefined;
  /** Report the place of the key, not of the value under it. */
  readonly atKey?: boolean | undefined;
}

/** The JSON Pointer of what stands under `key` in `pointer`. */
export function child(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys of a JSON Pointer. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Collects the mistakes of a targets file, each one once. Values are named by JSON Pointers. */
export class Problems {
  readonly #file: string;
  readonly #yaml: ParsedYaml;
  readonly #found = new Map<string, Found>();
  readonly #invalid = new Set<string>();

  constructor(file: string, yaml: ParsedYaml) {
    this.#file = file;
    this.#yaml = yaml;
  }

  get any(): boolean {
    return this.#found.size > 0;
  }

  /** A mistake in a value. */
  add(pointer: string, message: string, { hint, absent, atKey }: ProblemOptions = {}): void {
    const { node, keyAt } = this.#entry(pointer);
    this.addAt({ at: atKey ? keyAt : node.at, message, hint, absent: absent ?? false });
  }

  /** A mistake at an offset of the file. */
  addAt({ at, message, hint, absent = false }: YamlProblem): void {
    this.#keep({ ...this.#place(at), message, ...(hint !== undefined && { hint }) }, at, absent);
  }

  /** A mistake in another file, which a value of this file names. */
  addElsewhere(problem: TargetsProblem, pointer: string): void {
    this.#keep(problem, this.#entry(pointer).node.at, false);
  }

  /** Where a value stands. */
  place(pointer: string): Place {
    return this.#place(this.#entry(pointer).node.at);
  }

  /** Removes what was found from `offset` on, or because something was missing. */
  keepBefore(offset: number): void {
    for (const [key, { at, absent }] of this.#found) {
      if (at >= offset || absent) this.#found.delete(key);
    }
  }

  /** Marks a mapping or list that lost a part because the part was wrong: what it lacks may stand there. */
  markInvalid(pointer: string): void {
    this.#invalid.add(pointer);
  }

  isInvalid(pointer: string): boolean {
    return this.#invalid.has(pointer);
  }

  /** In the order of the file; those of a file of ids follow at the place that names it. */
  list(): TargetsProblem[] {
    const found = [...this.#found.values()];
    found.sort((a, b) => a.at - b.at || a.problem.line - b.problem.line);
    return found.map(({ problem }) => problem);
  }

  #place(at: number): Place {
    return { file: this.#file, ...this.#yaml.place(at) };
  }

  /** What a pointer leads to; as much of the pointer as there is. */
  #entry(pointer: string): YamlEntry {
    const { root } = this.#yaml;
    let entry: YamlEntry = { keyAt: 0, node: root ?? { kind: "scalar", at: 0, value: null } };
    for (const key of keysOf(pointer)) {
      const next = entryOf(entry.node, key);
      if (next === undefined) break;
      entry = next;
    }
    return entry;
  }

  #keep(problem: TargetsProblem, at: number, absent: boolean): void {
    // Aliases name one place several times.
    const key = `${at} ${problem.line} ${problem.message}`;
    if (!this.#found.has(key)) this.#found.set(key, { problem, at, absent });
  }
}

/** What stands under a key of a mapping, or at an index of a list. */
export function entryOf(node: YamlNode, key: string): YamlEntry | undefined {
  if (node.kind === "map") return node.entries.get(key);
  const item = node.kind === "list" ? node.items[Number(key)] : undefined;
  return item && { keyAt: item.at, node: item };
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Found {
  readonly problem: TargetsProblem;
  readonly at: number;
  readonly absent: boolean;
}
