import type { Answer } from "../answer.js";
import type { AuthorizationContext, RefreshReason } from "../authorization.js";
import { BackupRecordsError, ConnectionError, ContractError } from "../errors.js";
import type { SigningDescriptor } from "../operation.js";
import { safeCause } from "../redaction.js";
import type { Attempted, AttemptSettings } from "./attempts.js";
import { readBody } from "./body.js";
import type { Cancellation } from "./cancellation.js";
import { emit } from "./emit.js";
import { redact } from "./secrets.js";
import { isStale } from "./transport.js";
import { UnreadableAnswer } from "./unreadable.js";

/** A request's headers as they were sent, secrets and all: they never leave the attempts. */
export type SentHeaders = Readonly<Record<string, string>>;

/** What an attempt brought. */
export interface Sent {
  readonly answer: Answer;
  readonly headers: SentHeaders;
}

/**
 * A class, because a literal with a getter is slow to make. Its functions are variables first: V8 takes a function
 * that is assigned to a property for a method that stays, and puts it among the old objects, where it keeps all
 * that the call has read (docs/decisions/0011).
 */
class Surroundings implements AuthorizationContext {
  readonly now: () => number;
  readonly random: () => number;
  readonly nonce: () => string;
  readonly fetch: typeof globalThis.fetch;
  readonly signing: SigningDescriptor;
  readonly cloud: string | undefined;
  readonly region: string | undefined;
  readonly projectId: string | undefined;
  readonly onRefresh: (reason: RefreshReason) => void;
  readonly #cancellation: Cancellation;

  constructor(call: Attempted, settings: AttemptSettings, cancellation: Cancellation) {
    const { clock, onEvent, skew } = settings;
    const now = () => clock.now() + skew.offsetMs;
    const onRefresh = (reason: RefreshReason) => emit(onEvent, { type: "refresh", ...call.context, reason });
    this.now = now;
    this.random = settings.random;
    this.nonce = settings.nonce;
    this.fetch = settings.fetch;
    this.signing = call.signing;
    this.cloud = settings.cloud;
    this.region = settings.region;
    this.projectId = settings.projectId;
    this.onRefresh = onRefresh;
    this.#cancellation = cancellation;
  }

  /** Made only where a login asks for it. */
  get signal(): AbortSignal {
    return this.#cancellation.signal;
  }
}

/**
 * One attempt: authorises the request as it stands, sends it, reads the answer to its end. What arrives
 * after the cancellation is let go of. Where a kept connection turns out to have been closed meanwhile, the
 * request is signed anew and sent once more.
 * @throws ConnectionError where no answer came, it broke off, or it was a redirect (`redirect_refused`)
 * @throws ContractError where the body is over the limit or cannot be decompressed
 * @throws whatever the authentication throws
 */
export async function send(
  call: Attempted,
  settings: AttemptSettings,
  attempt: number,
  cancellation: Cancellation,
  again = false,
): Promise<Sent> {
  const { request } = call;
  const surroundings = new Surroundings(call, settings, cancellation);
  const added = await settings.auth.authorize(request, surroundings);
  cancellation.throwIfCancelled();
  // Properties that are added to a spread copy take V8 twenty times as long.
  const headers: Record<string, string> = Object.assign({}, request.headers, added);
  let status = 0;
  try {
    const incoming = await settings.transport(
      { method: request.method, url: request.url, headers, body: request.body },
      cancellation,
    );
    const { body } = incoming;
    if (cancellation.cancelled) body?.discard();
    cancellation.throwIfCancelled();
    status = incoming.status;
    if (status >= 300 && status < 400) {
      body?.discard();
      throw redirectRefused(call, attempt, redact(incoming.header("location") ?? "", secretsIn(headers)));
    }
    // The status and the first words of a refusal are worth more than its broken body.
    const text = await readBody(body, { maxBytes: settings.maxResponseBytes, partial: status >= 400 });
    const safe = (words: string) => redact(words, secretsIn(headers, words.length));
    const header = (name: string) => {
      const value = incoming.header(name);
      return value && safe(value);
    };
    return { answer: { status, header, text, attempt, redact: safe }, headers };
  } catch (thrown) {
    if (again || !isStale(thrown)) throw toError(thrown, call, attempt, status, headers);
  }
  cancellation.throwIfCancelled();
  return send(call, settings, attempt, cancellation, true);
}

/** The values among a request's headers that nothing may quote; of them, those that fit into so many characters. */
export function secretsIn(headers: SentHeaders, longest = Number.POSITIVE_INFINITY): string[] {
  const secrets: string[] = [];
  for (const name in headers) {
    const value = headers[name] ?? "";
    if (value.length <= longest && /auth|token|cookie/i.test(name)) secrets.push(value);
  }
  return secrets;
}

/** Names the origin alone: the path and query of a target can hold anything. */
function redirectRefused({ context, request }: Attempted, attempts: number, location: string) {
  const target =
    location !== "" && URL.canParse(location, request.url)
      ? new URL(location, request.url).origin
      : "an unnamed place";
  return new ConnectionError(
    `${request.url.host} redirects to ${target}, where no credential may follow: check the base URL`,
    { ...context, code: "redirect_refused", attempts },
  );
}

/** Codes of zlib, brotli and zstd for bytes that are none of theirs; `Z_BUF_ERROR` tells of missing ones. */
const undecodable = /^(Z_(?!BUF)|ERR__ERROR_|ZSTD_)/;

/** What was thrown, in this package's classes. The innermost cause says most: the others, "fetch failed". */
function toError(
  thrown: unknown,
  { context, request }: Attempted,
  attempts: number,
  status: number,
  headers: SentHeaders,
): BackupRecordsError {
  if (thrown instanceof BackupRecordsError) return thrown;
  if (thrown instanceof UnreadableAnswer) {
    return new ContractError(`the answer cannot be read: ${thrown.message}`, { ...context, status });
  }
  const cause = safeCause(thrown, (words) => redact(words, secretsIn(headers)));
  let code = "network";
  let words = "";
  for (let at: unknown = cause; at instanceof Error; at = at.cause) {
    words = at.message || words;
    if ("code" in at && typeof at.code === "string") code = at.code;
  }
  if (undecodable.test(code)) {
    return new ContractError(`the answer cannot be decompressed (${code})`, { ...context, status });
  }
  const what = status === 0 ? "no answer came" : "the answer broke off";
  return new ConnectionError(`${what} from ${request.url.host} (attempt ${attempts}, ${code}): ${words}`, {
    ...context,
    code,
    attempts,
    cause,
  });
}
