/**
 * What this package uses of the YAML library. It is a file of its own in `dist`, so that the entry points and
 * the command line share one copy.
 */
export {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
