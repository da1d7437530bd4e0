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
  const shortest = Math.min(...searched.map((secret) => secret.length));
  let literal: readonly Form[] | undefined;
  let encoded: readonly Form[] | undefined;
  return (text) => {
    if (searched.length === 0 || text.length < shortestSecret) return hideHeaders(text);
    literal ??= searched.flatMap(literalForms);
    // Longer than the secret itself. A text as short as a request id is not worth the time.
    if (text.length > shortest) encoded ??= searched.flatMap(base64Forms);
    const forms = encoded === undefined ? literal : [...literal, ...encoded];
    const hidden = new Uint8Array(text.length);
    let view: View | null = { text, origin: null };
    for (let layer = 0; view !== null; layer++) {
      const plain = plusToBlank(view.text);
      for (const form of forms) hide(view, plain, form, hidden);
      view = layer < maxLayers ? decode(view) : null;
    }
    return hideHeaders(replace(text, hidden));
  };
}

/**
 * The secrets among a request's headers: the signature or token of an `authorization`, and every other value that
 * is not known to be public, since a caller may send a secret under any name.
 */
export function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  const secrets: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (publicHeader.test(name)) continue;
    const signature = /\bSignature=([^\s,]+)/.exec(value)?.[1];
    secrets.push(name.endsWith("authorization") ? (signature ?? value.replace(/^[\w-]+ +/, "")) : value);
  }
  return secrets;
}

const publicHeader =
  /^(accept(-.*)?|content-.*|host|user-agent|x-sdk-date|x-project-id|x-acs-(accesskey-id|action|content-sha256|date|signature-nonce|version))$/;

/** A text, and for each of its characters the place in the text that it was decoded from; null if it is that text. */
interface View {
  readonly text: string;
  readonly origin: Uint32Array | null;
}

/** A form writes a blank as `+`. The two count as the same: what is decoded does not tell which it was. */
function plusToBlank(text: string): string {
  return text.replaceAll("+", " ");
}

/** One form of a secret: how it begins, and which characters can follow. */
interface Form {
  readonly start: string;
  readonly goesOn: (character: string, index: number) => boolean;
}

/** A secret as it is, and as it looks once `decode` has read what looks like an escape in it. */
function literalForms(secret: string): Form[] {
  const forms: Form[] = [];
  let view: View | null = { text: secret, origin: null };
  for (let layer = 0; view !== null && layer <= maxLayers; layer++) {
    const text = plusToBlank(view.text);
    const start = text.slice(0, shortestPrefix);
    if (start.length >= shortestSecret)
      forms.push({ start, goesOn: (character, index) => plusToBlank(character) === text[index] });
    view = decode(view);
  }
  return forms;
}

/** Marks every occurrence of a form, as far as it goes on, in `hidden`: one byte for each character of the text. */
function hide({ text, origin }: View, plain: string, { start, goesOn }: Form, hidden: Uint8Array): void {
  for (let at = plain.indexOf(start); at >= 0; at = plain.indexOf(start, at)) {
    const first = at;
    at += start.length;
    while (at < text.length && goesOn(text.charAt(at), at - first)) at++;
    hidden.fill(1, origin?.[first] ?? first, origin?.[at] ?? at);
  }
}

/** Escapes; of percent-encoded octets, those of one character. */
const escapes =
  /\\u([0-9a-f]{4})|\\(["\\/])|(%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3})|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes one layer of escapes; null if there is none. */
function decode({ text, origin }: View): View | null {
  if (!/[\\%&]/.test(text)) return null;
  // No escape is shorter than what it stands for.
  const decoded = new Uint16Array(text.length);
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  let end = 0;
  const add = (unit: number, at: number) => {
    decoded[length] = unit;
    places[length++] = origin?.[at] ?? at;
  };
  const copy = (to: number) => {
    for (; end < to; end++) add(text.charCodeAt(end), end);
  };
  for (const match of text.matchAll(escapes)) {
    const [whole, unicode, quoted, percent, decimal, hexadecimal, name] = match;
    copy(match.index);
    let piece = "";
    if (unicode) piece = String.fromCharCode(Number.parseInt(unicode, 16));
    else if (quoted) piece = quoted;
    else if (percent) piece = percentDecoded(percent);
    else if (decimal || hexadecimal) piece = character(Number(decimal ?? `0x${hexadecimal}`));
    else if (name) piece = named[name.toLowerCase()] ?? "";
    for (let unit = 0; unit < piece.length; unit++) add(piece.charCodeAt(unit), end);
    end += whole.length;
  }
  if (end === 0) return null;
  copy(text.length);
  places[length] = origin?.[end] ?? end;
  return {
    text: new TextDecoder("utf-16le", { ignoreBOM: true }).decode(decoded.subarray(0, length)),
    origin: places,
  };
}

function percentDecoded(octets: string): string {
  try {
    return decodeURIComponent(octets);
  } catch {
    return "\ufffd";
  }
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/**
 * How a secret begins inside of a longer base64 text, at each of the three alignments and in both alphabets. The
 * rest of that text is hidden with it.
 */
function base64Forms(secret: string): Form[] {
  const bytes = new TextEncoder().encode(secret).subarray(0, shortestPrefix);
  const starts = [0, 1, 2].flatMap((before) => {
    const shifted = "\0".repeat(before) + String.fromCharCode(...bytes);
    const whole = Math.floor((shifted.length * 8) / 6);
    const start = btoa(shifted).slice(before === 0 ? 0 : before + 1, whole);
    return [plusToBlank(start), start.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [...new Set(starts)].map((start) => ({ start, goesOn: isBase64 }));
}

function isBase64(character: string): boolean {
  return /[\w+/=-]/.test(character);
}

function replace(text: string, hidden: Uint8Array): string {
  let result = "";
  let end = 0;
  for (let start = hidden.indexOf(1); start >= 0; start = hidden.indexOf(1, end)) {
    const stop = hidden.indexOf(0, start);
    result += text.slice(end, start) + REDACTED;
    end = stop < 0 ? text.length : stop;
  }
  return result + text.slice(end);
}

const secretHeader =
  "(?:proxy-)?authorization|(?:x-(?:acs-)?)?(?:auth|security|subject)-token|(?:set-)?cookie";

/**
 * Headers that authenticate, quoted in a text: `name: value`, or as a JSON property. Only the inside of a JSON
 * string is ever replaced, so that JSON stays JSON.
 */
const quotedHeader = new RegExp(
  `\\b(${secretHeader})(\\\\*["']\\s*[:=][\\s[]*\\\\*["']|\\s*[:=]\\s*)[^|"'\\r\\n\\\\]+`,
  "gi",
);
/** The names of headers whose values are secret. */
export const secretName = new RegExp(`^(?:${secretHeader})$`, "i");

/** Removes the values of headers that authenticate from a text that may quote them. */
export function hideHeaders(text: string): string {
  // A word alone, such as a request id, quotes no header.
  return /^[\w-]*$/.test(text) ? text : text.replace(quotedHeader, `$1$2${REDACTED}`);
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
