import { widthOf } from "./width.js";
import { joined, wrap } from "./wrap.js";

/**
 * Help in lines of a width: a paragraph, which begins at the margin, is filled up; an indented line that is too wide goes on
 * below its last column, and an example as a shell reads it.
 */
export function fitHelp(text: string, width: number): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let examples = false;
  const endParagraph = () => {
    if (paragraph.length > 0) lines.push(...wrap(paragraph.join(" "), width));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) {
      examples = /^Examples?:$/.test(line);
      paragraph.push(line);
      continue;
    }
    endParagraph();
    if (widthOf(line) <= width) lines.push(line);
    else lines.push(...wrapIndented(line, width, examples));
  }
  endParagraph();
  return lines.join("\n");
}

function wrapIndented(line: string, width: number, examples: boolean): string[] {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const [columns] = /^ *\S.*?\S {2,}(?=\S)/.exec(line) ?? [];
  if (columns === undefined && examples) return wrap(indent + joined(line), width, indent);
  const hang = columns !== undefined && columns.length <= width / 2 ? columns.length : indent.length + 2;
  return wrap(line, width, " ".repeat(hang));
}
