// Byte by byte on purpose: the verifier must not share code, or a mistake, with the signers.

const unreserved = new Set(
  Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~", "latin1"),
);

/** Percent-encodes bytes by RFC 3986: every byte but the unreserved ones becomes `%XX`. */
export function encodeBytes(bytes: Iterable<number>): string {
  let out = "";
  for (const byte of bytes) {
    out += unreserved.has(byte)
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return out;
}

/** Undoes percent-encoding, byte by byte; `plusIsSpace` as in queries. An invalid escape stays as it is. */
export function decodeBytes(text: string, plusIsSpace: boolean): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const hex = text.slice(at + 1, at + 3);
    if (text[at] === "%" && /^[0-9A-Fa-f]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else if (plusIsSpace && text[at] === "+") {
      bytes.push(0x20);
    } else {
      bytes.push(text.charCodeAt(at));
    }
  }
  return bytes;
}

/** The path of a request target as both vendors sign it, without what one of them appends. */
export function normalisePath(target: string): string {
  const [path = ""] = target.split("?", 1);
  return path
    .split("/")
    .map((segment) => encodeBytes(decodeBytes(segment, false)))
    .join("/");
}

/** The query of a request target as both vendors sign it. */
export function normaliseQuery(target: string): string {
  const mark = target.indexOf("?");
  if (mark < 0) return "";
  const pairs: { name: string; value: string }[] = [];
  for (const part of target.slice(mark + 1).split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? "" : part.slice(equals + 1);
    pairs.push({ name: encodeBytes(decodeBytes(name, true)), value: encodeBytes(decodeBytes(value, true)) });
  }
  const order = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));
  pairs.sort((left, right) => order(left.name, right.name) || order(left.value, right.value));
  return pairs.map(({ name, value }) => `${name}=${value}`).join("&");
}
