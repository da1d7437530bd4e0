import { distance } from "fastest-levenshtein";

/**
 * A text of a file, quoted for a message. A credential can stand anywhere by mistake, and messages end up in
 * logs. So a text that could be a credential, is long or has control characters is described instead.
 */
export function quote(text: string): string {
  return isPlain(text) ? `"${text}"` : `(a text of ${text.length} characters)`;
}

function isPlain(text: string): boolean {
  return /^[\w.:/@ -]{1,60}$/.test(text) && !/[A-Za-z0-9+=]{16,}/.test(text);
}

/** `did you mean x?` if one of `known` is similar to `word` and can be quoted; otherwise undefined. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  let least = 0.4;
  for (const candidate of known) {
    if (!isPlain(candidate)) continue;
    const other = fold(candidate);
    const swapped = [...wanted].sort().join("") === [...other].sort().join("");
    const changes = swapped ? 0.3 : distance(wanted, other) / Math.max(wanted.length, other.length, 1);
    if (changes > least || (changes === least && best !== undefined)) continue;
    least = changes;
    best = candidate;
  }
  return best === undefined ? undefined : `did you mean ${best}?`;
}

/** Makes `max_age` and `max-age` similar to `maxAge`. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, "");
}

/** `a, b or c`. */
export function oneOf(words: Iterable<string>): string {
  const all = [...words];
  const last = all.pop() ?? "";
  return all.length === 0 ? last : `${all.join(", ")} or ${last}`;
}
