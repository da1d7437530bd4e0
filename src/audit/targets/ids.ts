import type { IdsContent } from "../../../generated/audit/targets-types.js";
import { child, type Problems } from "./problems.js";

/** What is backed up: the keys of a target for one id and for many. A target has exactly one of these keys. */
export const SUBJECTS = [
  { type: "instance", many: "instances" },
  { type: "policy", many: "policies" },
  { type: "cluster", many: "clusters" },
] as const;

export const SUBJECT_KEYS = SUBJECTS.flatMap(({ type, many }) => [type, many]);

/** Text that ids are read from, and the name by which messages call it. */
export interface IdsText {
  readonly name: string;
  readonly text: string;
}

/** Why a text could not be read, as the end of a sentence, and what to do. */
export interface UnreadableIds {
  readonly problem: string;
  readonly hint?: string | undefined;
}

/** Where ids come from besides the targets file itself. */
export interface IdSourceOptions {
  /** Reads a file of ids, its path as in the targets file. */
  readonly readIds: (path: string) => IdsText | UnreadableIds;
  /** The content of standard input; undefined if it was not read. */
  readonly stdin?: string | undefined;
}

/** An id and where it stands: a value of the targets file, or a line of another text that this value names. */
export interface FoundId {
  readonly id: string;
  readonly pointer: string;
  readonly elsewhere: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** Whether ids are to be read from standard input. */
export function isStdin(ids: IdsContent | undefined): boolean {
  return ids === "-" || (typeof ids === "object" && "stdin" in ids);
}

/** Reads the ids of a targets file, wherever they stand. */
export class IdSources {
  readonly #options: IdSourceOptions;
  readonly #problems: Problems;
  #stdinUsedAt: string | undefined;

  constructor(options: IdSourceOptions, problems: Problems) {
    this.#options = options;
    this.#problems = problems;
  }

  /** The ids that a key such as `instances` names; `what` is the word for one, e.g. `instance`. */
  read(ids: IdsContent, pointer: string, what: string): Iterable<FoundId> {
    if (isStdin(ids)) return this.#stdin(pointer, what);
    if (Array.isArray(ids)) {
      return Object.entries<string>(ids).map(([at, id]) => ({
        id,
        pointer: child(pointer, at),
        elsewhere: null,
      }));
    }
    const path = typeof ids === "object" && "file" in ids ? ids.file : undefined;
    return path === undefined ? [] : this.#file(path, child(pointer, "file"), what);
  }

  #stdin(pointer: string, what: string): Iterable<FoundId> {
    const { stdin = "" } = this.#options;
    const usedAt = this.#stdinUsedAt;
    this.#stdinUsedAt ??= pointer;
    if (usedAt === undefined) return this.#idsOf({ name: "standard input", text: stdin }, pointer, what);
    const { line } = this.#problems.place(usedAt);
    const hint = "it can be read once; put the ids in a file";
    this.#problems.add(pointer, `standard input is already taken by line ${line}`, { hint });
    return [];
  }

  #file(path: string, pointer: string, what: string): Iterable<FoundId> {
    const found = this.#options.readIds(path);
    if ("text" in found) return this.#idsOf(found, pointer, what);
    this.#problems.add(pointer, `the file of ids ${found.problem}`, { hint: found.hint });
    return [];
  }

  #idsOf(source: IdsText, pointer: string, what: string): Iterable<FoundId> {
    const ids = [...idsOfText(source, pointer)];
    if (ids.length === 0) {
      this.#problems.add(pointer, `${source.name} holds no ${what} id`, { hint: "write one id a line" });
    }
    return ids;
  }
}

/** The ids of a text, one a line; empty lines and lines that begin with `#` are skipped. */
function* idsOfText({ name, text }: IdsText, pointer: string): Generator<FoundId, void, undefined> {
  let line = 0;
  for (const raw of text.split(/\r\n|[\r\n]/)) {
    line += 1;
    const id = raw.replace(/^\uFEFF/, "").trim();
    if (id === "" || id.startsWith("#")) continue;
    yield { id, pointer, elsewhere: { file: name, line, column: raw.search(/[^\s\uFEFF]/) + 1 } };
  }
}
