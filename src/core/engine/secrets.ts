import { hideHeaders, mark } from "../redaction.js";

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
  return hideHeaders(safe);
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
