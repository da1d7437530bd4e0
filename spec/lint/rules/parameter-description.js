import { optionsOf } from "../support/options.js";
import { field, isBlank } from "../support/values.js";

/**
 * Every parameter and every header of a response says what it means. No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const parameterDescription = (options) => {
  optionsOf("parameter-description", options, []);
  /** @param {string} what @param {unknown} node @param {import("@redocly/openapi-core").UserContext} context */
  const check = (what, node, { report, location }) => {
    const description = field(node, "description");
    if (!isBlank(description)) return;
    report({
      message: `${what} has no description. Say what it means, with its unit or format if it has one.`,
      location: description === undefined ? location.key() : location.child("description"),
    });
  };
  return {
    Parameter: (node, context) => check(`The parameter "${field(node, "name")}"`, node, context),
    Header: (node, context) => check(`The header "${context.key}"`, node, context),
  };
};
