import { optionsOf } from "../support/options.js";

/**
 * A reference to errata (`x-errata`) is a list of at least one id, none of them twice.
 * Options: `ids`, the ids that there are (any, if it is not given); `patterns`, regular expressions, one of which
 * an id has to match.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const errataIds = (options) => {
  const read = optionsOf("errata-ids", options, ["ids", "patterns"]);
  const ids = read.strings("ids", []);
  const shapes = read.patterns("patterns", ["."]);
  return {
    SpecExtension: (value, { key, report, location }) => {
      if (key !== "x-errata") return;
      if (!Array.isArray(value) || value.length === 0) {
        report({ message: "x-errata is not a list of ids. Write x-errata: [E01], or drop it.", location });
        return;
      }
      for (const [index, id] of value.entries()) {
        const place = location.child(index);
        if (typeof id !== "string" || !shapes.some((shape) => shape.test(id))) {
          report({ message: `x-errata: "${id}" does not look like an id. Correct it.`, location: place });
        } else if (ids.length > 0 && !ids.includes(id)) {
          report({
            message: `x-errata: there is no erratum "${id}". Enter it, or correct the id.`,
            location: place,
          });
        }
        if (value.indexOf(id) !== index) {
          report({ message: `x-errata: "${id}" stands twice. Remove one.`, location: place });
        }
      }
    },
  };
};
