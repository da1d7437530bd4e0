import { LineCounter, parseDocument, type YAMLError } from "../../node/yaml.js";
import { Problems } from "./problems.js";
import { type Tree, toTree } from "./tree.js";

/** A file that was parsed. */
export interface Parsed {
  /** Mistakes in what is YAML, so far. */
  readonly problems: Problems;
  /** Its values as far as they can be read; undefined where there are none. */
  readonly tree: Tree | undefined;
  /** Where it is no YAML, and why: in the order of the file, one a line. */
  readonly broken: readonly SyntaxMistake[];
}

/** Where a text is no YAML. */
export interface SyntaxMistake {
  readonly at: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Parses YAML 1.2 with merge keys. What is no YAML is told, never thrown. */
export function parse(text: string, file: string): Parsed {
  const lineCounter = new LineCounter();
  const problems = new Problems(file, lineCounter);
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // Silent, it would pass over a second document.
      logLevel: "error",
      // Its own check takes the square of the number of keys.
      uniqueKeys: false,
    });
    const tree = toTree(document, problems);
    const mistakes = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    // One that is missing is often missed several times.
    const lines = new Map(
      mistakes.map((one) => [lineCounter.linePos(one.pos[0]).line, one] as const).reverse(),
    );
    return { problems, tree, broken: [...lines.values()].reverse().map(describe) };
  } catch (error) {
    // Its recursion, or ours, has an end.
    if (!(error instanceof RangeError)) throw error;
    return { problems, tree: undefined, broken: [{ at: 0, message: "this file nests too deeply" }] };
  }
}

/** In our own words: the parser's quote the file. */
function describe({ code, pos }: YAMLError): SyntaxMistake {
  const [message, hint] = SYNTAX[code] ?? [code.toLowerCase().replaceAll("_", " ")];
  return { at: pos[0], message: `this is no valid YAML: ${message}`, hint };
}

const NESTED = "a value cannot hold a mapping in the same line";
const NOT_HERE = "this does not belong here";

const SYNTAX: Readonly<Partial<Record<string, readonly [string, string?]>>> = {
  ALIAS_PROPS: ["an alias takes no anchor and no tag"],
  BAD_ALIAS: ["this alias or anchor has no proper name"],
  BAD_INDENT: ["the indentation is wrong, or a bracket is not closed", "indent alike what belongs together"],
  BAD_SCALAR_START: ["a text cannot begin with this character", "put the text in quotes"],
  BLOCK_AS_IMPLICIT_KEY: [NESTED, "begin it in a line of its own, or put a text with a colon in quotes"],
  MISSING_CHAR: ["a quote, bracket, comma or colon is missing", "complete it"],
  MULTILINE_IMPLICIT_KEY: ["a key must stand in one line", "is a colon missing, or the indentation wrong?"],
  MULTIPLE_DOCS: ["a targets file is one document", "leave out the line ---"],
  RESOURCE_EXHAUSTION: ["it nests too deeply"],
  TAB_AS_INDENT: ["tabs do not indent", "use spaces"],
  TAG_RESOLVE_FAILED: ["this tag is not known", "leave it out"],
  UNEXPECTED_TOKEN: [NOT_HERE, "is the indentation wrong, or a dash, a colon or a quote missing?"],
};
