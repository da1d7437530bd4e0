import { follow } from "./references.js";
import { field, isObject, items } from "./values.js";

/**
 * @typedef {import("@redocly/openapi-core").UserContext["resolve"]} Resolve
 * @typedef {{ node: object, from: string }} Place a schema, and the file that its references are relative to
 */

/**
 * A schema with everything that it is made of: what it refers to, and the branches of allOf, anyOf and oneOf.
 * @param {unknown} node @param {string} from @param {Resolve} resolve @returns {Place[]}
 */
export function variants(node, from, resolve) {
  /** @type {Map<object, Place>} */
  const found = new Map();
  /** @param {unknown} candidate @param {string} file */
  const collect = (candidate, file) => {
    if (!isObject(candidate) || found.has(candidate)) return;
    found.set(candidate, { node: candidate, from: file });
    const target = follow(candidate, file, resolve);
    collect(target.node, target.from);
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      for (const branch of items(field(candidate, key))) collect(branch, file);
    }
  };
  collect(node, from);
  return [...found.values()];
}

/**
 * The schemas of what a JSON pointer finds in a response. Empty if it finds nothing.
 * @param {unknown} node @param {string} from @param {string} pointer @param {Resolve} resolve
 */
export function schemasAt(node, from, pointer, resolve) {
  let found = variants(node, from, resolve);
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    found = found.flatMap((place) =>
      variants(field(field(place.node, "properties"), name), place.from, resolve),
    );
  }
  return found;
}

/** The schemas of an array's items. @param {Place[]} arrays @param {Resolve} resolve */
export function itemsOf(arrays, resolve) {
  return arrays.flatMap((place) => variants(field(place.node, "items"), place.from, resolve));
}

/** @param {Place[]} places @returns {Set<string>} */
export function typesOf(places) {
  return new Set(
    places.flatMap(({ node }) => {
      const type = field(node, "type");
      return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
    }),
  );
}

/**
 * Whether a schema only states a condition (`not`, `if`, `then`, `else`): what it names is described elsewhere.
 * @param {string} pointer where it stands
 */
export function isCondition(pointer) {
  return /(?<!\/properties)\/(not|if|then|else)(\/|$)/.test(pointer);
}
