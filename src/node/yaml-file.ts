import { readFileSync } from "node:fs";
import { ConfigurationError } from "../core/errors.js";
import { type Document, LineCounter, parseDocument } from "./yaml.js";

/** A YAML file whose scalars are all strings, so that a password of digits stays what it is. */
export interface YamlFile {
  readonly path: string;
  /** The mapping at `keys`; empty where there is none. */
  map(...keys: readonly string[]): ReadonlyMap<string, unknown>;
  /** `path:line` of the value at `keys`, or of the file's first line. */
  place(...keys: readonly string[]): string;
}

/**
 * Reads and parses one file; undefined where it does not exist.
 * @throws ConfigurationError with file and line where it is no YAML. The message quotes nothing of the
 * file, which holds passwords.
 */
export function readYamlFile(path: string): YamlFile | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    merge: true,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter,
  });
  const line = (offset: number) => `${path}:${lineCounter.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) {
    const problem = error.code.toLowerCase().replaceAll("_", " ");
    throw new ConfigurationError(`${line(error.pos[0])}: this is not valid YAML (${problem})`);
  }
  const root = toMaps(document, line(0));
  return {
    path,
    map(...keys) {
      let at = root;
      for (const key of keys) at = at instanceof Map ? at.get(key) : undefined;
      return at instanceof Map ? at : new Map();
    },
    place(...keys) {
      const node: unknown = document.getIn(keys, true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      return line(Array.isArray(range) ? Number(range[0]) : 0);
    },
  };
}

function toMaps(document: Pick<Document, "toJS">, place: string): unknown {
  try {
    return document.toJS({ mapAsMap: true });
  } catch {
    throw new ConfigurationError(`${place}: an alias in this file has no anchor, or there are too many`);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new ConfigurationError(`${path} cannot be read (${code})`);
  }
}
