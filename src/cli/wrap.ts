import { widthOf } from "./width.js";

/** The lines of a text broken at blanks to a width, and within a word that is longer: none is wider. */
export function fold(text: string, width: number): string[] {
  return wrap(text, width).flatMap((line) => {
    if (widthOf(line) <= width) return [line];
    const parts = [""];
    for (const { segment } of new Intl.Segmenter().segment(line)) {
      const last = parts.at(-1) ?? "";
      if (last !== "" && widthOf(last + segment) > width) parts.push(segment);
      else parts[parts.length - 1] = last + segment;
    }
    return parts;
  });
}

/** Between the words of a command, and for a blank within one: control characters, which no text for a terminal has. */
const JOINT = "\u0000";
const QUOTED_BLANK = "\u0001";

/**
 * A command to copy, as a part of a text for `wrap`: it stays on one line, or goes on in the next as a shell reads it.
 * Quoted words stay whole. Without a width, `unjoined` makes it readable.
 */
export function joined(command: string): string {
  const words = command.match(/(?:'[^']*'|"[^"]*"|\\.|\S)+/g) ?? [];
  return words.map((word) => word.replaceAll(" ", QUOTED_BLANK)).join(JOINT);
}

/** A text with its commands as people read them. */
export function unjoined(text: string): string {
  return text.replaceAll(JOINT, " ").replaceAll(QUOTED_BLANK, " ");
}

/**
 * The lines of a text broken at blanks to a width; a longer word stands alone. `indent` begins all lines but the first.
 * Colours take no width.
 */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  let empty = true;
  const begin = (start: string) => {
    lines.push(line.trimEnd());
    [line, used, empty] = [start, start.length, true];
  };
  const put = (blanks: string, word: string, own: number) => {
    line += blanks + word;
    used += blanks.length + own;
    empty = false;
  };
  for (const [, blanks = "", word = ""] of text.matchAll(/(\s*)(\S+)/g)) {
    const own = widthOf(unjoined(word));
    const fits = used + blanks.length + own <= width;
    if (!fits && !empty) begin(indent);
    const before = empty && lines.length > 0 ? "" : blanks;
    const parts = word.split(JOINT);
    if (parts.length === 1 || used + before.length + own <= width) {
      put(before, unjoined(word), own);
      continue;
    }
    for (const [at, part] of parts.entries()) {
      const last = at === parts.length - 1;
      if (at > 0 && used + 1 + widthOf(unjoined(part)) + (last ? 0 : 2) > width) {
        line += " \\";
        begin(`${indent}  `);
      }
      put(at === 0 ? before : empty ? "" : " ", unjoined(part), widthOf(unjoined(part)));
    }
  }
  return [...lines, line];
}
