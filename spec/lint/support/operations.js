/**
 * @typedef {import("@redocly/openapi-core").Oas3Visitor} Oas3Visitor
 * @typedef {import("@redocly/openapi-core").UserContext} Context
 * @typedef {{ method: string, where: string, item: unknown, served: boolean }} Place `where` is e.g. `GET /backups`,
 * `item` its path item; `served` whether the API's server responds to it, as it does not to a webhook or callback
 */

/**
 * A visitor of every operation that also tells which one it is. Path items nest (a callback holds some), so the
 * one around an operation is the last one entered and not yet left.
 * @param {(operation: unknown, place: Place, context: Context) => void} visit
 * @returns {Oas3Visitor}
 */
export function eachOperation(visit) {
  /** @type {{ path: string, item: unknown }[]} */
  const around = [];
  // How many webhooks and callbacks are entered and not yet left.
  let outgoing = 0;
  const sender = {
    enter: () => {
      outgoing++;
    },
    leave: () => {
      outgoing--;
    },
  };
  return {
    WebhooksMap: sender,
    Callback: sender,
    PathItem: {
      enter: (item, context) => {
        around.push({ path: String(context.key), item });
      },
      leave: () => {
        around.pop();
      },
    },
    Operation: (operation, context) => {
      const { path, item } = around.at(-1) ?? { path: "", item: undefined };
      const method = String(context.key).toUpperCase();
      visit(operation, { method, where: `${method} ${path}`, item, served: outgoing === 0 }, context);
    },
  };
}
