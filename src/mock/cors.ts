import type { IncomingHttpHeaders } from "node:http";

/** Headers with which a page of any origin may read an answer. No cookie is involved, so none is allowed. */
export const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "date, retry-after, sl-violations, x-acs-request-id, x-acs-retry-after, x-request-id, x-subject-token",
};

/** The answer to a browser's question whether it may send what it is about to. */
export function preflightHeaders(asked: IncomingHttpHeaders): Record<string, string> {
  return {
    ...corsHeaders,
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": asked["access-control-request-headers"] ?? "*",
    "access-control-max-age": "600",
    // Chromium asks this before a public page may reach loopback.
    ...(asked["access-control-request-private-network"] && {
      "access-control-allow-private-network": "true",
    }),
  };
}
