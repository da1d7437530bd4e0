/**
 * Each is one of two modules, as package.json's `imports` and the runtime choose. `#engine` is loaded with the package
 * or, in a page, with the first call; `#transport` is Node's own client or, elsewhere, fetch.
 */
declare module "#engine" {
  export function loadEngine(): import("../awaitable.js").Awaitable<
    typeof import("./engine.js").createEngine
  >;
}
declare module "#transport" {
  type Transport = import("./transport.js").Transport;
  export function platformTransport(fetching: Transport): Transport;
}
