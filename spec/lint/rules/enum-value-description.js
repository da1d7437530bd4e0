import { optionsOf } from "../support/options.js";
import { isCondition } from "../support/schemas.js";
import { entries, field, isBlank, items, quoted } from "../support/values.js";

/** How many values a message names. */
const SHOWN = 5;

/**
 * Every value of an enumeration has a meaning in `x-enumDescriptions`, and nothing else has. `null` needs none. What
 * an enumeration lacks is one finding, however many values it has.
 * No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const enumValueDescription = (options) => {
  optionsOf("enum-value-description", options, []);
  return {
    Schema: (schema, { report, location }) => {
      if (isCondition(location.pointer)) return;
      const values = items(field(schema, "enum"));
      const meanings = field(schema, "x-enumDescriptions");
      const unexplained = values.filter((value) => value !== null && isBlank(field(meanings, String(value))));
      const [first] = unexplained;
      if (first !== undefined) {
        const shown = quoted(unexplained.slice(0, SHOWN).map(String));
        const more = unexplained.length > SHOWN ? ` and ${unexplained.length - SHOWN} more` : "";
        const subject = unexplained.length === 1 ? "The value" : "The values";
        const verb = unexplained.length === 1 ? "is" : "are";
        report({
          message: `${subject} ${shown}${more} ${verb} not explained. Say under x-enumDescriptions what each value means.`,
          location: location.child(["enum", values.indexOf(first)]),
        });
      }
      const known = new Set(values.map(String));
      for (const [name] of entries(meanings)) {
        if (known.has(name)) continue;
        report({
          message: `x-enumDescriptions explains "${name}", which is no value of the enumeration. Remove or correct it.`,
          location: location.child(["x-enumDescriptions", name]).key(),
        });
      }
    },
  };
};
