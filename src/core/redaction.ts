/** Stands in place of a secret. */
export const REDACTED = "[redacted]";

/** Removes secrets from a text. Never throws. */
export type Redact = (text: string) => string;

/** Shorter secrets are not searched for: they occur in ordinary words by chance. */
const shortestSecret = 8;
/** From this length on, a secret that was cut off is found too, if at least so many characters are left of it. */
const shortestPrefix = 12;
/** JSON inside of JSON, percent-encoded in a web page: more layers than any service puts around a quotation. */
const maxLayers = 4;

/**
 * Finds `secrets` in a text that may quote the request, in each form in which a service can quote them: as they
 * are, with the escapes of JSON, percent-, form-, HTML- and base64-encoded, and layers of these; and the value of
 * every header that authenticates. Secrets of fewer than 8 characters are left alone.
 */
export function redactor(secrets: readonly string[]): Redact {
  const searched = secrets.filter((secret) => secret.length >= shortestSecret);
  let encoded: readonly string[] | undefined;
  return (text) => {
    if (searched.length === 0 || text.length < shortestSecret) return hideHeaders(text);
    const shortest = Math.min(...searched.map((secret) => secret.length));
    if (text.length > shortest) encoded ??= searched.flatMap(base64Forms);
    const ranges: Range[] = [];
    const spaced = searched.some((secret) => secret.includes(" "));
    let view: View | null = { text, origin: null };
    for (let layer = 0; view !== null; layer++) {
      for (const secret of searched) find(view, secret, Math.min(secret.length, shortestPrefix), ranges);
      for (const form of encoded ?? []) find(view, form, form.length, ranges);
      const formEncoded: View | null = spaced ? decode(view, true) : null;
      if (formEncoded) for (const secret of searched) find(formEncoded, secret, secret.length, ranges);
      view = layer < maxLayers ? decode(view, false) : null;
    }
    return hideHeaders(replace(text, ranges));
  };
}

/**
 * The secrets among a request's headers: the signature or token of an `authorization`, and every other value that
 * is not known to be public, since a caller may send a secret under any name.
 */
export function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (publicHeader.test(name)) return [];
    if (!/authorization$/.test(name)) return [value];
    const signature = /\bSignature=([^\s,]+)/.exec(value)?.[1];
    return [signature ?? value.replace(/^[\w-]+ +/, "")];
  });
}

const publicHeader =
  /^(accept(-.*)?|content-.*|host|user-agent|x-sdk-date|x-project-id|x-acs-(accesskey-id|action|content-sha256|date|signature-nonce|version))$/;

/** A text, and for each of its characters the place in the text that it was decoded from; null if it is that text. */
interface View {
  readonly text: string;
  readonly origin: Uint32Array | null;
}

type Range = readonly [start: number, end: number];

/** Adds every occurrence of at least the first `least` characters of a secret, as far as it goes on. */
function find({ text, origin }: View, secret: string, least: number, ranges: Range[]): void {
  const start = secret.slice(0, least);
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at)) {
    const first = at;
    at += least;
    while (at - first < secret.length && text[at] === secret[at - first]) at++;
    ranges.push(origin ? [origin[first] ?? 0, origin[at] ?? 0] : [first, at]);
  }
}

const escapes =
  /\\u([0-9a-f]{4})|\\(["\\/bfnrt])|((?:%[0-9a-f]{2})+)|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|\+/gi;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes one layer of escapes; null if there is none. `form` reads `+` as a blank. */
function decode({ text, origin }: View, form: boolean): View | null {
  const from = (at: number) => origin?.[at] ?? at;
  const places: number[] = [];
  let decoded = "";
  let end = 0;
  const copy = (to: number) => {
    for (let at = end; at < to; at++) places.push(from(at));
    decoded += text.slice(end, to);
  };
  let found = false;
  for (const match of text.matchAll(escapes)) {
    const [whole, unicode, short, percent, decimal, hexadecimal, name] = match;
    if (whole === "+" && !form) continue;
    found = true;
    copy(match.index);
    let piece = " ";
    if (unicode) piece = String.fromCharCode(Number.parseInt(unicode, 16));
    else if (short) piece = short;
    else if (percent) piece = percentDecoded(percent);
    else if (decimal || hexadecimal) piece = character(Number(decimal ?? `0x${hexadecimal}`));
    else if (name) piece = named[name.toLowerCase()] ?? "";
    // Percent-encoded octets can give fewer characters than octets: all of them begin where the first one does.
    const step = whole.length / piece.length;
    for (let at = 0; at < piece.length; at++) places.push(from(match.index + Math.floor(at * step)));
    decoded += piece;
    end = match.index + whole.length;
  }
  if (!found) return null;
  copy(text.length);
  places.push(from(text.length));
  return { text: decoded, origin: Uint32Array.from(places) };
}

function percentDecoded(octets: string): string {
  const bytes = octets.match(/[0-9a-f]{2}/gi) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** A secret inside of a longer base64 text: its own characters at each of the three alignments, in both alphabets. */
function base64Forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].flatMap((before) => {
    const shifted = "\0".repeat(before) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const whole = Math.floor((shifted.length * 8) / 6);
    const form = btoa(shifted).slice(before === 0 ? 0 : before + 1, whole);
    const urlSafe = form.replaceAll("+", "-").replaceAll("/", "_");
    return form === urlSafe ? [form] : [form, urlSafe];
  });
}

function replace(text: string, ranges: readonly Range[]): string {
  let result = "";
  let end = 0;
  for (const [start, stop] of [...ranges].sort(([a], [b]) => a - b)) {
    if (start >= end) result += text.slice(end, start) + REDACTED;
    end = Math.max(end, stop);
  }
  return result + text.slice(end);
}

const secretHeader =
  "(?:proxy-)?authorization|(?:x-(?:acs-)?)?(?:auth|security|subject)-token|(?:set-)?cookie";

/**
 * Headers that authenticate, quoted in a text: `name: value`, or as a JSON property. Only the inside of a JSON
 * string is ever replaced, so that JSON stays JSON.
 */
const quoted = new RegExp(
  `\\b(${secretHeader})(\\\\*["']\\s*[:=][\\s[]*\\\\*["']|\\s*[:=]\\s*)[^|"'\\r\\n\\\\]+`,
  "gi",
);
const secretName = new RegExp(`^(?:${secretHeader})$`, "i");

/** Removes the values of headers that authenticate from a text that may quote them. */
export function hideHeaders(text: string): string {
  // A word alone, such as a request id, quotes no header.
  return /^[\w-]*$/.test(text) ? text : text.replace(quoted, `$1$2${REDACTED}`);
}

/**
 * A copy of a parsed JSON value without secrets: every text goes through `redact`, and the value of a property that
 * is named as a header that authenticates is replaced. Names of properties stay.
 */
export function redactValues(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValues(item, redact));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(value)) {
    const shown =
      typeof property === "string" && secretName.test(name) ? REDACTED : redactValues(property, redact);
    // Assigning to `__proto__` would set the prototype.
    Object.defineProperty(copy, name, { value: shown, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

/**
 * A copy of a thrown value that is safe to keep and print: names, messages, codes, stacks and causes,
 * through `redact`. Everything else that hung on it, such as a request with its headers, is dropped.
 */
export function safeCause(cause: unknown, redact: Redact = hideHeaders, depth = 0): Error {
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
