import { isCondition } from "../support/schemas.js";
import { entries, field, isBlank, items } from "../support/values.js";

/**
 * Every value of an enumeration has a meaning in `x-enumDescriptions`, and nothing else has. `null` needs none.
 * No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const enumValueDescription = () => ({
  Schema: (schema, { report, location }) => {
    if (isCondition(location.pointer)) return;
    const values = items(field(schema, "enum"));
    const meanings = field(schema, "x-enumDescriptions");
    for (const [index, value] of values.entries()) {
      if (value === null || !isBlank(field(meanings, String(value)))) continue;
      report({
        message: `The value "${value}" is not explained. Say what it means under x-enumDescriptions.`,
        location: location.child(["enum", index]),
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
});
