import stringWidth from "string-width";

/** Columns that a text takes on a terminal; a Chinese character takes two, a colour none. */
export function widthOf(text: string): number {
  // Most text is ASCII, where the library takes a hundred times as long.
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** The text (without colours), cut to a width with an ellipsis at its end where it is wider. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The text, filled up with blanks to a width. */
export function pad(text: string, width: number, side: "left" | "right" = "right"): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return side === "right" ? text + blanks : blanks + text;
}
