/** How often each value was seen. */
export type Tally = Readonly<Record<string, number>>;

/** What a server saw while one side was at work. */
export interface Seen {
  readonly requests: number;
  readonly methods: Tally;
  /** Path and query, the parameters sorted. */
  readonly targets: Tally;
  readonly statuses: Tally;
  /** Bytes of the response bodies. */
  readonly responseBytes: number;
  /** `Authorization` headers by scheme; `absent` and `malformed` are counted beside them. */
  readonly authorization: Tally;
  /** Connections that were opened. */
  readonly connections: number;
  /** Maximum number of requests in progress at once. */
  readonly maxInFlight: number;
}

/**
 * Whether a side signs each of its requests and a server that checks signatures accepted one of them. `none` if it
 * does not sign.
 */
export type Signature = "accepted" | "rejected" | "none";

/** What one side did in one or more rounds, as counted by the side and by the server. */
export interface Work {
  readonly name: string;
  readonly signature: Signature;
  readonly calls: number;
  /** Calls that failed. */
  readonly errors: number;
  /** Records that the caller received. */
  readonly records: number;
  /** Calls at once. */
  readonly concurrency: number;
  readonly requestsPerCall: number;
  /** Summed over the rounds; `connections` and `maxInFlight` are the maximum of one round. */
  readonly seen: Seen;
}

/** What a server saw if nothing was sent. */
export const nothingSeen: Seen = {
  requests: 0,
  methods: {},
  targets: {},
  statuses: {},
  responseBytes: 0,
  authorization: {},
  connections: 0,
  maxInFlight: 0,
};

/** One exchange, as a server counts it. */
export interface Exchange {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly responseBytes: number;
  readonly authorization: string | undefined;
}

/** Counts what a server sees. */
export class SeenCounter {
  #requests = 0;
  #responseBytes = 0;
  #connections = 0;
  #inFlight = 0;
  #maxInFlight = 0;
  #methods = new Map<string, number>();
  #targets = new Map<string, number>();
  #statuses = new Map<string, number>();
  #authorization = new Map<string, number>();

  exchanged({ method, target, status, responseBytes, authorization }: Exchange): void {
    this.#requests++;
    this.#responseBytes += responseBytes;
    increment(this.#methods, method);
    increment(this.#targets, target);
    increment(this.#statuses, String(status));
    increment(this.#authorization, schemeOf(authorization));
  }

  connected(): void {
    this.#connections++;
  }

  began(): void {
    this.#maxInFlight = Math.max(this.#maxInFlight, ++this.#inFlight);
  }

  ended(): void {
    this.#inFlight--;
  }

  /** Returns what was counted since the last time, and starts again. */
  take(): Seen {
    const targets = new Map<string, number>();
    for (const [target, times] of this.#targets) increment(targets, sortedTarget(target), times);
    const seen: Seen = {
      requests: this.#requests,
      methods: Object.fromEntries(this.#methods),
      targets: Object.fromEntries(targets),
      statuses: Object.fromEntries(this.#statuses),
      responseBytes: this.#responseBytes,
      authorization: Object.fromEntries(this.#authorization),
      connections: this.#connections,
      maxInFlight: this.#maxInFlight,
    };
    for (const tally of [this.#methods, this.#targets, this.#statuses, this.#authorization]) tally.clear();
    this.#requests = this.#responseBytes = this.#connections = 0;
    this.#maxInFlight = this.#inFlight;
    return seen;
  }
}

/** Adds two rounds. */
export function addSeen(one: Seen, other: Seen): Seen {
  return {
    requests: one.requests + other.requests,
    methods: addTally(one.methods, other.methods),
    targets: addTally(one.targets, other.targets),
    statuses: addTally(one.statuses, other.statuses),
    responseBytes: one.responseBytes + other.responseBytes,
    authorization: addTally(one.authorization, other.authorization),
    connections: Math.max(one.connections, other.connections),
    maxInFlight: Math.max(one.maxInFlight, other.maxInFlight),
  };
}

/** Sorts the parameters of a path and query. Their order is no difference in work. */
export function sortedTarget(target: string): string {
  const [path = "", query] = target.split("?", 2);
  return query === undefined ? path : `${path}?${query.split("&").sort().join("&")}`;
}

/** The form of a well-formed header of each scheme. */
const SCHEMES = new Map([
  [
    "SDK-HMAC-SHA256",
    /^SDK-HMAC-SHA256 (Access|Credential)=[^, ]+, SignedHeaders=[\w;-]+, Signature=[0-9a-f]{64}$/,
  ],
  ["ACS3-HMAC-SHA256", /^ACS3-HMAC-SHA256 Credential=[^, ]+,SignedHeaders=[\w;-]+,Signature=[0-9a-f]{64}$/],
]);

/** Returns the scheme of an `Authorization` header, `absent` or `malformed`. */
export function schemeOf(header: string | undefined): string {
  if (header === undefined) return "absent";
  const name = header.split(" ", 1)[0] ?? "";
  return SCHEMES.get(name)?.test(header) ? name : "malformed";
}

/** Returns why two sides must not be compared. Empty if they did the same work. */
export function differences(one: Work, other: Work): string[] {
  return [...faults(one), ...faults(other), ...compareWork(one, other)];
}

/** What rules a side out in every comparison. */
function faults(work: Work): string[] {
  const { name, seen, calls, errors, concurrency, signature } = work;
  const found: string[] = [];
  if (calls === 0) found.push(`${name} made no call`);
  if (errors > 0) found.push(`${errors} of ${calls} calls of ${name} failed`);
  const failed = seen.requests - (seen.statuses["200"] ?? 0);
  if (failed !== 0) found.push(`${failed} requests of ${name} had a status other than 200`);
  const expected = calls * work.requestsPerCall;
  if (seen.requests !== expected) found.push(`${name} sent ${seen.requests} requests (expected ${expected})`);
  if (seen.connections > concurrency) {
    found.push(
      `${name} opened ${seen.connections} connections for ${concurrency} calls at once: no keep-alive`,
    );
  }
  if (signature !== "none") {
    const { absent = 0, malformed = 0 } = seen.authorization;
    if (absent + malformed > 0) {
      found.push(`${absent + malformed} requests of ${name} had no well-formed Authorization header`);
    }
  }
  if (signature === "rejected") found.push(`no signature of ${name} was accepted`);
  return found;
}

function compareWork(one: Work, other: Work): string[] {
  const found: string[] = [];
  const compare = (what: string, ours: string | number, theirs: string | number) => {
    if (ours !== theirs) found.push(`${what}: ${one.name} ${ours}, ${other.name} ${theirs}`);
  };
  const compareTallies = (what: string, ours: Tally, theirs: Tally) => {
    const [odd] = [...Object.keys(ours), ...Object.keys(theirs)].filter((key) => ours[key] !== theirs[key]);
    if (odd !== undefined) compare(`${what} ${odd}`, ours[odd] ?? 0, theirs[odd] ?? 0);
  };
  compare("calls", one.calls, other.calls);
  compare("calls at once", one.concurrency, other.concurrency);
  compareTallies("method", one.seen.methods, other.seen.methods);
  compareTallies("target", one.seen.targets, other.seen.targets);
  compare("response bytes", one.seen.responseBytes, other.seen.responseBytes);
  compare("records received", one.records, other.records);
  compare("signature", one.signature, other.signature);
  compareTallies("authorization", one.seen.authorization, other.seen.authorization);
  return found;
}

function addTally(one: Tally, other: Tally): Tally {
  const sum = new Map(Object.entries(one));
  for (const [key, count] of Object.entries(other)) increment(sum, key, count);
  return Object.fromEntries(sum);
}

function increment(tally: Map<string, number>, key: string, by = 1): void {
  tally.set(key, (tally.get(key) ?? 0) + by);
}
