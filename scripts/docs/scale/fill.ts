import type { Pieces } from "./tables.js";

const PLACE = /(<!-- figures: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g;

/**
 * Puts each piece into its place in a Markdown text, between `<!-- figures: NAME -->` and `<!-- end -->`.
 * @throws Error where a place has no piece, or a piece no place
 */
export function fill(text: string, pieces: Pieces): string {
  const filled = new Set<string>();
  const result = text.replaceAll(PLACE, (_, begin: string, name: string, end: string) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Error(`there are no figures called ${name}`);
    filled.add(name);
    return `${begin}\n${piece}\n\n${end}`;
  });
  const left = Object.keys(pieces).filter((name) => !filled.has(name));
  if (left.length > 0) throw new Error(`no place for ${left.join(", ")}`);
  return result;
}
