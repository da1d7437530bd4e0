import { eachOperation } from "../support/operations.js";
import { statuses } from "../support/options.js";
import { follow } from "../support/references.js";
import { entries, field } from "../support/values.js";

const STATUSES = ["400", "401", "403", "404", "429", "500"];

/**
 * Every operation declares the errors that any call can meet, each with a body. HEAD answers have none.
 * Option `statuses`: which.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const errorResponses = (options) => {
  const expected = statuses("error-responses", options, "statuses", STATUSES);
  return eachOperation((operation, { method, where }, { report, location, resolve }) => {
    for (const status of expected) {
      const declared = field(field(operation, "responses"), status);
      if (declared === undefined) {
        report({
          message: `${where} declares no response ${status}. Add it, with the body that the service answers.`,
          location: location.child("responses").key(),
        });
        continue;
      }
      const response = follow(declared, location.source.absoluteRef, resolve);
      const bodies = entries(field(response.node, "content"));
      if (method !== "HEAD" && !bodies.some(([, body]) => field(body, "schema") !== undefined)) {
        report({
          message: `The response ${status} of ${where} has no body. Add content with a schema of the error.`,
          location: location.child(["responses", status]).key(),
        });
      }
    }
  });
};
