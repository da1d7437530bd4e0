import type { IdsText } from "./read.js";

/** An id and where it stands: an offset of the targets file, or a line of the file of ids. */
export interface FoundId {
  readonly id: string;
  readonly at: number;
  readonly elsewhere: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** The ids of a text, one a line; empty lines and those that begin with `#` are passed over. */
export function* idsOfText({ name, text }: IdsText, at: number): Generator<FoundId, void, undefined> {
  let line = 0;
  for (const raw of text.split(/\r\n|[\r\n]/)) {
    line += 1;
    const id = raw.replace(/^\uFEFF/, "").trim();
    if (id === "" || id.startsWith("#")) continue;
    yield { id, at, elsewhere: { file: name, line, column: raw.search(/[^\s\uFEFF]/) + 1 } };
  }
}
