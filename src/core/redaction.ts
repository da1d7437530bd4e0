/** Stands where a secret was. */
export const mark = "[redacted]";

/**
 * Headers that authenticate somebody, wherever a text quotes them: `name: value`, or as a JSON property.
 * Only the inside of a JSON string is ever replaced, so that JSON stays JSON.
 */
const quoted =
  /\b(authorization|(?:x-(?:acs-)?)?(?:auth|security|subject)-token|(?:set-)?cookie)(\\*["']\s*[:=][\s[]*\\*["']|\s*[:=]\s*)[^|"'\r\n\\]+/gi;

/** Takes the values of headers that authenticate out of a text that may quote them. */
export function hideHeaders(text: string): string {
  // A word alone, such as a request id, quotes no header.
  return /^[\w-]*$/.test(text) ? text : text.replace(quoted, `$1$2${mark}`);
}

/**
 * A copy of a thrown value that is safe to keep and print: names, messages, codes, stacks and causes,
 * through `redact`. Whatever else hung on it, such as a request with its headers, stays behind.
 */
export function safeCause(cause: unknown, redact = hideHeaders, depth = 0): Error {
  const thrown: Partial<Record<"name" | "message" | "code" | "stack" | "cause" | "errors", unknown>> =
    typeof cause === "object" && cause !== null ? cause : { message: String(cause) };
  const words = (value: unknown) => (typeof value === "string" ? redact(value) : undefined);
  const nested = (value: unknown) => safeCause(value, redact, depth + 1);
  const copy = new Error(words(thrown.message));
  const code = typeof thrown.code === "number" ? thrown.code : words(thrown.code);
  if (code !== undefined) Object.assign(copy, { code });
  const hide = (key: string, value: unknown) => {
    if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  };
  hide("name", words(thrown.name));
  hide("stack", words(thrown.stack));
  if (depth > 3) return copy;
  if (thrown.cause !== undefined) hide("cause", nested(thrown.cause));
  if (Array.isArray(thrown.errors)) hide("errors", thrown.errors.slice(0, 8).map(nested));
  return copy;
}
