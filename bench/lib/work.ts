/** How often each thing was seen. */
export type Tally = Readonly<Record<string, number>>;

/** What a server saw while one side was at work. */
export interface Seen {
  readonly requests: number;
  readonly methods: Tally;
  /** Path and query, the parameters sorted. */
  readonly targets: Tally;
  readonly statuses: Tally;
  /** Bytes of the bodies that were answered. */
  readonly answerBytes: number;
  /** `Authorization` headers by scheme; `absent` and `malformed` beside them. */
  readonly authorization: Tally;
  /** Connections that were opened. */
  readonly sockets: number;
  /** Most requests under way at once. */
  readonly mostInFlight: number;
}

/** How a side comes by its `Authorization` header: computed for every call, or the same every time. */
export type Signs = "fresh" | "fixed" | "never";

/** What one side did in one or more rounds, by its own account and by the server's. */
export interface Work {
  readonly name: string;
  readonly signs: Signs;
  /** Whether a server that checks signatures accepted one of this side's; null where it has none to check. */
  readonly verified: boolean | null;
  /** Calls made, and how many of them failed. */
  readonly calls: number;
  readonly errors: number;
  /** Records handed over to the caller. */
  readonly records: number;
  /** Calls in flight at once. */
  readonly concurrency: number;
  /** Requests that each call takes. */
  readonly requestsPerCall: number;
  /** Over all rounds, but of `sockets` and `mostInFlight` the most in one round. */
  readonly seen: Seen;
}

/** A server's account of nothing. */
export const nothingSeen: Seen = {
  requests: 0,
  methods: {},
  targets: {},
  statuses: {},
  answerBytes: 0,
  authorization: {},
  sockets: 0,
  mostInFlight: 0,
};

/** Two rounds as one. */
export function addSeen(one: Seen, other: Seen): Seen {
  return {
    requests: one.requests + other.requests,
    methods: addTally(one.methods, other.methods),
    targets: addTally(one.targets, other.targets),
    statuses: addTally(one.statuses, other.statuses),
    answerBytes: one.answerBytes + other.answerBytes,
    authorization: addTally(one.authorization, other.authorization),
    sockets: Math.max(one.sockets, other.sockets),
    mostInFlight: Math.max(one.mostInFlight, other.mostInFlight),
  };
}

/** Path and query with the parameters sorted: their order is no difference in work. */
export function sortedTarget(target: string): string {
  const [path = "", query] = target.split("?", 2);
  return query === undefined ? path : `${path}?${query.split("&").sort().join("&")}`;
}

/** Well-formed headers of the three schemes; what a header of another shape is counted as is `malformed`. */
const SCHEMES = new Map([
  [
    "SDK-HMAC-SHA256",
    /^SDK-HMAC-SHA256 (Access|Credential)=[^, ]+, SignedHeaders=[\w;-]+, Signature=[0-9a-f]{64}$/,
  ],
  ["ACS3-HMAC-SHA256", /^ACS3-HMAC-SHA256 Credential=[^, ]+,SignedHeaders=[\w;-]+,Signature=[0-9a-f]{64}$/],
]);

/** What an `Authorization` header is counted as. */
export function schemeOf(header: string | undefined): string {
  if (header === undefined) return "absent";
  const name = header.split(" ", 1)[0] ?? "";
  return SCHEMES.get(name)?.test(header) ? name : "malformed";
}

function addTally(one: Tally, other: Tally): Tally {
  const sum: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
