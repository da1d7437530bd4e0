import type { Auth, AuthorizationContext, OutgoingRequest } from "../../src/core/auth.js";

/** A context with fixed values; a test overrides what it needs. */
export function authContext(fields: Partial<AuthorizationContext> = {}): AuthorizationContext {
  let nonces = 0;
  return {
    now: () => Date.UTC(2026, 0, 1),
    random: () => 0.5,
    nonce: () => `nonce-${++nonces}`,
    fetch: () => Promise.reject(new Error("no request was expected")),
    signing: { service: "dcs" },
    ...fields,
  };
}

/** A GET request without headers or body; a test overrides what it needs. */
export function outgoing(url: string, fields: Partial<Omit<OutgoingRequest, "url">> = {}): OutgoingRequest {
  return { method: "GET", headers: {}, body: "", ...fields, url: new URL(url) };
}

/** Authorises a request and sends it, once. */
export async function sendSigned(
  auth: Auth,
  request: OutgoingRequest,
  context: AuthorizationContext,
): Promise<Response> {
  const added = await auth.authorize(request, context);
  return fetch(request.url, {
    method: request.method,
    headers: { ...request.headers, ...added },
    redirect: "error",
    ...(request.body === "" ? {} : { body: request.body }),
  });
}
