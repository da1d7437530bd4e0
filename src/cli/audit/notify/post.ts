import { setTimeout as delay } from "node:timers/promises";
import { duration } from "../../../audit/words.js";
import { BackupRecordsError, BrokenResponse } from "../../../core/errors.js";
import { fetchTransport, type Transport } from "../../../core/transport.js";
import { proxiedFetch } from "../../../node/proxied-fetch.js";
import { createNodeTransport } from "../../../node/transport.js";
import type { Environment } from "../../terminal.js";
import type { Receiver } from "./receiver.js";

/** What became of a message. `refused`: the receiver does not want this one. `unreachable`: nobody took it. */
export type Delivery =
  | { readonly kind: "delivered" }
  | { readonly kind: "refused" | "unreachable"; readonly why: string };

/** What is posted, and for how long that is tried. */
export interface Posting {
  /** A path below the URL of the receiver; empty for the URL itself. */
  readonly below?: string;
  readonly contentType: string;
  readonly body: string;
  readonly attempts: number;
  /** Maximum time of one attempt, in milliseconds. */
  readonly timeout: number;
  /** Ends the posting early. */
  readonly signal?: AbortSignal | undefined;
}

/** Posts a message. Never throws. */
export type Post = (receiver: Receiver, posting: Posting) => Promise<Delivery>;

/** What a test replaces. */
export interface PostContext {
  readonly transport: Transport;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/** The transport of the client, through the proxies that the environment names. */
export function openPost(env: Environment): Post {
  const fetch = proxiedFetch(env);
  const transport = fetch === undefined ? createNodeTransport() : fetchTransport(fetch);
  return createPost({
    transport,
    pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
  });
}

/** Before the second attempt, in milliseconds; twice as long before each further one. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 10_000;

/** A receiver's response is read to see that it came. */
const MAX_BYTES = 65_536;

export function createPost({ transport, pause }: PostContext): Post {
  return async (receiver, posting) => {
    const { attempts, signal } = posting;
    let last: Delivery = { kind: "unreachable", why: "the audit was ended" };
    for (let attempt = 1; attempt <= attempts && signal?.aborted !== true; attempt++) {
      if (attempt > 1) await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 2)), signal);
      if (signal?.aborted) break;
      last = await postOnce(transport, receiver, posting);
      if (last.kind !== "unreachable") break;
    }
    return last;
  };
}

async function postOnce(
  transport: Transport,
  receiver: Receiver,
  { below = "", contentType, body, timeout, signal }: Posting,
): Promise<Delivery> {
  const time = AbortSignal.timeout(timeout);
  const limits = {
    maxBytes: MAX_BYTES,
    signal: signal === undefined ? time : AbortSignal.any([time, signal]),
  };
  try {
    const { status } = await transport(receiver.request(below, contentType, body), limits);
    return deliveryOf(status);
  } catch (error) {
    // The status is what counts; the rest of the response is not needed.
    if (error instanceof BrokenResponse) return deliveryOf(error.status);
    if (signal?.aborted) return { kind: "unreachable", why: "the audit was ended" };
    if (time.aborted) return { kind: "unreachable", why: `no response came within ${duration(timeout)}` };
    return { kind: "unreachable", why: describeFailure(error) };
  }
}

function deliveryOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { kind: "delivered" };
  if (status >= 300 && status < 400) {
    return { kind: "unreachable", why: `it redirects (${status}); write the URL that it redirects to` };
  }
  const passing = status >= 500 || status === 408 || status === 429;
  return { kind: passing ? "unreachable" : "refused", why: `it responded ${status}` };
}

/** Never the text of an error that may quote the URL. */
function describeFailure(error: unknown): string {
  // Of a proxy's variable, which it names without its value.
  if (error instanceof BackupRecordsError) return error.message;
  let code = "";
  let proxy = "";
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") code = at.code;
    if (/\bproxy\b/.test(at.message)) proxy = at.message;
  }
  const hint = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/.test(code)
    ? "; if its certificate is signed by an authority of your own, name that in NODE_EXTRA_CA_CERTS"
    : "";
  if (proxy !== "") return proxy + hint;
  return `no response came${code === "" ? "" : ` (${code})`}${hint}`;
}
