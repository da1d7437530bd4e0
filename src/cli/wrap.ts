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

/** The lines of a text broken at blanks to a width; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
