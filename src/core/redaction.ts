const mark = "[redacted]";

/**
 * Headers that authenticate somebody, wherever a text quotes them: `name: value`, or as a JSON property.
 * Only the inside of a JSON string is ever replaced, so that JSON stays JSON.
 */
const quoted =
  /\b(authorization|(?:x-(?:acs-)?)?(?:auth|security|subject)-token|(?:set-)?cookie)(\\*["']\s*[:=][\s[]*\\*["']|\s*[:=]\s*)[^|"'\r\n\\]+/gi;

/**
 * Takes secrets out of a text that may quote the request, as gateways do when they refuse a signature:
 * the `secrets` themselves, wherever and in whatever escaping they occur, and the value of every header
 * that authenticates.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) {
    if (secret === "") continue;
    for (const form of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      secret.replaceAll("/", "\\/"),
      encodeURIComponent(secret),
    ]) {
      safe = safe.replaceAll(form, mark);
    }
  }
  return safe.replace(quoted, `$1$2${mark}`);
}

/** A parsed answer with every string in it redacted; a copy, and as deep as `parseJson` allows. */
export function redactDeep(value: unknown, secrets?: readonly string[]): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets)]));
}

/**
 * A copy of a thrown value that is safe to keep and print: names, messages, codes, stacks and causes,
 * redacted. Whatever else hung on it, such as a request with its headers, stays behind.
 */
export function safeCause(cause: unknown, secrets: readonly string[] = [], depth = 0): Error {
  const thrown: Partial<Record<"name" | "message" | "code" | "stack" | "cause" | "errors", unknown>> =
    typeof cause === "object" && cause !== null ? cause : { message: String(cause) };
  const copy = new Error(redact(String(thrown.message ?? ""), secrets));
  const set = (key: string, value: unknown) => {
    Object.defineProperty(copy, key, {
      value,
      configurable: true,
      writable: true,
      enumerable: key === "code",
    });
  };
  if (typeof thrown.name === "string") set("name", thrown.name);
  if (typeof thrown.stack === "string") set("stack", redact(thrown.stack, secrets));
  if (typeof thrown.code === "string" || typeof thrown.code === "number") set("code", thrown.code);
  if (depth < 4) {
    if (thrown.cause !== undefined) set("cause", safeCause(thrown.cause, secrets, depth + 1));
    if (Array.isArray(thrown.errors)) {
      set(
        "errors",
        thrown.errors.slice(0, 8).map((error) => safeCause(error, secrets, depth + 1)),
      );
    }
  }
  return copy;
}
