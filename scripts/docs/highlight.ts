import ts from "typescript";
import { escapeHtml } from "./html.js";

const CLASSES: Partial<Record<ts.TokenClass, string>> = {
  [ts.TokenClass.Keyword]: "keyword",
  [ts.TokenClass.StringLiteral]: "string",
  [ts.TokenClass.NumberLiteral]: "number",
  [ts.TokenClass.Comment]: "comment",
};

/** Returns TypeScript as HTML with marked keywords, strings, numbers and comments, found by the compiler's scanner. */
export function highlightTypeScript(code: string): string {
  const classifier = ts.createClassifier();
  let state = ts.EndOfLineState.None;
  return code
    .split("\n")
    .map((line) => {
      const { entries, finalLexState } = classifier.getClassificationsForLine(line, state, true);
      state = finalLexState;
      let at = 0;
      return entries
        .map(({ length, classification }) => {
          const text = escapeHtml(line.slice(at, at + length));
          at += length;
          const name = CLASSES[classification];
          return name === undefined ? text : `<span class="${name}">${text}</span>`;
        })
        .join("");
    })
    .join("\n");
}
