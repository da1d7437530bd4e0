/** Most connections that a client keeps to one origin; what is beyond waits for one, within its timeout. */
export const maxConnections = 256;

/** Milliseconds after which an idle connection is closed. Gateways keep theirs for a minute and more. */
export const idleTimeout = 15_000;

/** Headers that fetch adds on Node, and gateways are used to. Each gives way to one of the request's own. */
const usualHeaders: Readonly<Record<string, string>> = {
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "node",
};

/**
 * Names and values in turn, with the usual ones, behind what `list` has already: as a list they cost both
 * clients less than as an object.
 */
export function headerList(headers: Readonly<Record<string, string>>, list: string[] = []): string[] {
  for (const name in headers) list.push(name, headers[name] ?? "");
  for (const name in usualHeaders) if (!(name in headers)) list.push(name, usualHeaders[name] ?? "");
  return list;
}

/** Whether the other side closed the connection. */
export function isReset(error: Error): boolean {
  return "code" in error && ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(String(error.code));
}

/** A failure that is worth sending once more: see `isStale`. */
export function markStale(error: Error): Error {
  return Object.assign(error, { stale: true });
}
