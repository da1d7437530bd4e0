import { quote } from "./quote.js";
import {
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  Parser,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "./yaml.js";

/** A YAML value and its offset in the text. Aliases and merges are resolved. `value` is the plain value. */
export type YamlNode =
  | {
      readonly kind: "map";
      readonly at: number;
      readonly value: Readonly<Record<string, unknown>>;
      readonly entries: ReadonlyMap<string, YamlEntry>;
    }
  | {
      readonly kind: "list";
      readonly at: number;
      readonly value: readonly unknown[];
      readonly items: readonly YamlNode[];
    }
  | { readonly kind: "scalar"; readonly at: number; readonly value: unknown };

/** A value under a key, and the offset of the key. */
export interface YamlEntry {
  readonly keyAt: number;
  readonly node: YamlNode;
}

/** The plain value of an alias that could not be resolved; the reason is among the problems. */
export const UNRESOLVED = Symbol("unresolved alias");

/** What is wrong with a text at an offset. Quotes nothing that could be a credential. */
export interface YamlProblem {
  readonly at: number;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Something is missing, which may stand in a part of the text that could not be read. */
  readonly absent?: boolean;
}

/** A text that was parsed, whether or not it is right. */
export interface ParsedYaml {
  /** As far as the text could be read; undefined if it is empty. */
  readonly root: YamlNode | undefined;
  /** Where the text is not YAML: at most one for each line, in the order of the text. */
  readonly syntaxErrors: readonly YamlProblem[];
  /** Duplicate keys and bad aliases. */
  readonly problems: readonly YamlProblem[];
  /** Line and column of an offset, both from 1 on. */
  place(at: number): { readonly line: number; readonly column: number };
}

/**
 * Parses YAML 1.2 with merge keys. Never throws: errors are part of the result.
 * With `failsafe`, every scalar is a string, so that a password of digits stays a text.
 */
export function parseYaml(text: string, schema: "core" | "failsafe" = "core"): ParsedYaml {
  const lineCounter = new LineCounter();
  const place = (at: number) => {
    const { line, col } = lineCounter.linePos(at);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: YamlProblem[] = [];
  if (nestsTooDeep(text)) {
    const syntaxErrors = [{ at: 0, message: `this file nests more than ${MAX_DEPTH} levels deep` }];
    return { root: undefined, syntaxErrors, problems, place };
  }
  const document = parseDocument(text, {
    schema,
    lineCounter,
    prettyErrors: false,
    // With "silent", a second document is ignored without an error.
    logLevel: "error",
    // The library's own check compares each key with each other key.
    uniqueKeys: false,
  });
  const root = toTree(document, (problem) => problems.push(problem));
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  // A missing character often gives several errors.
  const lines = new Map(errors.map((error) => [place(error.pos[0]).line, error] as const).reverse());
  return { root, syntaxErrors: [...lines.values()].reverse().map(describe), problems, place };
}

const MAX_DEPTH = 200;

/**
 * Whether a text nests more than 200 levels deep. The library reads a document by recursion: one that is far deeper
 * would end the process if its stack is used up where V8 cannot recover. Its parser of tokens, used here, does not
 * recurse.
 */
export function nestsTooDeep(text: string): boolean {
  let level: readonly (CST.Token | null | undefined)[] = [...new Parser().parse(text)];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((token) => {
      if (token?.type === "document") return token.value;
      return token && "items" in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
    });
  }
  return false;
}

/** In our own words: the messages of the library quote the file. */
function describe({ code, pos }: YAMLError): YamlProblem {
  const [message, hint] = SYNTAX[code] ?? [code.toLowerCase().replaceAll("_", " ")];
  return { at: pos[0], message: `this is not valid YAML: ${message}`, hint };
}

const SYNTAX: Readonly<Partial<Record<string, readonly [string, string?]>>> = {
  ALIAS_PROPS: ["an alias takes no anchor and no tag"],
  BAD_ALIAS: ["this alias or anchor has no proper name"],
  BAD_INDENT: ["the indentation is wrong, or a bracket is not closed", "indent alike what belongs together"],
  BAD_SCALAR_START: ["a text cannot begin with this character", "put the text in quotes"],
  BLOCK_AS_IMPLICIT_KEY: [
    "a value cannot hold a mapping in the same line",
    "begin it in a line of its own, or put a text with a colon in quotes",
  ],
  MISSING_CHAR: ["a quote, bracket, comma or colon is missing", "complete it"],
  MULTILINE_IMPLICIT_KEY: ["a key must stand in one line", "is a colon missing, or the indentation wrong?"],
  MULTIPLE_DOCS: ["the file must be one document", "leave out the line ---"],
  TAB_AS_INDENT: ["tabs do not indent", "use spaces"],
  TAG_RESOLVE_FAILED: ["this tag is not known", "leave it out"],
  UNEXPECTED_TOKEN: [
    "this does not belong here",
    "is the indentation wrong, or a dash, a colon or a quote missing?",
  ],
};

/** Maximum number of keys of a mapping that merges others: a chain of merges costs the square of its length. */
const MAX_MERGED_KEYS = 500;

/** A node that several aliases name is read once and shared, so that the tree is no larger than the text. */
function toTree(document: Document.Parsed, report: (problem: YamlProblem) => void): YamlNode | undefined {
  const anchors = new Map<string, ParsedNode>();
  const read = new Map<ParsedNode, YamlNode | "in progress">();

  const tree = (node: ParsedNode | null, at: number): YamlNode => {
    if (node === null) return { kind: "scalar", at, value: null };
    if (isAlias(node)) return aliased(node.source, node.range[0]);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    read.set(node, "in progress");
    const made = make(node, node.range[0]);
    read.set(node, made);
    return made;
  };

  const make = (node: ParsedNode, at: number): YamlNode => {
    if (isSeq(node)) {
      const items = node.items.map((item) => tree(asNode(item), at));
      return { kind: "list", at, items, value: items.map(({ value }) => value) };
    }
    if (isMap(node)) {
      const entries = entriesOf(node, at);
      const values = [...entries].map(([key, entry]) => [key, entry.node.value] as const);
      return { kind: "map", at, entries, value: Object.fromEntries(values) };
    }
    return { kind: "scalar", at, value: isScalar(node) ? node.value : null };
  };

  const aliased = (name: string, at: number): YamlNode => {
    const node = anchors.get(name);
    const found = node && read.get(node);
    if (found === undefined) {
      const hint = "put &name at the value that it stands for";
      report({ at, message: `there is no anchor ${quote(name)} before this alias`, hint, absent: true });
    } else if (found === "in progress") report({ at, message: "this alias stands within what it names" });
    else return found;
    return { kind: "scalar", at, value: UNRESOLVED };
  };

  const entriesOf = (map: YAMLMap, at: number): Map<string, YamlEntry> => {
    const entries = new Map<string, YamlEntry>();
    const merges: YamlNode[] = [];
    for (const pair of map.items) {
      const key = asNode(pair.key);
      const keyAt = key?.range[0] ?? at;
      const node = tree(asNode(pair.value), key?.range[1] ?? at);
      if (!isScalar(key)) {
        report({ at: keyAt, message: "a key must be a text" });
        continue;
      }
      if (key.anchor !== undefined) {
        anchors.set(key.anchor, key);
        read.set(key, { kind: "scalar", at: keyAt, value: key.value });
      }
      const name = typeof key.value === "string" ? key.value : key.source;
      if (name === "<<" && key.type === "PLAIN") merges.push(node);
      else if (entries.has(name)) report({ at: keyAt, message: `the key ${quote(name)} stands here twice` });
      else entries.set(name, { keyAt, node });
    }
    for (const source of merges.flatMap((merge) => (merge.kind === "list" ? merge.items : [merge]))) {
      if (source.value === UNRESOLVED) continue;
      if (source.kind !== "map") {
        report({ at: source.at, message: "<< merges mappings only", hint: "write <<: *anchor" });
        continue;
      }
      if (entries.size + source.entries.size > MAX_MERGED_KEYS) {
        report({ at, message: `a mapping that merges others has at most ${MAX_MERGED_KEYS} keys` });
        break;
      }
      for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  };

  return document.contents === null ? undefined : tree(document.contents, 0);
}

/** The types of the library leave open what a collection holds; the parser only makes these. */
function asNode(item: unknown): ParsedNode | null {
  return isAlias(item) || isScalar(item) || isMap(item) || isSeq(item) ? (item as ParsedNode) : null;
}
