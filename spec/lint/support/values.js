/** Whether there is nothing to read: no string, or one of spaces. @param {unknown} value */
export function isBlank(value) {
  return typeof value !== "string" || value.trim() === "";
}

/** @param {unknown} value @returns {value is object} */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A field of a node. A document that is linted may be broken anywhere, so a rule takes nothing for granted and
 * reads through this and the two below: what is not there, or is something else, is left to Redocly's own rules.
 * @param {unknown} node @param {string} name @returns {unknown}
 */
export function field(node, name) {
  return isObject(node) && Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;
}

/** The fields of an object; none of anything else. @param {unknown} value @returns {[string, unknown][]} */
export function entries(value) {
  return isObject(value) ? Object.entries(value) : [];
}

/** The items of a list; none of anything else. @param {unknown} value @returns {unknown[]} */
export function items(value) {
  return Array.isArray(value) ? value : [];
}

/** Values as a reader wants them in a sentence. @param {Iterable<string | number>} values */
export function quoted(values) {
  return [...values].map((value) => `"${value}"`).join(", ");
}
