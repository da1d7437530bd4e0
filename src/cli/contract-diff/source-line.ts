import { isMap, isSeq, LineCounter, parseDocument } from "../../node/yaml.js";
import { nestsTooDeep } from "../../node/yaml-tree.js";
import { keysOf } from "./json.js";

/** A line of a file, to hang an annotation on; lines count from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** The line of a YAML or JSON text that a JSON pointer leads to, as far as the text has it. */
export function lineAt(text: string, pointer: string): number {
  if (nestsTooDeep(text)) return 1;
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let offset = 0;
  for (const key of keysOf(pointer)) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
    const element = isSeq(node) ? node.items[Number(key)] : undefined;
    const start = startOf(pair?.key ?? element);
    if (start === undefined) break;
    offset = start;
    node = pair?.value ?? element;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  const range: unknown =
    typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}
