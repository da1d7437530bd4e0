import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { annotation, toJson } from "./escape.js";
import { packageFacts } from "./package.js";

/** Something that a command found at a place in a file. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** Name of the rule that found it. */
  readonly rule: string;
  /** What stands above the message where both are shown. @default the rule */
  readonly title?: string;
  readonly message: string;
  /** Where it is, as far as that is known; lines and columns count from 1. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** JSON pointer into the document. */
  readonly pointer: string;
}

/** Annotations as GitHub Actions reads them from a step's output, one a line. */
export function renderGithub(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ level, rule, title = rule, message, file, line, column }) => {
      const place = {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line: String(line) }),
        ...(column === undefined ? {} : { col: String(column) }),
      };
      return annotation(level, { ...place, title }, message);
    })
    .join("");
}

/** A log in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), on one line. */
export function renderSarif(annotations: readonly Annotation[]): string {
  const rules = [...new Set(annotations.map(({ rule }) => rule))];
  const driver = {
    name: "backup-records",
    version: packageFacts().version,
    rules: rules.map((id) => ({ id })),
  };
  const results = annotations.map(({ level, rule, message, file, line, column, pointer }) => ({
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: level === "notice" ? "note" : level,
    message: { text: message },
    locations: [
      {
        ...(file === undefined
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
              },
            }),
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
  }));
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${toJson(log)}\n`;
}

/** A path that is relative stays so: a viewer looks for it from the root of the repository. */
function uriOf(file: string): string {
  if (/^https?:\/\//.test(file)) return file;
  if (isAbsolute(file)) return pathToFileURL(file).href;
  // By way of bytes, since half a surrogate pair is no character that a URI could hold.
  return Buffer.from(file).toString().split(/[\\/]/).map(encodeURIComponent).join("/");
}
