/** Sorts in place by code point. What is in order already, as most is here, costs one look at each pair. */
export function sorted(texts: string[]): string[] {
  let last = "";
  for (const text of texts) {
    if (text < last) return texts.sort();
    last = text;
  }
  return texts;
}
