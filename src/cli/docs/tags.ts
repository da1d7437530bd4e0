import { resolvePointer } from "../../core/pointer.js";
import type { Contract } from "../contracts.js";

interface Tag {
  readonly name?: unknown;
}

/**
 * Returns a translated contract whose tags have their English names, and the translated ones for display: addresses of
 * operations are made of the names, and have to be the same in each language.
 */
export function stableTags(contract: Contract, english: Contract): Contract {
  const originals = tagsOf(english);
  const renamed = new Map(tagsOf(contract).map(({ name }, at) => [name, originals[at]?.name ?? name]));
  return JSON.parse(JSON.stringify(contract), (key, value) => {
    if (key !== "tags" || !Array.isArray(value)) return value;
    return value.map((tag: unknown) => {
      if (typeof tag === "string") return renamed.get(tag) ?? tag;
      const { name, ...others } = Object(tag) as Tag;
      const original = renamed.get(name) ?? name;
      return original === name ? tag : { name: original, "x-displayName": name, ...others };
    });
  });
}

function tagsOf(contract: Contract): readonly Tag[] {
  const tags = resolvePointer(contract, "/tags");
  return Array.isArray(tags) ? tags : [];
}
