import { eachOperation } from "../support/operations.js";
import { stringMap } from "../support/options.js";
import { field } from "../support/values.js";

/**
 * Every operation has an id of its own, in PascalCase, or the vendor's where it has one.
 * Option `vendor`: a map from `METHOD /path` to the vendor's id, which then has to be that, whatever its case.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const operationId = (options) => {
  const vendor = stringMap("operation-id", options, "vendor");
  /** @type {Map<string, string>} */
  const seen = new Map();
  return eachOperation((operation, { where }, { report, location }) => {
    const id = field(operation, "operationId");
    const own = vendor.get(where);
    if (typeof id !== "string" || id === "") {
      const name = own ? `"${own}", the vendor's own name` : "a name in PascalCase that says what it does";
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
    if (own === undefined && !/^[A-Z](?=.*[a-z])[A-Za-z0-9]*$/.test(id)) {
      complain(
        `The operationId "${id}" of ${where} is not in PascalCase. ` +
          `Rename it, or enter it under "vendor" if it is the vendor's.`,
      );
    }
  });
};
