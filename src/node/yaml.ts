/**
 * All that is used of the YAML parser, which is a file of its own in `dist`: the entry points and the command
 * line share that one copy.
 */
export {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
