/**
 * What this package uses of the YAML library. It is a file of its own in `dist`, so that the entry points and
 * the command line share one copy.
 */
export {
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
} from "yaml";
