import { optionsOf } from "../support/options.js";
import { isBlank } from "../support/values.js";

/**
 * What no source page states (`x-beyond-documents`) gives the reason why it is in the contract. No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const beyondReason = (options) => {
  optionsOf("beyond-reason", options, []);
  return {
    SpecExtension: (value, { key, report, location }) => {
      if (key !== "x-beyond-documents" || !isBlank(value)) return;
      report({
        message:
          "x-beyond-documents gives no reason. Say in a sentence why this is here although no source page has it.",
        location,
      });
    },
  };
};
