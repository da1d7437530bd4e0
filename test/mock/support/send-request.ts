import { type Agent, type IncomingHttpHeaders, request } from "node:http";

/** A response, read to its end. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whether the connection had been used before. */
  readonly reusedSocket: boolean;
}

/** Sends one request exactly as it is written, on a connection of its own unless an agent keeps one. */
export function sendRequest(
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly agent?: Agent;
  } = {},
): Promise<ReceivedResponse> {
  const { method = "GET", headers = {}, body, agent = false } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk) => {
        text += chunk;
      });
      incoming.on("error", reject);
      incoming.on("end", () => {
        const { statusCode: status = 0, headers } = incoming;
        resolve({ status, headers, text, reusedSocket: outgoing.reusedSocket });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** A query, percent-encoded; undefined values are left out. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

/** Reads a parsed response member by member; undefined if there is none. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.entries(found).find(([name]) => name === String(key))?.[1];
  }
  return found;
}

/** A list of records in a parsed response. */
export function rows(value: unknown, key: string): Record<string, unknown>[] {
  const found = at(value, key);
  if (!Array.isArray(found)) throw new TypeError(`no list at ${key}`);
  return found.map((row: unknown) => ({ ...Object(row) }));
}
