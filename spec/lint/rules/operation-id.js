import { eachOperation } from "../support/operations.js";
import { optionsOf } from "../support/options.js";
import { field } from "../support/values.js";

/** The styles of ids. `any` leaves the style to the author. */
const CASES = {
  PascalCase: /^[A-Z](?=.*[a-z])[A-Za-z0-9]*$/,
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  "kebab-case": /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  any: /./,
};

/** @type {readonly (keyof typeof CASES)[]} */
const NAMES = ["PascalCase", "camelCase", "snake_case", "kebab-case", "any"];

/**
 * Every operation has an id of its own, in one style, or the vendor's if it has one.
 * Options: `case`, the style; `vendor`, a map from `METHOD /path` to the vendor's id, which then has to be that,
 * in any letter case.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const operationId = (options) => {
  const read = optionsOf("operation-id", options, ["case", "vendor"]);
  const style = read.choice("case", NAMES, "PascalCase");
  const vendor = read.stringMap("vendor");
  /** @type {Map<string, string>} */
  const seen = new Map();
  return eachOperation((operation, { where }, { report, location }) => {
    const id = field(operation, "operationId");
    const own = vendor.get(where);
    if (typeof id !== "string" || id === "") {
      const inStyle = style === "any" ? "a name" : `a name in ${style}`;
      const name = own ? `"${own}", the vendor's own name` : `${inStyle} that says what it does`;
      report({ message: `${where} has no operationId. Give it ${name}.`, location: location.key() });
      return;
    }
    /** @param {string} message */
    const complain = (message) => report({ message, location: location.child("operationId") });
    const first = seen.get(id);
    if (first !== undefined) {
      complain(`${where} has the operationId "${id}", and so has ${first}. Rename one of them.`);
    }
    seen.set(id, first ?? where);
    if (own !== undefined && id !== own) {
      complain(
        `${where} has the operationId "${id}", but the vendor calls it "${own}". Use the vendor's name.`,
      );
    }
    if (own === undefined && !CASES[style].test(id)) {
      complain(
        `The operationId "${id}" of ${where} is not in ${style}. ` +
          `Rename it, or enter it under "vendor" if it is the vendor's.`,
      );
    }
  });
};
