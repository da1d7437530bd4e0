import type { Drift } from "./drift.js";
import { REDACTED, safeCause, secretName } from "./redaction.js";

/**
 * Every error that this package throws, except the caller's own abort. `name` is a literal, to switch on.
 * Neither `toJSON` nor `util.inspect` shows a header, a body or a credential: a `cause` is kept as a
 * copy of its names, messages, codes and stacks (see `safeCause`), never as the object that was thrown.
 */
export abstract class BackupRecordsError extends Error {
  /** The name of the error's class, to switch on if `instanceof` fails, as between two copies of the package. */
  abstract override get name(): string;

  constructor(message: string, fields: object = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause: safeCause(cause) });
    Object.assign(this, fields);
  }

  /** Name, message and the scalar fields: one flat object, safe to log. */
  toJSON(): Record<string, unknown> {
    const scalars = Object.entries(this).filter(([, value]) => value === null || typeof value !== "object");
    return { name: this.name, message: this.message, ...Object.fromEntries(scalars) };
  }
}

/** A client, or its credentials, cannot work as configured. Thrown before anything is sent. */
export class ConfigurationError extends BackupRecordsError {
  /** The name of the class. */
  override get name(): "ConfigurationError" {
    return "ConfigurationError";
  }

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, {}, options.cause);
  }
}

/** A call that the contract does not allow. Thrown before anything is sent. */
export class InvalidRequestError extends BackupRecordsError {
  /** Name of the wrong parameter, if it is one. */
  declare readonly parameter?: string;
  /** The contract's operationId. */
  declare readonly operation?: string;

  /** The name of the class. */
  override get name(): "InvalidRequestError" {
    return "InvalidRequestError";
  }

  constructor(message: string, fields: { readonly parameter?: string; readonly operation?: string } = {}) {
    super(message, fields);
  }
}

/** The fields of an `ApiError`. */
export interface ApiErrorDetails {
  /** e.g. `dcs` */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
  /** The HTTP status. */
  readonly status: number;
  /** The vendor's code, unchanged; empty if the response has none. */
  readonly code: string;
  /** The vendor's own message. */
  readonly message: string;
  /** The service's id of the request, to quote to its support; null if the response has none. */
  readonly requestId: string | null;
  /** Whether the same call can succeed later without a change. */
  readonly retryable: boolean;
  /** Attempts made, this one included. */
  readonly attempts?: number | undefined;
  /** The parsed response, or its text if it is not JSON. Kept out of `toJSON` and `util.inspect`. */
  readonly body: unknown;
  /** Case-insensitive look-up of a header of the response; null if it is absent. @default none is there */
  readonly header?: ((name: string) => string | null) | undefined;
  /** How long the service asked to wait, in milliseconds; null if it did not say. @default null */
  readonly retryAfterMs?: number | null | undefined;
  /** What to do about it, for a known code: one sentence. */
  readonly advice?: string | undefined;
  /** The service's encrypted reason for a denied permission, which the vendor's tools can decode. */
  readonly encodedAuthorizationMessage?: string | undefined;
}

/** Details of a `RateLimitError`. */
export interface RateLimitErrorDetails extends ApiErrorDetails {
  /** How long the service asked to wait, in milliseconds; null if it did not say. */
  readonly retryAfterMs: number | null;
}

/**
 * The service responded with an error. `message` is one line: service, operation, status, code, the
 * vendor's message, the request id, the number of attempts if there were several and, for known codes, what to do.
 */
export class ApiError extends BackupRecordsError {
  /** e.g. `dcs` */
  declare readonly service: string;
  /** The contract's operationId. */
  declare readonly operation: string;
  /** The HTTP status. A failure inside a success has that of the success. */
  declare readonly status: number;
  /** The vendor's code, unchanged, e.g. `DCS.3022`; empty if the response has none. New codes can come at any time. */
  declare readonly code: string;
  /** The service's id of the request, to quote to its support; null if the response has none. */
  declare readonly requestId: string | null;
  /** Whether the same call can succeed later without a change. */
  declare readonly retryable: boolean;
  /** How long the service asked to wait, in milliseconds; null if it did not say. */
  declare readonly retryAfterMs: number | null;
  /** Attempts made, this one included. */
  declare readonly attempts?: number;
  /** The parsed response, or its text if it is not JSON, without secrets. Left out if the error is printed. */
  declare readonly body: unknown;
  /**
   * Case-insensitive look-up of a header of the response; null if it is absent. A secret that the request carried is
   * removed from it, and so is the value of a header for tokens or cookies.
   */
  declare readonly header: (name: string) => string | null;
  /** The vendor's own message, unchanged. Like `body`, left out if the error is printed. */
  declare readonly vendorMessage: string;
  /** The service's encrypted reason for a denied permission, which the vendor's tools can decode. */
  declare readonly encodedAuthorizationMessage?: string;

  /** The name of the class. */
  override get name():
    | "ApiError"
    | "AuthenticationError"
    | "PermissionError"
    | "NotFoundError"
    | "RateLimitError"
    | "ServerError"
    | "ServiceFailureError" {
    return "ApiError";
  }

  constructor(details: ApiErrorDetails) {
    const { message, advice, body, header = () => null, encodedAuthorizationMessage, ...fields } = details;
    const { service, operation, status, code, requestId, attempts = 1 } = fields;
    const asides = [
      ...(requestId === null ? [] : [`request ${requestId}`]),
      ...(attempts > 1 ? [`attempt ${attempts}`] : []),
    ].join(", ");
    const said = oneLine(
      `${service} ${operation}: ${status}${code && ` ${code}`}${message && `: ${message}`}`,
    );
    const advised = advice ? `${said.replace(/\.?$/, ".")} ${advice}` : said;
    super(oneLine(`${advised}${asides && ` (${asides})`}`), {
      retryAfterMs: null,
      ...fields,
      ...(encodedAuthorizationMessage && { encodedAuthorizationMessage }),
    });
    Object.defineProperties(this, {
      body: { value: body },
      vendorMessage: { value: message },
      header: {
        value: (name: string) => {
          const value = header(name);
          return value === null || !secretName.test(name) ? value : REDACTED;
        },
      },
    });
  }
}

/**
 * Status 401, or a code of Alibaba Cloud on the key, token, signature or date: the credentials are missing, wrong or
 * expired, or the request's date is. A credential that can be renewed has been renewed once by then.
 */
export class AuthenticationError extends ApiError {
  /** The name of the class. */
  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}

/** Status 403: the credentials are valid but may not make this call. `message` names the permission if it is known. */
export class PermissionError extends ApiError {
  /** The name of the class. */
  override get name(): "PermissionError" {
    return "PermissionError";
  }
}

/** Status 404: the instance, policy or cluster does not exist, or the endpoint does not know the path. */
export class NotFoundError extends ApiError {
  /** The name of the class. */
  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}

/** Status 429, or a code that begins with `Throttling`: too many requests, and the retries are used up. */
export class RateLimitError extends ApiError {
  /** The name of the class. */
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }

  constructor(details: RateLimitErrorDetails) {
    super(details);
  }
}

/** The service failed: any status from 500 on. */
export class ServerError extends ApiError {
  /** The name of the class. */
  override get name(): "ServerError" {
    return "ServerError";
  }
}

/** A failure inside a response whose `status` is 200, as StarRocks sends it. The client option `failure` says which count. */
export class ServiceFailureError extends ApiError {
  /** The name of the class. */
  override get name(): "ServiceFailureError" {
    return "ServiceFailureError";
  }
}

/** A response that cannot be read, or, with `validate: "throw"`, one that differs from its contract. */
export class ContractError extends BackupRecordsError {
  /** e.g. `dcs` */
  declare readonly service: string;
  /** The contract's operationId. */
  declare readonly operation: string;
  /** The HTTP status of the response. */
  declare readonly status: number;
  /** JSON pointer to the place in the response, if it is one place. */
  declare readonly pointer?: string;
  /** Every difference found. Not part of `toJSON`. */
  declare readonly problems?: readonly Drift[];

  /** The name of the class. */
  override get name(): "ContractError" {
    return "ContractError";
  }

  /** Puts service and operation before `message`. */
  constructor(
    message: string,
    fields: {
      readonly service: string;
      readonly operation: string;
      readonly status: number;
      readonly pointer?: string;
      readonly problems?: readonly Drift[];
    },
  ) {
    super(oneLine(`${fields.service} ${fields.operation}: ${message}`), fields);
  }
}

/** No response came, or it broke off. */
export class ConnectionError extends BackupRecordsError {
  /**
   * Node's code, e.g. `ECONNREFUSED`, `ENOTFOUND` or `CERT_HAS_EXPIRED`, or one of this package: `redirect_refused` the
   * response was a redirect, which is never followed · `upgrade_refused` it changed the protocol · `proxy_refused`,
   * `proxy_failed`, `proxy_timeout` the proxy did not let the request through · `network` no code is known.
   */
  declare readonly code: string;
  /** e.g. `dcs` */
  declare readonly service: string;
  /** The contract's operationId. */
  declare readonly operation: string;
  /** Attempts made, this one included. */
  declare readonly attempts?: number;

  /** The name of the class. */
  override get name(): "ConnectionError" {
    return "ConnectionError";
  }

  /** Puts service and operation before `message`. */
  constructor(
    message: string,
    options: {
      readonly code: string;
      readonly service: string;
      readonly operation: string;
      readonly attempts?: number;
      readonly cause?: unknown;
    },
  ) {
    const { cause, ...fields } = options;
    super(oneLine(`${fields.service} ${fields.operation}: ${message}`), fields, cause);
  }
}

/** The time limit of an attempt, or of all attempts, was reached. */
export class TimeoutError extends BackupRecordsError {
  /** e.g. `dcs` */
  declare readonly service: string;
  /** The contract's operationId. */
  declare readonly operation: string;
  /** The attempt that was running; 1 for the first. */
  declare readonly attempt: number;
  /** The limit that was reached, in milliseconds. */
  declare readonly timeoutMs: number;
  /** Whether the limit was that of one attempt, or of all. */
  declare readonly scope: "attempt" | "total";

  /** The name of the class. */
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }

  /** Puts service and operation before `message`. */
  constructor(
    message: string,
    fields: {
      readonly service: string;
      readonly operation: string;
      readonly attempt: number;
      readonly timeoutMs: number;
      readonly scope: "attempt" | "total";
    },
  ) {
    super(oneLine(`${fields.service} ${fields.operation}: ${message}`), fields);
  }
}

/**
 * Internal: a response that cannot be read as what it should be: too large, not JSON, nested too deep. A call turns
 * it into a `ContractError`. The message quotes nothing of the response.
 */
export class UnreadableResponse extends Error {}

/** Internal: what failed (`cause`) after the status line and headers had arrived. */
export class BrokenResponse extends Error {
  readonly status: number;

  constructor(status: number, cause: unknown) {
    super("the response broke off", { cause });
    this.status = status;
  }
}

/** A vendor's text may contain line breaks and terminal escapes; a message contains neither. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
