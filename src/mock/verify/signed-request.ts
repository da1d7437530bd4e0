import type { Digest } from "../../auth/digest.js";
import { authorization, bodyHash, type SigningForm } from "../../auth/signature.js";
import type { MockRequest } from "../message.js";

/** What an `Authorization` header says, by name: `Credential`, `SignedHeaders`, `Signature` and so on. */
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
  // What is not printable ASCII cannot have been signed, and is refused as the signers refuse it.
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
