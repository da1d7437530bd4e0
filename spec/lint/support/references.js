import { field } from "./values.js";

/**
 * What a node refers to, or the node itself, with the file that it stands in.
 * @param {unknown} node @param {string} from the file that a reference is relative to
 * @param {import("@redocly/openapi-core").UserContext["resolve"]} resolve
 * @returns {{ node: unknown, from: string }} node is undefined if a reference leads nowhere
 */
export function follow(node, from, resolve) {
  const reference = field(node, "$ref");
  if (typeof reference !== "string") return { node, from };
  const target = resolve({ $ref: reference }, from);
  return { node: target.node, from: target.location?.source.absoluteRef ?? from };
}
