import { eachOperation } from "../support/operations.js";
import { optionsOf } from "../support/options.js";
import { follow } from "../support/references.js";
import { entries, field } from "../support/values.js";

const STATUSES = ["400", "401", "403", "404", "429", "500"];

/**
 * Every operation declares the errors that any call can meet, each with a body. HEAD responses have none. Webhooks and
 * callbacks are exempt: there the client is the server.
 * Option `statuses`: which.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const errorResponses = (options) => {
  const expected = optionsOf("error-responses", options, ["statuses"]).statuses("statuses", STATUSES);
  return eachOperation((operation, { method, where, served }, { report, location, resolve }) => {
    if (!served) return;
    const responses = field(operation, "responses");
    const missing = expected.filter((status) => field(responses, status) === undefined);
    if (missing.length > 0) {
      report({
        message: `${where} does not declare ${missing.join(", ")}. Add each, with the body that the service returns.`,
        location: location.child("responses").key(),
      });
    }
    for (const status of expected.filter((name) => !missing.includes(name))) {
      const response = follow(field(responses, status), location.source.absoluteRef, resolve);
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
