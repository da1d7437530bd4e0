import { optionsOf } from "../support/options.js";
import { entries, field, quoted } from "../support/values.js";

/**
 * @typedef {import("@redocly/openapi-core").UserContext} Context
 */

/**
 * Every example of a body, parameter or header is named after the source page that it is taken from, with a suffix
 * if there are several (`guide-en-error`), or is marked as made up (`beyond-empty`).
 * Options: `sources`, the ids of the source pages, to be given; `beyond`, the prefix of the others.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const exampleSource = (options) => {
  const read = optionsOf("example-source", options, ["sources", "beyond"]);
  const sources = read.strings("sources", []);
  const beyond = read.string("beyond", "beyond-");

  /** @param {string} name */
  const isNamed = (name) =>
    (name.startsWith(beyond) && name.length > beyond.length) ||
    sources.some((source) => name === source || (name.startsWith(`${source}-`) && !name.endsWith("-")));

  /** @param {unknown} node @param {Context} context */
  const check = (node, { report, location }) => {
    for (const [name] of entries(field(node, "examples"))) {
      if (isNamed(name)) continue;
      report({
        message:
          `The example "${name}" does not say where it comes from. Name it after its source ` +
          `(one of ${quoted(sources)}, with a suffix if need be), or "${beyond}…" if no source page shows it.`,
        location: location.child(["examples", name]).key(),
      });
    }
  };

  return {
    Root: (_root, { report, location }) => {
      if (sources.length > 0) return;
      report({
        message:
          'backup-records/example-source knows no source pages. List their ids in its option "sources".',
        location,
      });
    },
    MediaType: (node, context) => {
      if (field(node, "example") !== undefined) {
        context.report({
          message: `This example has no name, so nothing says where it comes from. Move it to "examples".`,
          location: context.location.child("example").key(),
        });
      }
      check(node, context);
    },
    Parameter: check,
    Header: check,
  };
};
