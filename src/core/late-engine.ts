import { type Awaitable, andThen, isPromise } from "./awaitable.js";
import type { Engine } from "./engine/engine.js";
import type { ClientEnvironment } from "./environment.js";
import { lazy } from "./lazy.js";
import type { CallOptions } from "./options.js";
import type { Page } from "./page.js";
import { partOf } from "./part.js";
import type { Plan } from "./plan.js";

/** The engine of a client: made by its first call, which in a page loads it first, and used at once by all others. */
export function lateEngine(environment: ClientEnvironment): Engine {
  const load = lazy(environment.definition.loadEngine);
  let made: Engine | undefined;
  const engineFor = (
    operation: string,
    options: Pick<CallOptions, "signal" | "timeout">,
  ): Awaitable<Engine> =>
    made ??
    andThen(partOf(environment, operation, options, load()), (createEngine) => {
      made ??= createEngine(environment);
      return made;
    });
  const engineOf = ({ operation, options }: Pick<Plan, "operation" | "options">) =>
    engineFor(operation.operationId, options);
  async function* latePages<Item, Body>(plan: Plan): AsyncGenerator<Page<Item, Body>, void, undefined> {
    const engine = await engineOf(plan);
    yield* engine.all<Item, Body>(plan);
  }
  return {
    call: (call) => use(engineOf(call), (engine) => engine.call(call)),
    first: (plan) => use(engineOf(plan), (engine) => engine.first(plan)),
    // Nothing is loaded before a page is asked for.
    all: (plan) => (made ? made.all(plan) : latePages(plan)),
    raw: (signal) => use(engineFor("raw", { signal }), (engine) => engine.raw(signal)),
  };
}

function use<T>(engine: Awaitable<Engine>, work: (engine: Engine) => Promise<T>): Promise<T> {
  return isPromise(engine) ? engine.then(work) : work(engine);
}
