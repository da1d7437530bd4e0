import { isPromise } from "./awaitable.js";
import type { Engine } from "./engine/engine.js";
import type { ClientEnvironment } from "./environment.js";
import { lazy } from "./lazy.js";
import { unlessAborted } from "./listen.js";
import type { Page } from "./page.js";
import type { Plan } from "./plan.js";

/** The engine of a client that has not been called yet: loaded by its first call, used at once by all others. */
export function lateEngine(environment: ClientEnvironment): Engine {
  const load = lazy(async () => (await import("./engine/engine.js")).createEngine(environment));
  const use = <T>(signal: AbortSignal | undefined, work: (engine: Engine) => Promise<T>): Promise<T> => {
    const engine = load();
    if (!isPromise(engine)) return work(engine);
    return (signal ? unlessAborted(engine, signal) : engine).then(work);
  };
  async function* latePages<Item, Body>(plan: Plan): AsyncGenerator<Page<Item, Body>, void, undefined> {
    yield* await use(plan.options.signal, async (engine) => engine.all<Item, Body>(plan));
  }
  return {
    call: (call) => use(call.options.signal, (engine) => engine.call(call)),
    first: (plan) => use(plan.options.signal, (engine) => engine.first(plan)),
    all: (plan) => {
      const engine = load();
      if (!isPromise(engine)) return engine.all(plan);
      // Whoever reads the pages is told; who never does, must not be.
      engine.catch(() => {});
      return latePages(plan);
    },
    raw: () => use(undefined, (engine) => engine.raw()),
  };
}
