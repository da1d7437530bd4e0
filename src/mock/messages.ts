/** A request as the services of the mock see it: received whole, its service known. */
export interface MockRequest {
  readonly method: string;
  /** Path and query as they came: what a signature covers. */
  readonly target: string;
  /** The path without the service's prefix, still percent-encoded. */
  readonly path: string;
  /** The query without its `?`, still percent-encoded. */
  readonly query: string;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The id that the response is to carry. */
  readonly requestId: string;
}

/** A response before it is sent. */
export interface MockResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if there is none. */
  readonly body: string;
}

/** Responds to requests: the simulator, or Prism. */
export type Responder = (request: MockRequest) => MockResponse | Promise<MockResponse>;

/** Writes JSON as `JSON.stringify` does, and a `bigint` as an integer. */
export function toJson(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toJson(member)}`).join(",")}}`;
}
