import type { AuthorizationContext, OutgoingRequest } from "./auth.js";
import type { CallContext, CallSettings } from "./context.js";
import {
  BackupRecordsError,
  BrokenResponse,
  ConnectionError,
  ContractError,
  UnreadableResponse,
} from "./errors.js";
import { emit } from "./events.js";
import type { SigningDescriptor } from "./operation.js";
import { type Redact, redactor, safeCause, secretsIn } from "./redaction.js";
import { isStale, type TransportResponse } from "./transport.js";

/** One request of a call, without authorisation: every attempt adds its own. */
export interface UnsignedRequest {
  readonly context: CallContext;
  /** For its events. */
  readonly callId: number;
  readonly signing: SigningDescriptor;
  readonly request: OutgoingRequest;
  /** Secrets that the request's body carries, beside those of its headers. */
  readonly secrets?: readonly string[] | undefined;
}

/** A service's response to one attempt. */
export interface ServiceResponse extends TransportResponse {
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Removes the secrets that the request carried from a text that may quote them. */
  readonly redact: Redact;
  /** The headers that were sent, secrets included: for the authentication alone. */
  readonly sentHeaders: Readonly<Record<string, string>>;
}

/**
 * One attempt: authorises the request, sends it, reads the response to its end. If a kept connection turns out to
 * have been closed meanwhile, the request is signed again and sent once more.
 * @throws ConnectionError if no response came, it broke off, or it was a redirect (`redirect_refused`)
 * @throws ContractError if the body is over the limit or cannot be decompressed
 * @throws the errors of the authentication
 */
export async function send(
  call: UnsignedRequest,
  settings: CallSettings,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<ServiceResponse> {
  for (let resent = false; ; resent = true) {
    const added = await settings.auth.authorize(call.request, authorizationContext(call, settings, signal));
    signal?.throwIfAborted();
    const sentHeaders = { ...call.request.headers, ...added };
    const redact = redactor([...secretsIn(sentHeaders), ...(call.secrets ?? [])]);
    try {
      const response = await settings.transport(
        { ...call.request, headers: sentHeaders },
        { maxBytes: settings.maxResponseBytes, signal },
      );
      const { status, text, headers } = response;
      const header = (name: string) => {
        const value = response.header(name);
        return value && redact(value);
      };
      if (status >= 300 && status < 400 && status !== 304) {
        throw redirectRefused(call, attempt, header("location") ?? "");
      }
      return { status, text, headers, header, attempt, redact, sentHeaders };
    } catch (thrown) {
      if (resent || !isStale(thrown)) throw toError(thrown, call, attempt, redact);
    }
    signal?.throwIfAborted();
  }
}

function authorizationContext(
  { context, callId, signing }: UnsignedRequest,
  settings: CallSettings,
  signal: AbortSignal | undefined,
): AuthorizationContext {
  const { clock, skew, onEvent, random, nonce, fetch, cloud, region, projectId } = settings;
  return {
    now: () => clock.now() + skew.offsetMs,
    random,
    nonce,
    fetch,
    signal,
    signing,
    cloud,
    region,
    projectId,
    onRefresh: (reason) => emit(onEvent, { type: "refresh", ...context, callId, reason }),
  };
}

/** Names the origin alone: path and query of a redirect can contain anything. */
function redirectRefused({ context, request }: UnsignedRequest, attempts: number, location: string) {
  const target =
    location !== "" && URL.canParse(location, request.url)
      ? new URL(location, request.url).origin
      : "an unnamed place";
  return new ConnectionError(
    `${request.url.host} redirects to ${target}; credentials do not follow a redirect: check the base URL`,
    { ...context, code: "redirect_refused", attempts },
  );
}

/** Codes of zlib, brotli and zstd for bytes that they cannot read; `Z_BUF_ERROR` means missing bytes. */
const undecodable = /^(Z_(?!BUF)|ERR__ERROR_|ZSTD_)/;

/** What to do about a failed connection, by its code. */
const remedies: readonly (readonly [code: RegExp, remedy: string])[] = [
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?)$/,
    "the certificate is not signed by a known authority; name the authority's certificate in NODE_EXTRA_CA_CERTS",
  ],
  [/^CERT_HAS_EXPIRED$/, "the certificate has expired"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "the certificate is for another host; check the base URL"],
  [/^(EPROTO|ERR_SSL_.*)$/, "no TLS connection could be made; check that the port speaks https"],
];

/** The thrown value as an error of this package. The innermost cause says most: the others say "fetch failed". */
function toError(
  thrown: unknown,
  { context, request }: UnsignedRequest,
  attempts: number,
  redact: Redact,
): BackupRecordsError {
  if (thrown instanceof BackupRecordsError) return thrown;
  const status = thrown instanceof BrokenResponse ? thrown.status : null;
  const reason = thrown instanceof BrokenResponse ? thrown.cause : thrown;
  if (reason instanceof UnreadableResponse) {
    return new ContractError(`the response cannot be read: ${reason.message}`, {
      ...context,
      status: status ?? 0,
    });
  }
  const cause = safeCause(reason, redact);
  let code = "network";
  let words = "";
  for (let at: unknown = cause; at instanceof Error; at = at.cause) {
    words = at.message || words;
    if ("code" in at && typeof at.code === "string") code = at.code;
  }
  if (undecodable.test(code)) {
    return new ContractError(`the response cannot be decompressed (${code})`, {
      ...context,
      status: status ?? 0,
    });
  }
  const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1];
  const what = status === null ? "no response came" : "the response broke off";
  return new ConnectionError(
    `${what} from ${request.url.host} (attempt ${attempts}, ${code}): ${remedy ?? words}`,
    { ...context, code, attempts, cause },
  );
}
