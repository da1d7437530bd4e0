import { optionsOf } from "../support/options.js";
import { variants } from "../support/schemas.js";
import { field } from "../support/values.js";

/**
 * A parameter with a default is optional: what is always sent needs no default, and generators disagree on
 * which of the two holds. No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const noRequiredDefault = (options) => {
  optionsOf("no-required-default", options, []);
  return {
    Parameter: (parameter, { report, location, resolve }) => {
      if (field(parameter, "required") !== true) return;
      const parts = variants(field(parameter, "schema"), location.source.absoluteRef, resolve);
      if (!parts.some(({ node }) => field(node, "default") !== undefined)) return;
      report({
        message: `The parameter "${field(parameter, "name")}" is required and has a default. Drop one of the two.`,
        location: location.child("required"),
      });
    },
  };
};
