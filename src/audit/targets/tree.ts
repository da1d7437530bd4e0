import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type YAMLMap,
} from "../../node/yaml.js";
import { shown } from "./echo.js";
import type { Problems } from "./problems.js";

/** A value of a YAML file with its offset; aliases and merges are resolved. Undefined: reported already. */
export type Tree =
  | { readonly kind: "map"; readonly at: number; readonly entries: Map<string, Entry> }
  | { readonly kind: "list"; readonly at: number; readonly items: readonly Tree[] }
  | { readonly kind: "scalar"; readonly at: number; readonly value: unknown };

/** What a key leads to, and where the key stands. */
export interface Entry {
  readonly keyAt: number;
  readonly value: Tree;
}

/** Most keys of a mapping that merges others: a chain of merges asks for the square of its length. */
const MERGED = 500;

/**
 * The values of a document. A node that aliases name many times is read once and shared, so that the tree is
 * no larger than the text. Reports keys that stand twice, keys that are no text, aliases without an anchor.
 */
export function toTree(document: Document.Parsed, problems: Problems): Tree | undefined {
  const anchors = new Map<string, ParsedNode>();
  const read = new Map<ParsedNode, Tree | "underway">();

  const tree = (node: ParsedNode | null, at: number): Tree => {
    if (node === null) return { kind: "scalar", at, value: null };
    if (isAlias(node)) return aliased(node.source, node.range[0]);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    read.set(node, "underway");
    const made = make(node, node.range[0]);
    read.set(node, made);
    return made;
  };

  const make = (node: ParsedNode, at: number): Tree => {
    if (isSeq(node)) return { kind: "list", at, items: node.items.map((item) => tree(asNode(item), at)) };
    if (isMap(node)) return { kind: "map", at, entries: entriesOf(node, at) };
    return { kind: "scalar", at, value: isScalar(node) ? node.value : null };
  };

  const aliased = (name: string, at: number): Tree => {
    const node = anchors.get(name);
    const found = node && read.get(node);
    if (found === undefined) {
      problems.add(at, `there is no anchor ${shown(name)} before this alias`, {
        hint: didNotAnchor,
        absent: true,
      });
    } else if (found === "underway") problems.add(at, "this alias stands within what it names");
    else return found;
    return { kind: "scalar", at, value: undefined };
  };

  const entriesOf = (map: YAMLMap, at: number): Map<string, Entry> => {
    const entries = new Map<string, Entry>();
    const merges: Tree[] = [];
    for (const pair of map.items) {
      const key = asNode(pair.key);
      const keyAt = key?.range[0] ?? at;
      const value = tree(asNode(pair.value), key?.range[1] ?? at);
      if (!isScalar(key)) {
        problems.add(keyAt, "a key must be a text");
        continue;
      }
      if (key.anchor !== undefined) {
        anchors.set(key.anchor, key);
        read.set(key, { kind: "scalar", at: keyAt, value: key.value });
      }
      const name = typeof key.value === "string" ? key.value : key.source;
      if (name === "<<" && key.type === "PLAIN") merges.push(value);
      else if (entries.has(name)) problems.add(keyAt, `the key ${shown(name)} stands here twice`);
      else entries.set(name, { keyAt, value });
    }
    for (const source of merges.flatMap((merge) => (merge.kind === "list" ? merge.items : [merge]))) {
      if (source.kind === "scalar" && source.value === undefined) continue;
      if (source.kind !== "map") {
        problems.add(source.at, "<< merges mappings alone", { hint: "write <<: *anchor" });
        continue;
      }
      if (entries.size + source.entries.size > MERGED) {
        problems.add(at, `a mapping that merges others has at most ${MERGED} keys`);
        break;
      }
      for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  };

  return document.contents === null ? undefined : tree(document.contents, 0);
}

const didNotAnchor = "put &name at the value that it stands for";

/** What the parser made; its types leave it open what stands in a collection. */
function asNode(item: unknown): ParsedNode | null {
  return isAlias(item) || isScalar(item) || isMap(item) || isSeq(item) ? (item as ParsedNode) : null;
}
