import { ConfigurationError } from "../../core/errors.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Holds the password of the queue's Redis where the URL has none, so that no process list shows it. */
export const PASSWORD_VARIABLE = "BACKUP_RECORDS_QUEUE_PASSWORD";

/** Where the queue's Redis is, checked. */
export interface QueueAddress {
  /** For people: scheme, host, port and database, without user and password. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly tls: boolean;
}

/**
 * Reads `redis://[user[:password]@]host[:port][/database]`, or `rediss://` for TLS.
 * @throws ConfigurationError that says what is wrong and never quotes the text, which may hold a password
 */
export function readQueueUrl(text: string, env: Variables = {}): QueueAddress {
  const form = "write it as redis://host:6379, or rediss:// for TLS";
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new ConfigurationError(`The queue's URL cannot be read; ${form}`);
  }
  const { protocol, hostname, port, pathname, search, hash } = url;
  if (protocol !== "redis:" && protocol !== "rediss:") {
    throw new ConfigurationError(`The queue's URL begins with ${protocol}//, not redis://; ${form}`);
  }
  if (hostname === "") throw new ConfigurationError(`The queue's URL names no host; ${form}`);
  const database = /^\/?(\d{0,5})$/.exec(pathname)?.[1];
  if (database === undefined || search !== "" || hash !== "") {
    throw new ConfigurationError(
      "The queue's URL has more behind the host than the number of a database; write e.g. redis://host:6379/1",
    );
  }
  const host = decode(hostname).replace(/^\[(.*)\]$/, "$1");
  const place = `${hostname}:${port || "6379"}${database === "" ? "" : `/${database}`}`;
  return {
    shown: `${protocol}//${place}`,
    host,
    port: Number(port || "6379"),
    database: Number(database),
    username: decode(url.username) || undefined,
    password: decode(url.password) || env[PASSWORD_VARIABLE] || undefined,
    tls: protocol === "rediss:",
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
