import { andThen } from "../awaitable.js";
import type { ClientEnvironment, PreparedCall } from "../environment.js";
import { ContractError, InvalidRequestError } from "../errors.js";
import { lazy } from "../lazy.js";
import type { Page } from "../page.js";
import { partOf } from "../part.js";
import { fillPath } from "../path.js";
import type { Plan } from "../plan.js";
import type { RawClient } from "../raw-client.js";
import { attempt } from "./attempts.js";
import { createRetryBudget } from "./budget.js";
import { type CallEnvironment, type DriftCheck, perform } from "./call.js";
import { emit } from "./emit.js";
import { readFirst, readPages } from "./pages.js";
import { createSkew } from "./skew.js";
import { fetchTransport, type Transport } from "./transport.js";

/**
 * What sends a client's calls and reads their answers. In a page it is loaded with the first call: until then, that
 * has downloaded no more than what makes a client and tells what is wrong with a call.
 */
export interface Engine {
  /** Makes a call to its end; answers the body, undefined where there is none. */
  call(call: PreparedCall): Promise<unknown>;
  /** The first page of a listing. */
  first<Item, Body>(plan: Plan): Promise<Page<Item, Body>>;
  /** All pages of a listing, in order. */
  all<Item, Body>(plan: Plan): AsyncGenerator<Page<Item, Body>, void, undefined>;
  /** Loads openapi-fetch, over the same transport and authentication; the signal calls the loading off. */
  raw<Paths extends object>(signal: AbortSignal | undefined): Promise<RawClient<Paths>>;
}

const loadRaw = lazy(() => import("./raw.js"));

/**
 * The engine of one client, with the state that its calls share. `platformTransport` makes the transport of a client
 * that was given no `fetch`; without it, that is the platform's fetch.
 */
export function createEngine(
  given: ClientEnvironment,
  platformTransport: (fetching: Transport) => Transport = (fetching) => fetching,
): Engine {
  const fetching = fetchTransport(given.settings.fetch);
  const environment: CallEnvironment = {
    ...given,
    settings: {
      ...given.settings,
      transport: given.options.fetch === undefined ? platformTransport(fetching) : fetching,
      budget: createRetryBudget(),
      skew: createSkew(),
    },
    checkDrift: driftCheck(given),
  };
  return {
    call: async (call) => (await perform(environment, call, call.options.signal)).body,
    first: (plan) => readFirst(environment, plan),
    all: (plan) => readPages(environment, plan),
    raw: async (signal) => {
      const { rawClient } = await partOf(environment, "raw", { signal }, loadRaw());
      return rawClient(environment, { attempt, fillPath, InvalidRequestError });
    },
  };
}

/** The check of answers, where somebody hears of what it finds. It is loaded with the first answer. */
function driftCheck({ definition, options }: ClientEnvironment): DriftCheck | undefined {
  const { validate = "report", onDrift } = options;
  if (validate === "off" || (validate === "report" && onDrift === undefined)) return undefined;
  const load = lazy(async (): Promise<DriftCheck> => {
    const [{ checkDrift }, validators] = await Promise.all([
      import("./drift-check.js"),
      definition.validators(),
    ]);
    return (answer, body, context) => {
      const validator = validators[context.operation];
      if (validator !== undefined)
        checkDrift(validator, options, answer, body, context, { emit, ContractError });
    };
  });
  return (answer, body, context) => andThen(load(), (check) => check(answer, body, context));
}
