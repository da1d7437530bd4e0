import type { IncomingHttpHeaders } from "node:http";

/** What stands in a record of an exchange where a secret stood. */
const MARK = "[redacted]";

const SECRET = /auth|token|cookie|signature|accesskey/i;

/** Headers as they may be recorded: whatever authenticates somebody is replaced. */
export function safeHeaders(headers: IncomingHttpHeaders | Record<string, string>): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) safe[name] = SECRET.test(name) ? MARK : String(value);
  }
  return safe;
}
