import { InvalidRequestError } from "./errors.js";
import { percentEncode } from "./percent-encode.js";

/**
 * Fills the placeholders of a path template; `{project_id}` with the client's own project, where it has one.
 * @throws InvalidRequestError for an id that is missing, empty, `.` or `..`, not well-formed Unicode, or that
 * holds a control character: each of them would address something else than the caller meant.
 */
export function fillPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  operation: string,
  projectId?: string,
): string {
  let path = "";
  let from = 0;
  for (;;) {
    const open = template.indexOf("{", from);
    if (open < 0) return path + template.slice(from);
    const close = template.indexOf("}", open);
    const name = template.slice(open + 1, close);
    const value = name === "project_id" && projectId !== undefined ? projectId : values[name];
    path += template.slice(from, open) + encodeId(name, value, operation);
    from = close + 1;
  }
}

function encodeId(name: string, value: unknown, operation: string): string {
  // What an id nearly always is; of what follows nothing applies to it.
  if (typeof value === "string" && /^[\w-]+$/.test(value)) return value;
  const text = typeof value === "number" ? String(value) : value;
  const problem = typeof text === "string" ? idProblem(text) : "is missing; pass it as a string";
  if (problem !== null || typeof text !== "string") {
    throw new InvalidRequestError(`${operation}: ${name} ${problem}`, { parameter: name, operation });
  }
  return percentEncode(text);
}

/** Why a text cannot be an id in a path, as the end of a sentence; null where it can. */
export function idProblem(text: string): string | null {
  if (text.trim() === "") return "is empty";
  if (text === "." || text === "..") return `is "${text}", which would change the path`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(text)) return "contains a control character, perhaps a line break";
  return isWellFormed(text) ? null : "is not well-formed Unicode";
}

/** Whether every surrogate stands in a pair; `encodeURIComponent` throws where one does not. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
