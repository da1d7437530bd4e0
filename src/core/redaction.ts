const mark = "[redacted]";

/**
 * Headers that authenticate somebody, wherever a text quotes them: `name: value`, or as a JSON property.
 * Only the inside of a JSON string is ever replaced, so that JSON stays JSON.
 */
const quoted =
  /\b(authorization|(?:x-(?:acs-)?)?(?:auth|security|subject)-token|(?:set-)?cookie)(\\*["']\s*[:=][\s[]*\\*["']|\s*[:=]\s*)[^|"'\r\n\\]+/gi;

/**
 * Takes secrets out of a text that may quote the request, as gateways do when they refuse a signature:
 * the `secrets` themselves, wherever and however escaped they occur, and the value of every header that
 * authenticates.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const safe = secrets.reduce((rest, secret) => {
    // No form of a secret is shorter than itself. A signature is new with every request, and its pattern takes
    // milliseconds to compile: too much for each request id that is read.
    return secret && secret.length <= rest.length ? rest.replace(anyForm(secret), mark) : rest;
  }, text);
  // A word alone, such as a request id, quotes no header.
  return /^[\w-]*$/.test(safe) ? safe : safe.replace(quoted, `$1$2${mark}`);
}

/** Matches a text raw, with any mixture of the escapes that JSON allows, and percent-encoded. */
function anyForm(text: string): RegExp {
  const pattern = text.replace(/[^a-z0-9]/giu, (char) => {
    const units = char.split("").map((unit) => `u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const octets = Array.from(new TextEncoder().encode(char), (octet) => `%${octet.toString(16)}`);
    return `(?:\\\\{0,4}\\${units.join("\\")}|\\\\{1,4}${units.join("\\\\{1,4}")}|${octets.join("")})`;
  });
  return new RegExp(pattern, "gi");
}

/**
 * A copy of a thrown value that is safe to keep and print: names, messages, codes, stacks and causes,
 * redacted. Whatever else hung on it, such as a request with its headers, stays behind.
 */
export function safeCause(cause: unknown, secrets: readonly string[] = [], depth = 0): Error {
  const thrown: Partial<Record<"name" | "message" | "code" | "stack" | "cause" | "errors", unknown>> =
    typeof cause === "object" && cause !== null ? cause : { message: String(cause) };
  const words = (value: unknown) => (typeof value === "string" ? redact(value, secrets) : undefined);
  const nested = (value: unknown) => safeCause(value, secrets, depth + 1);
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
