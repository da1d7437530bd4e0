import { LineCounter, parseDocument, type YAMLError } from "../../node/yaml.js";
import { Problems } from "./problems.js";
import { type Tree, toTree } from "./tree.js";

/** A file that was parsed: its values as far as they can be read, and its mistakes so far. */
export interface Parsed {
  readonly problems: Problems;
  /** Undefined where there is nothing but white space and comments. */
  readonly tree: Tree | undefined;
  /** Offset from which on the text is no YAML; undefined where all of it is. */
  readonly broken: number | undefined;
}

/** Parses YAML 1.2 with merge keys. What is no YAML is reported, never thrown. */
export function parse(text: string, file: string): Parsed {
  const lineCounter = new LineCounter();
  const problems = new Problems(file, lineCounter);
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: "silent",
      // Its own check takes the square of the number of keys.
      uniqueKeys: false,
    });
    const mistakes = [...document.errors, ...document.warnings];
    const broken = mistakes.length === 0 ? undefined : Math.min(...mistakes.map(({ pos }) => pos[0]));
    const tree = toTree(document, problems);
    for (const mistake of mistakes) {
      const [message, hint] = describe(mistake);
      problems.add(mistake.pos[0], `this is no valid YAML: ${message}`, { hint });
    }
    return { problems, tree, broken };
  } catch (error) {
    // Its recursion, or ours, has an end.
    if (!(error instanceof RangeError)) throw error;
    problems.add(0, "this file nests too deeply");
    return { problems, tree: undefined, broken: 0 };
  }
}

/** In our own words: the parser's quote the file. */
function describe({ code }: YAMLError): readonly [string, string?] {
  return SYNTAX[code] ?? [code.toLowerCase().replaceAll("_", " ")];
}

const NESTED = "a value cannot hold a mapping in the same line";
const NOT_HERE = "this does not belong here";

const SYNTAX: Readonly<Partial<Record<string, readonly [string, string?]>>> = {
  ALIAS_PROPS: ["an alias takes no anchor and no tag"],
  BAD_ALIAS: ["this alias or anchor has no proper name"],
  BAD_INDENT: ["the indentation is wrong", "indent what belongs together alike, and close every bracket"],
  BAD_SCALAR_START: ["a text cannot begin with this character", "put the text in quotes"],
  BLOCK_AS_IMPLICIT_KEY: [NESTED, "begin it in a line of its own, or put a text with a colon in quotes"],
  MISSING_CHAR: ["a quote, bracket, comma or colon is missing", "complete it"],
  MULTILINE_IMPLICIT_KEY: ["a key must stand in one line", "is a colon missing, or the indentation wrong?"],
  MULTIPLE_DOCS: ["a targets file is one document", "leave out the line ---"],
  TAB_AS_INDENT: ["tabs do not indent", "use spaces"],
  TAG_RESOLVE_FAILED: ["this tag is not known", "leave it out"],
  UNEXPECTED_TOKEN: [NOT_HERE, "is the indentation wrong, or a dash, a colon or a quote missing?"],
};
