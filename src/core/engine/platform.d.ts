/**
 * One of three modules, as package.json's `imports` and the runtime choose: Node's with its own connections, one for
 * pages that loads the engine with the first call, and one for all others.
 */
declare module "#engine" {
  type Awaitable<T> = import("../awaitable.js").Awaitable<T>;
  type ClientEnvironment = import("../environment.js").ClientEnvironment;
  export function loadEngine(): Awaitable<(environment: ClientEnvironment) => import("./engine.js").Engine>;
}
