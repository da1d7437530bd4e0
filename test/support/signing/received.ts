/** A request as its bytes arrived, before they are interpreted. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target, undecoded: path and query. */
  readonly target: string;
  /** Names and values in turn, as Node gives them: latin1, in order, repetitions kept. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** A response in JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An access key that a server knows. */
export interface KnownKey {
  readonly secret: string;
  /** Set for temporary credentials; a request must then carry it. */
  readonly securityToken?: string;
}

/** What a verifier needs, and what it remembers from one request to the next. */
export interface Verifier {
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Region that a scope must name; undefined accepts any. */
  readonly region: string | undefined;
  /** Service that a scope must name; undefined accepts any. */
  readonly service: string | undefined;
  /** Nonces and signatures that have been accepted; undefined accepts repetitions. */
  readonly seen: Set<string> | undefined;
}

/** The signer and the scheme, or the response that rejects the request. */
export type Verdict =
  | { readonly accepted: true; readonly scheme: "access" | "scoped" | "acs3"; readonly accessKeyId: string }
  | { readonly accepted: false; readonly reply: Reply };

/** How far a request's date may be off: 15 minutes, for both vendors. */
export const toleranceMs = 15 * 60 * 1000;

/** The values of a header, in order; the name in any case. */
export function headersOf(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? "");
  }
  return values;
}

/** The one value of a header; undefined if it is absent or repeated. */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  const values = headersOf(rawHeaders, name);
  return values.length === 1 ? values[0] : undefined;
}

/** The distinct names among the headers, lower case. */
export function namesOf(rawHeaders: readonly string[]): string[] {
  return [...new Set(rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()))];
}

/** Whether names are as a list of signed headers must be: lower case, sorted, distinct, without an underscore. */
export function isWellOrdered(names: readonly string[]): boolean {
  return names.every((name, at) => {
    const before = names[at - 1];
    return /^[a-z0-9-]+$/.test(name) && (before === undefined || before < name);
  });
}
