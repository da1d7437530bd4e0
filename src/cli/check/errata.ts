import { resolvePointer } from "../../core/pointer.js";
import type { Contract } from "../contracts.js";
import { type Erratum, erratum } from "../knowledge.js";
import { partsOf } from "./answers.js";

/**
 * The known errata of the source pages that touch a place in a response: those on the property itself and on the
 * schema that it refers to. `pointer` is a JSON pointer into the response, `schema` that of the response.
 */
export function errataAt(contract: Contract, schema: unknown, pointer: string): Erratum[] {
  let parts = partsOf(contract, schema);
  for (const key of pointer.split("/").slice(1)) {
    parts = parts.flatMap((part) => {
      const next =
        resolvePointer(part, `/properties/${key}`) ??
        (/^\d+$/.test(key) ? resolvePointer(part, "/items") : undefined);
      return partsOf(contract, next);
    });
  }
  if (pointer === "") return [];
  const ids = parts.flatMap((part) => {
    const list = resolvePointer(part, "/x-errata");
    return Array.isArray(list) ? list.map(String) : [];
  });
  return [...new Set(ids)].sort().flatMap((id) => erratum(id) ?? []);
}
