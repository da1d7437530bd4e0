import { optionsOf } from "../support/options.js";
import { follow } from "../support/references.js";
import { isCondition } from "../support/schemas.js";
import { entries, field, isBlank } from "../support/values.js";

/**
 * Every field of every object says what it means: beside its `$ref`, or in the schema that it refers to.
 * Schemas that only state a condition (`not`, `if`, …) are left alone. No options.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const fieldDescription = (options) => {
  optionsOf("field-description", options, []);
  return {
    Schema: (schema, { report, location, resolve }) => {
      if (isCondition(location.pointer)) return;
      for (const [name, property] of entries(field(schema, "properties"))) {
        if (!isBlank(field(property, "description"))) continue;
        const target = follow(property, location.source.absoluteRef, resolve);
        if (!isBlank(field(target.node, "description"))) continue;
        report({
          message: `The field "${name}" has no description. Say what it means, with its unit or format if it has one.`,
          location: location.child(["properties", name]).key(),
        });
      }
    },
  };
};
