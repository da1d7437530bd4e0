import type { CallContext, CallSettings, ClientContext, DriftCheck, PreparedCall } from "./context.js";
import { withDeadline } from "./deadline.js";
import { ConfigurationError, InvalidRequestError, TimeoutError } from "./errors.js";
import { emit } from "./events.js";
import { nextId, observe, resourceOf } from "./observe.js";
import type { OperationDescriptor } from "./operation.js";
import { type CallOptions, checkCallOptions, checkNumber, resolveRetry } from "./options.js";
import { checkHeaders, encodeParameters, fillPath, type ParameterValues, queryString } from "./request.js";
import { readResponse } from "./response.js";
import { callWithRetries } from "./retry.js";
import type { ServiceResponse } from "./send.js";

/** A successful call. */
export interface CallResult {
  readonly response: ServiceResponse;
  /** Parsed; undefined if there is none. */
  readonly body: unknown;
  /** As events of the call have it. */
  readonly callId: number;
}

/**
 * Makes one call: attempts, reads the response, compares it with the contract.
 * @param listingId the listing that it reads a page of
 * @throws every error of this package but ConfigurationError of the client itself
 */
export async function executeCall(
  client: ClientContext,
  call: PreparedCall,
  signal: AbortSignal | undefined,
  listingId: number | null = null,
): Promise<CallResult> {
  const { operation, path, query, settings } = call;
  const context: CallContext = { service: client.tables.service, operation: operation.operationId };
  const callId = nextId();
  const search = queryString(query);
  const url = new URL(`${client.baseUrl}${path}${search && `?${search}`}`);
  const subject = () => ({ listingId, resource: resourceOf(call) });
  return observe({ context, callId, url, subject }, settings, signal, () =>
    callAndCheck(client, call, { context, callId, url }, signal),
  );
}

async function callAndCheck(
  client: ClientContext,
  { operation, headers, settings }: PreparedCall,
  { context, callId, url }: { readonly context: CallContext; readonly callId: number; readonly url: URL },
  signal: AbortSignal | undefined,
): Promise<CallResult> {
  const { tables, options } = client;
  const { operationId, signing, method, success, failure } = operation;
  const { service, advice } = tables;
  const rules = {
    service,
    operation: operationId,
    advice,
    success,
    failure,
    failureRule: options.failure ?? "contract",
  };
  const { response, body, error } = await callWithRetries(
    {
      context,
      callId,
      signing,
      request: { method, url, headers, body: "" },
      signal,
      read: (candidate) => readResponse(candidate, rules, settings.clock.now()),
    },
    settings,
  );
  if (error !== null || response === null) throw error;
  const { validate = "report", onDrift } = options;
  if (body !== undefined && (validate === "throw" || (validate === "report" && onDrift !== undefined))) {
    client.driftCheck ??= await loadDriftCheck(client, settings, response.attempt, context, signal);
    const validator = client.driftCheck.validators[operationId];
    if (validator !== undefined)
      client.driftCheck.reportDrift(validator, { validate, onDrift }, response, body, context);
  }
  return { response, body, callId };
}

/**
 * Checks a call before anything of it is sent.
 * @throws InvalidRequestError for parameters or options that the contract does not allow, ConfigurationError for options
 *   that cannot work
 */
export function prepareCall(
  client: ClientContext,
  operation: OperationDescriptor,
  values: ParameterValues,
  options: CallOptions,
): PreparedCall {
  const { operationId } = operation;
  const applied = applyCallOptions(client, operationId, options);
  // Without types, anything can be passed.
  if (typeof values !== "object" || values === null)
    throw new InvalidRequestError(`${operationId}: the parameters must be an object`, {
      operation: operationId,
    });
  const path = fillPath(operation.path, values, operationId, client.settings.projectId);
  return { operation, path, query: encodeParameters(operation, values), ...applied };
}

/**
 * The client's headers and settings with what a call's own options change, checked.
 * @throws InvalidRequestError, ConfigurationError if an option cannot work
 */
export function applyCallOptions(
  { headers, settings }: ClientContext,
  operation: string,
  options: CallOptions,
): Pick<PreparedCall, "headers" | "settings"> {
  const refusal = (problem: string, parameter?: string) =>
    new InvalidRequestError(`${operation}: ${problem}`, { operation, ...(parameter && { parameter }) });
  checkCallOptions(options, refusal);
  const { headers: added, timeout, retry, onEvent } = options;
  return {
    headers:
      added === undefined
        ? headers
        : { ...headers, ...checkHeaders(added, (problem) => refusal(problem, "headers")) },
    settings:
      timeout === undefined && retry === undefined && onEvent === undefined
        ? settings
        : {
            ...settings,
            onEvent: onEvent === undefined ? settings.onEvent : both(settings.onEvent, onEvent),
            timeout: timeout === undefined ? settings.timeout : checkNumber("timeout", timeout),
            retry: resolveRetry(settings.retry, retry),
          },
  };
}

type OnEvent = NonNullable<CallSettings["onEvent"]>;

/** Calls both listeners. If the first throws, the second still runs. */
function both(first: OnEvent | undefined, second: OnEvent): OnEvent {
  return (event) => {
    emit(first, event);
    emit(second, event);
  };
}

/** Loads what compares responses with their contract, within the time of one attempt. */
async function loadDriftCheck(
  { tables }: ClientContext,
  { clock, timeout }: CallSettings,
  attempt: number,
  context: CallContext,
  signal: AbortSignal | undefined,
): Promise<DriftCheck> {
  const timeoutMs = timeout || Number.POSITIVE_INFINITY;
  const late = () =>
    new TimeoutError(`the check of responses was not loaded within ${timeoutMs} ms`, {
      ...context,
      attempt,
      timeoutMs,
      scope: "attempt",
    });
  const load = async () => {
    const [{ reportDrift }, validators] = await Promise.all([import("./drift.js"), tables.validators()]);
    return { reportDrift, validators };
  };
  return withDeadline({ clock, ms: timeoutMs, signal }, late, load).catch((cause: unknown) => {
    if (signal?.aborted || cause instanceof TimeoutError) throw cause;
    throw new ConfigurationError(
      "the check of responses could not be loaded: serve all files of this package, or bundle them as one",
      { cause },
    );
  });
}
