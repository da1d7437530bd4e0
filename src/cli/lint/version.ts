import { parseYaml } from "../../node/yaml-tree.js";
import { isObject } from "../contract-diff/json.js";
import { plainLine } from "../escape.js";
import { Problem } from "../problem.js";

/** The field of the root by which a format names itself and its version. */
const FIELDS = ["openapi", "swagger", "asyncapi", "arazzo", "overlay"] as const;

/** A root field of YAML in block style, as nearly every contract has it: to parse megabytes for it takes seconds. */
const ROOT_FIELD = new RegExp(`^["']?(${FIELDS.join("|")})["']?\\s*:\\s*["']?(\\d[\\w.]*)`, "m");

/**
 * Refuses what the rules cannot check: they would find nothing in it, and `lint` would call it clean. What cannot be
 * read, or names no format, is left to Redocly, which says so.
 * @throws Problem unless the text is OpenAPI 3.0 or 3.1, or names no format
 */
export function refuseOtherFormats(file: string, text: string): void {
  const found = formatOf(text);
  if (found === undefined) return;
  const [field, version] = found;
  if (field === "openapi" && /^3\.[01](\.|$)/.test(version)) return;
  throw new Problem(
    `${file} is "${field}: ${plainLine(version)}", which the rules cannot check (expected OpenAPI 3.0 or 3.1)`,
  );
}

function formatOf(text: string): [field: string, version: string] | undefined {
  const [, field, version] = /^\s*\{/.test(text) ? [] : (ROOT_FIELD.exec(text) ?? []);
  if (field !== undefined && version !== undefined) return [field, version];
  const root = json(text) ?? yaml(text);
  if (!isObject(root)) return undefined;
  const named = FIELDS.find((name) => root[name] !== undefined);
  return named === undefined ? undefined : [named, String(root[named])];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yaml(text: string): unknown {
  const { root, syntaxErrors } = parseYaml(text);
  return syntaxErrors.length === 0 ? root?.value : undefined;
}

/** The files that a redocly.yaml names under `apis`; none if it cannot be read, which Redocly reports. */
export function apiFiles(config: string): string[] {
  const { root } = parseYaml(config);
  const apis = isObject(root?.value) ? root.value["apis"] : undefined;
  return Object.values(isObject(apis) ? apis : {})
    .map((api) => (isObject(api) ? api["root"] : undefined))
    .filter((file) => typeof file === "string");
}
