import { optionsOf } from "../support/options.js";
import { field, isBlank } from "../support/values.js";

const NOTES = ["64-bit", "2\\^(53|63)", "9[, ]?007[, ]?199[, ]?254[, ]?740[, ]?99[12]"];

/**
 * A 64-bit integer says how large it can be, since many languages read it as a double: by `minimum` and
 * `maximum`, or by a note in its description or in that of the parameter or list that holds it. A schema that others
 * refer to says so itself.
 * Option `notes`: regular expressions, one of which a note has to match.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const int64Range = (options) => {
  const notes = optionsOf("int64-range", options, ["notes"]).patterns("notes", NOTES);
  return {
    Schema: (schema, { report, location, rawNode, parent }) => {
      if (field(schema, "format") !== "int64") return;
      /** @param {string} bound @param {string} exclusive */
      const has = (bound, exclusive) =>
        field(schema, bound) !== undefined || field(schema, exclusive) !== undefined;
      if (has("minimum", "exclusiveMinimum") && has("maximum", "exclusiveMaximum")) return;
      const holder = field(rawNode, "$ref") === undefined ? parent : undefined;
      const texts = [schema, holder].map((node) => field(node, "description"));
      if (texts.some((text) => !isBlank(text) && notes.some((pattern) => pattern.test(String(text))))) return;
      report({
        message:
          "An int64 of no stated range. Add minimum and maximum, " +
          "or say in its description that it is a 64-bit integer and whether it can exceed 2^53-1.",
        location: location.child("format"),
      });
    },
  };
};
