import { terminalText } from "./escape.js";
import type { ColourChoice } from "./talk.js";
import { joined, unjoined, wrap } from "./wrap.js";

/** Colours a text for a terminal. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** ANSI colours, or none at all. */
export function createStyle(coloured: boolean): Style {
  const sgr = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
  };
}

/**
 * Whether to colour: as `--color` says; else as `FORCE_COLOR` or `CLICOLOR_FORCE` says; else on a terminal that can, unless
 * `NO_COLOR` is set and not empty (no-color.org).
 */
export function wantsColour(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
  choice: ColourChoice,
): boolean {
  if (choice !== "auto") return choice === "always";
  const forced = env["FORCE_COLOR"] || env["CLICOLOR_FORCE"] || "";
  if (forced !== "") return !/^(0|false)$/.test(forced);
  return isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}

/** A part of a line: a text, a text in a colour, or a command to copy. */
export type Word = string | readonly [style: keyof Style, text: string] | { readonly command: string };

/** A line of words, each escaped before it is coloured: a colour is the one escape sequence that is written. */
export function styled(words: readonly Word[], style: Style): string {
  return unjoined(told(words, style));
}

/**
 * The same in lines that are no wider than a terminal, if that can be: broken at blanks, further lines a little to the
 * right.
 */
export function styledLines(words: readonly Word[], style: Style, width: number): string[] {
  const [blanks = ""] = /^ */.exec(styled(words, createStyle(false))) ?? [];
  return wrap(told(words, style), width, `${blanks}  `);
}

function told(words: readonly Word[], style: Style): string {
  return words
    .map((word) => {
      if (typeof word === "string") return terminalText(word);
      return "command" in word ? joined(terminalText(word.command)) : style[word[0]](terminalText(word[1]));
    })
    .join("");
}
