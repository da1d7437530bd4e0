import { UnreadableResponse } from "./errors.js";

/** Far beyond any contract, far below what overflows a stack. */
const maxDepth = 128;
/** Enough for any integer that means something; parsing longer ones takes more than linear time. */
const maxDigits = 1000;
/** As many as a page may have records. Each takes some twenty times its characters while it is made exact. */
const maxUnsafeIntegers = 100_000;
/** Fewest characters for each object and list of a long text: a parsed one takes some 64 bytes, with any content. */
const minSpace = 8;
/** Characters that are parsed sooner than searched. */
const short = 16_384;
/** Characters of a longer text that contain at least one record. */
const head = 4096;
/** Characters of a text that could be made up so that parsing it takes all memory. */
const long = 2 ** 20;

/**
 * Parses JSON without rounding: an integer beyond ±(2^53-1) becomes a `bigint`, every other number a
 * `number`. Otherwise as `JSON.parse`, byte-order mark allowed: the last of duplicate keys wins, and
 * `__proto__` is a property like any other.
 * @throws UnreadableResponse if the text is not JSON, is nested deeper than 128 levels, or is made up so that it takes ten
 *   times its size to parse: more than 100,000 integers beyond ±(2^53-1), or over 1 MiB with more than one object or list for
 *   every 8 characters
 */
export function parseJson(text: string): unknown {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (source.length > long) refuseCostlyText(source);
  // If the first records have none, most responses have none: then it is faster to look at the parsed values.
  if (source.length <= short || findUnsafeIntegers(source.slice(0, head)).length === 0) {
    const value = parse(source);
    if (isExact(value, 1)) return value;
  }
  const integers = findUnsafeIntegers(source);
  // Each becomes a string that nothing else in the text can equal, and a bigint after parsing.
  const marker = unusedCharacter(source);
  const pieces: string[] = [];
  let end = 0;
  for (const integer of integers) {
    pieces.push(source.slice(end, integer.start), `"${marker}${source.slice(integer.start, integer.end)}"`);
    end = integer.end;
  }
  pieces.push(source.slice(end));
  const root = { value: parse(pieces.join(""), source) };
  restore(root, marker, 0);
  return root.value;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A whole number token of 16 digits or more, as 2^53 has; what stands before it is no part of the number. */
const longInteger = /(?:^|[:,[\s])(-?[1-9]\d{15,})(?=\s*(?:[,\]}]|$))/g;

/** Number tokens, outside of strings, that a double cannot hold. */
function findUnsafeIntegers(text: string): Span[] {
  const found: Span[] = [];
  // The string that was passed last, and the beginning of the next one.
  let closed = 0;
  let quote = -1;
  for (const { 0: match, 1: digits = "", index } of text.matchAll(longInteger)) {
    if (Number.isSafeInteger(Number(digits))) continue;
    const end = index + match.length;
    const start = end - digits.length;
    // Strings are walked over only as far as the last integer in doubt.
    if (quote < 0) quote = nextQuote(text, 0);
    while (quote < start) {
      closed = closingQuote(text, quote);
      quote = nextQuote(text, closed + 1);
    }
    if (closed > start) continue;
    if (digits.length > maxDigits)
      throw new UnreadableResponse(`an integer of more than ${maxDigits} digits`);
    found.push({ start, end });
    if (found.length > maxUnsafeIntegers)
      throw new UnreadableResponse(`more than ${maxUnsafeIntegers} integers beyond 2^53`);
  }
  return found;
}

function nextQuote(text: string, from: number): number {
  const at = text.indexOf('"', from);
  return at < 0 ? text.length : at;
}

function closingQuote(text: string, open: number): number {
  let at = open;
  let escapes: number;
  do {
    at = nextQuote(text, at + 1);
    escapes = 0;
    while (text[at - 1 - escapes] === "\\") escapes++;
  } while (escapes % 2 === 1 && at < text.length);
  return at;
}

/** A control character that occurs nowhere in the text, neither raw nor escaped. */
function unusedCharacter(text: string): string {
  const escapes = text.includes("\\u00");
  for (let code = 0x7f; code < 0x90; code++) {
    const character = String.fromCharCode(code);
    const escaped = new RegExp(`\\\\u00${code.toString(16)}`, "i");
    if (!text.includes(character) && !(escapes && escaped.test(text))) return character;
  }
  throw new UnreadableResponse("control characters of every kind beside integers beyond 2^53");
}

function parse(text: string, original = text): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text !== original) return parse(original);
    // Not every engine says where, and its message may quote the response.
    const position = /position (\d+)/.exec(String(error))?.[1];
    throw new UnreadableResponse(`not JSON${position === undefined ? "" : ` at position ${position}`}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function refuseDepth(depth: number): void {
  if (depth > maxDepth) throw new UnreadableResponse(`JSON nested deeper than ${maxDepth} levels`);
}

/** Looks for nesting and for crowds without parsing. A shorter text is parsed sooner than searched, and its value looked at. */
function refuseCostlyText(text: string): void {
  let depth = 0;
  let left = text.length / minSpace;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = closingQuote(text, at);
    else if (character === "[" || character === "{") {
      refuseDepth(++depth);
      if (--left < 0)
        throw new UnreadableResponse(`JSON of more than one object or list for every ${minSpace} characters`);
    } else if (character === "]" || character === "}") depth--;
  }
}

/** Whether no number in a value can be a rounded integer; `depth` is that of the value, if it is nested. */
function isExact(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (!isObject(value)) return true;
  refuseDepth(depth);
  if (Array.isArray(value)) {
    for (const item of value) if (!isExact(item, depth + 1)) return false;
    return true;
  }
  for (const key in value) {
    const property = value[key];
    // Most are strings: not to call for them takes half the time.
    if (typeof property !== "string" && !isExact(property, depth + 1)) return false;
  }
  return true;
}

/** Turns marked strings into the integers they stand for; only ever assigns to own properties. */
function restore(parent: Record<string, unknown>, marker: string, depth: number): void {
  refuseDepth(depth);
  for (const key of Object.keys(parent)) {
    const value = parent[key];
    if (isObject(value)) restore(value, marker, depth + 1);
    else if (typeof value === "string" && value[0] === marker) parent[key] = BigInt(value.slice(1));
  }
}
