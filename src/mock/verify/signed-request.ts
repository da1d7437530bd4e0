import type { Digest } from "../../auth/digest.js";
import { authorization, bodyHash, type SigningForm } from "../../auth/signature.js";
import type { Clock } from "../../core/deadline.js";
import type { MockOperation } from "../contract.js";
import type { KnownCredentials } from "../credentials.js";
import type { MockRequest } from "../messages.js";
import type { RefusalReason } from "../service-definition.js";

/** Why a request is refused, as far as the service would say. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly message?: string | undefined;
}

/** What the check of a signature needs. */
export interface VerifyContext {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly keys: KnownCredentials["keys"];
  readonly operation: MockOperation;
  /** Whether a single-use value is new. Remembers it. */
  readonly isNew: (nonce: string) => boolean;
}

/** Maximum difference between a request's date and the clock: 15 minutes, for all vendors. */
export const TOLERANCE_MS = 15 * 60 * 1000;

/** The parts of an `Authorization` header by name: `Credential`, `SignedHeaders`, `Signature` and so on. */
export function readAuthorization(header: string): Readonly<Record<string, string>> {
  const parts = header
    .slice(header.indexOf(" ") + 1)
    .split(",")
    .map((part) => part.trim());
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
}

/** Whether this is the signature of this request over these of its headers. */
export async function isSignature(
  claimed: string | undefined,
  request: MockRequest,
  names: readonly string[],
  form: SigningForm,
  digest: Digest,
): Promise<boolean> {
  const [pathname = "", ...query] = request.target.split("?");
  const headers = Object.fromEntries(names.map((name) => [name, request.headers[name] ?? ""]));
  // The signers refuse what is not printable ASCII, so it cannot have been signed.
  if (Object.values(headers).some((value) => /[^\t\x20-\x7e]/.test(value))) return false;
  const signed = {
    method: request.method,
    pathname,
    search: query.join("?"),
    headers,
    bodyHash: await bodyHash(digest, request.body),
  };
  return claimed === readAuthorization(await authorization(signed, form, digest))["Signature"];
}
