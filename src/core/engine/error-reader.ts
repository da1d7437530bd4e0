import { parseJson } from "./json.js";
import { redact } from "./secrets.js";

/** Most characters of a vendor's words that an error repeats. */
const MOST = 2048;
/** Most characters of a code or a request id: it stands in messages, and every report quotes those. */
const MOST_ID = 256;

/** What an error answer says, whichever of the vendors' envelopes it comes in. */
export interface ErrorEnvelope {
  /** As it came, numbers as strings, at most 256 characters; empty where there is none. */
  readonly code: string;
  /** The vendor's words. Without any: the first 2 KB of the body, less its markup where it is a web page. */
  readonly message: string;
  readonly requestId: string | null;
  /** Further words, where the envelope has them. */
  readonly extMessage: string | null;
  readonly encodedAuthorizationMessage?: string;
  /** The parsed body; its text where it is no JSON. */
  readonly body: unknown;
}

/** Names of code, message and further words, in the order in which they are looked for. */
const flat = [
  ["error_code", "error_msg", "error_ext_msg"],
  ["code", "message", "ext_message"],
  ["Code", "Message", ""],
  ["ErrCode", "ErrMessage", ""],
] as const;

const cutCode = /^\s*\{[\s\S]*?"(?:error_code|code|Code|ErrCode)"\s*:\s*"?([\w.]+)/;

/**
 * Reads any error body: the gateways' `error_code`, flat `code`, `Code` or `ErrCode`, a nested `error`, or no
 * JSON at all. Never fails. `secrets`, and authenticating headers that a gateway quotes, are taken out of the text first.
 */
export function readErrorEnvelope(
  text: string,
  header: (name: string) => string | null,
  secrets?: readonly string[],
): ErrorEnvelope {
  const safe = redact(text, secrets);
  let body: unknown = safe;
  try {
    body = parseJson(safe);
  } catch {
    // Then the text is the message.
  }
  const outer = fields(body);
  const nested = fields(outer["error"]);
  const [code, message, extMessage, from] =
    flat
      .map(([c, m, x]) => [scalar(outer[c]), scalar(outer[m]), scalar(outer[x]), outer] as const)
      .find(([c, m]) => c || m) ??
    ([
      scalar(nested["code"]),
      scalar(nested["message"]) || scalar(nested["title"]),
      scalar(nested["ext_message"]),
      nested,
    ] as const);
  const encoded = scalar(from["encoded_authorization_message"]);
  return {
    // Of a body that was cut short the code can often still be told.
    code: (code || (typeof body === "string" ? (cutCode.exec(safe)?.[1] ?? "") : "")).slice(0, MOST_ID),
    message: message.slice(0, MOST) || (code ? "" : firstWords(safe)),
    requestId: requestIdOf(body, header),
    extMessage: extMessage.slice(0, MOST) || null,
    ...(encoded && { encodedAuthorizationMessage: encoded }),
    body,
  };
}

/** The id to name to the vendor's support: from the answer's headers, or else from its body. */
export function requestIdOf(body: unknown, header: (name: string) => string | null): string | null {
  const id = header("x-request-id") || header("x-acs-request-id") || requestIdIn(fields(body));
  return id.slice(0, MOST_ID) || null;
}

function requestIdIn({ request_id, RequestId }: Readonly<Record<string, unknown>>): string {
  return scalar(request_id) || scalar(RequestId);
}

/** A string or number as a string; empty for anything else. */
export function scalar(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint"
    ? String(value)
    : "";
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function firstWords(text: string): string {
  if (!/^\s*<(?:!doctype|html|head|body)\b/i.test(text)) return text.slice(0, MOST);
  const words = text.slice(0, 8192).replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ");
  return `a web page: ${words.replace(/\s+/g, " ").trim().slice(0, MOST)}`;
}
