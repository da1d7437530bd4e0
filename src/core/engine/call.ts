import type { Answer, CallContext } from "../answer.js";
import type { Awaitable } from "../awaitable.js";
import type { ClientEnvironment, PreparedCall } from "../environment.js";
import { ContractError, InvalidRequestError } from "../errors.js";
import { checkHeaders, type HeaderValues } from "../headers.js";
import { within } from "../limits.js";
import type { FailureDescriptor } from "../operation.js";
import type { CallOptions } from "../options.js";
import { queryString } from "../parameters.js";
import { partOf } from "../part.js";
import { milliseconds, resolveRetry } from "../settings.js";
import { type AttemptSettings, attempt } from "./attempts.js";
import { emit } from "./emit.js";
import {
  type ErrorContext,
  type FailureRule,
  findFailure,
  toApiError,
  toServiceFailure,
} from "./error-table.js";
import { parseJson } from "./json.js";
import type { UnreadableAnswer } from "./unreadable.js";

/** Compares the parsed answer of an operation with its contract, at once where what it takes has been loaded. */
export type DriftCheck = (answer: Answer, body: unknown, context: CallContext) => Awaitable<void>;

/** What a client is made of, and what sends its calls. */
export interface CallEnvironment extends ClientEnvironment {
  readonly settings: AttemptSettings;
  readonly checkDrift: DriftCheck | undefined;
}

/** A successful answer: its parsed body, undefined where it has none. */
export interface CallResult {
  readonly answer: Answer;
  readonly body: unknown;
}

/**
 * Makes one call to its end: attempts, error reading, int64-safe parsing, validation.
 * @throws every error of the package but ConfigurationError of the client itself
 */
export async function perform(
  environment: CallEnvironment,
  { operation, path, query, options: callOptions }: PreparedCall,
  signal: AbortSignal | undefined,
): Promise<CallResult> {
  const { definition, options, settings } = environment;
  const { failure: failing, operationId, signing } = operation;
  const context: CallContext = { service: definition.service, operation: operationId };
  const rule = options.failure ?? "contract";
  const read = reader();
  const search = queryString(query);
  const answer = await attempt(
    {
      context,
      signing,
      request: {
        method: operation.method,
        url: new URL(`${environment.baseUrl}${path}${search && `?${search}`}`),
        headers: headersOf(environment, callOptions, operationId),
        body: "",
      },
      signal,
      failureCode: failing && ((candidate) => failureCode(read, candidate, failing, rule)),
    },
    callSettings(settings, callOptions),
  );
  const { status } = answer;
  if (status >= 400)
    throw toApiError(answer, await advised(environment, context, signal), settings.clock.now());
  if (!operation.success.includes(status)) {
    throw new ContractError(`unexpected status ${status}`, { ...context, status });
  }
  if (status === 204) return { answer, body: undefined };
  const body = readBody(read, answer, context);
  const failure = failing && findFailure(body, failing, rule);
  if (failure) throw toServiceFailure(failure, body, answer, await advised(environment, context, signal));
  const checking = environment.checkDrift?.(answer, body, context);
  if (checking) await partOf(environment, operationId, { ...callOptions, signal }, checking);
  return { answer, body };
}

/** How long an error may wait for the advice that goes with it, in milliseconds. */
const patience = 2_000;

/** An error says what it knows; advice that cannot be loaded must not stand in its way. */
async function advised(
  { definition, settings: { clock, totalTimeout } }: CallEnvironment,
  context: CallContext,
  signal: AbortSignal | undefined,
): Promise<ErrorContext> {
  try {
    const ms = Math.min(patience, totalTimeout || patience);
    return {
      ...context,
      advice: await within({ clock, ms, signal }, definition.advice?.(), () => "too late"),
    };
  } catch {
    return context;
  }
}

function headersOf(
  { headers }: CallEnvironment,
  { headers: added }: CallOptions,
  operation: string,
): HeaderValues {
  if (added === undefined) return headers;
  const refusal = (problem: string) =>
    new InvalidRequestError(`${operation}: ${problem}`, { parameter: "headers", operation });
  return { ...headers, ...checkHeaders(added, refusal) };
}

function callSettings(settings: AttemptSettings, { timeout, retry, onEvent }: CallOptions): AttemptSettings {
  if (timeout === undefined && retry === undefined && onEvent === undefined) return settings;
  return {
    ...settings,
    onEvent: onEvent === undefined ? settings.onEvent : both(settings.onEvent, onEvent),
    timeout: timeout === undefined ? settings.timeout : milliseconds("timeout", timeout),
    retry: resolveRetry(settings.retry, retry),
  };
}

type OnEvent = NonNullable<AttemptSettings["onEvent"]>;

/** Tells two listeners, the second whatever the first throws. */
function both(first: OnEvent | undefined, second: OnEvent): OnEvent {
  return (event) => {
    emit(first, event);
    emit(second, event);
  };
}

type Read = (answer: Answer) => unknown;

/** Parses an answer once, however often it is asked for: the attempts look into it before the call does. */
function reader(): Read {
  let last: { readonly text: string; readonly body: unknown } | undefined;
  return ({ text }) => {
    if (last?.text !== text) last = { text, body: parseJson(text) };
    return last.body;
  };
}

function readBody(read: Read, answer: Answer, context: CallContext): unknown {
  try {
    return read(answer);
  } catch (error) {
    const reason = answer.text === "" ? "it is empty" : (error as UnreadableAnswer).message;
    throw new ContractError(`the answer cannot be read: ${reason}`, { ...context, status: answer.status });
  }
}

function failureCode(
  read: Read,
  answer: Answer,
  failure: FailureDescriptor,
  rule: FailureRule,
): string | null {
  try {
    return findFailure(read(answer), failure, rule)?.code ?? null;
  } catch {
    // What cannot be read is reported once the attempts are over.
    return null;
  }
}
