import type { BackupRecord } from "../records/record.js";
import type { Answer, CallContext } from "./answer.js";
import { type AttemptSettings, attempt } from "./attempts.js";
import type { Drift } from "./drift.js";
import { emit } from "./emit.js";
import { type FailureRule, findFailure, toApiError, toServiceFailure } from "./error-table.js";
import { ContractError, InvalidRequestError } from "./errors.js";
import { parseJson } from "./json.js";
import type { Sender } from "./openapi-fetch.js";
import type { FailureDescriptor, OperationDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import type { QueryValues } from "./parameters.js";
import { milliseconds, resolveRetry } from "./settings.js";
import type { UnreadableAnswer } from "./unreadable.js";
import { findDrift, type Validator } from "./validation.js";

/** What a service brings to the runtime: its generated tables, and what no contract can say. */
export interface ServiceDefinition {
  /** e.g. `dcs` */
  readonly service: string;
  /** Method name to operation. */
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  /** operationId to the validator of a successful answer. */
  readonly validators: Readonly<Record<string, Validator>>;
  /** A listed wire object in the unified shape. */
  readonly toRecord: (item: never) => BackupRecord;
  /** What to do about a vendor's error code. */
  readonly advice?: (code: string) => string | undefined;
}

/** A client's fixed part, shared by its calls. */
export interface CallEnvironment {
  readonly definition: ServiceDefinition;
  readonly options: ClientOptions;
  readonly settings: AttemptSettings;
  readonly send: Sender;
}

/** One request, checked and ready. */
export interface PreparedCall {
  readonly operation: OperationDescriptor;
  readonly path: string;
  readonly query: QueryValues;
  readonly options: CallOptions;
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
  const { definition, options } = environment;
  const context: CallContext = { service: definition.service, operation: operation.operationId };
  const headers = checkHeaders(
    { accept: "application/json", ...options.headers, ...callOptions.headers },
    context,
  );
  const { failure: failing } = operation;
  const rule = options.failure ?? "contract";
  const read = reader();
  const answer = await environment.send({ method: operation.method, path, query, headers }, (request) =>
    attempt(
      {
        context,
        signing: operation.signing,
        request: { method: operation.method, url: new URL(request.url), headers, body: "" },
        signal,
        failureCode: failing && ((candidate) => failureCode(read, candidate, failing, rule)),
      },
      callSettings(environment.settings, callOptions),
    ),
  );
  if (answer.status >= 400)
    throw toApiError(answer, { ...context, advice: definition.advice }, environment.settings.clock.now());
  if (!operation.success.includes(answer.status)) {
    throw new ContractError(`unexpected status ${answer.status}`, { ...context, status: answer.status });
  }
  if (answer.status === 204) return { answer, body: undefined };
  const body = readBody(read, answer, context);
  const failure = failing && findFailure(body, failing, rule);
  if (failure) throw toServiceFailure(failure, body, answer, { ...context, advice: definition.advice });
  reportDrift(environment, operation, answer, body, context);
  return { answer, body };
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

function reportDrift(
  { definition, options }: CallEnvironment,
  operation: OperationDescriptor,
  answer: Answer,
  body: unknown,
  context: CallContext,
): void {
  const { validate = "report", onDrift } = options;
  const validator = definition.validators[operation.operationId];
  if (validator === undefined || validate === "off" || (validate === "report" && onDrift === undefined))
    return;
  const problems = findDrift(validator, body, context).map((drift) => withoutSecrets(drift, answer));
  for (const drift of problems) emit(onDrift, drift);
  const [first] = problems;
  if (validate !== "throw" || first === undefined) return;
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
  const message = `the answer breaks its contract: ${first.kind} at ${first.pointer}, expected ${first.expected}${others}`;
  throw new ContractError(message, { ...context, status: answer.status, pointer: first.pointer, problems });
}

/** An answer that quotes the request must not carry a credential into a report. */
function withoutSecrets(drift: Drift, { redact }: Answer): Drift {
  const found = typeof drift.found === "string" ? redact(drift.found) : drift.found;
  return { ...drift, pointer: redact(drift.pointer), found };
}

/** Lower-cases names and refuses what would be sent as another header, or not at all. */
function checkHeaders(
  headers: Readonly<Record<string, string>>,
  { operation }: CallContext,
): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new InvalidRequestError(
        `${operation}: header ${JSON.stringify(name)} has a name or value that HTTP does not allow`,
        {
          parameter: "headers",
          operation,
        },
      );
    }
    checked[name.toLowerCase()] = value;
  }
  return checked;
}
