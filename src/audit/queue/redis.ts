import { isIP } from "node:net";
import type { Redis } from "ioredis";
import type { QueueAddress } from "./address.js";
import { QueueError } from "./errors.js";
import type { QueueLibraries } from "./libraries.js";

/** A connection to the queue's Redis that mends itself. */
export interface QueueConnection {
  readonly redis: Redis;
  readonly shown: string;
  /** How often the connection was lost. Who counts on what the server remembers compares two readings. */
  losses(): number;
  /** Since when the connection has been lost, in milliseconds of `now`; null while it stands. */
  lostSince(): number | null;
  /** Another connection to the same place, e.g. for commands that block; it does not report. */
  another(): Redis;
  close(): void;
}

/** What is told of a connection. */
export interface ConnectionEvents {
  readonly onLost?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
}

/** A server that says nothing for so long is taken for gone; more than a blocking command of BullMQ's takes. */
const SILENCE_MS = 20_000;

/**
 * Connects to Redis. The first attempt must succeed; after that a lost connection is built up anew for as long
 * as it takes, and commands wait for it.
 * @throws QueueError where the first attempt fails
 */
export async function connectQueue(
  { Redis }: Pick<QueueLibraries, "Redis">,
  address: QueueAddress,
  { onLost, onBack }: ConnectionEvents = {},
): Promise<QueueConnection> {
  let established = false;
  let closed = false;
  let losses = 0;
  let lostSince: number | null = null;
  let failure: unknown = null;
  const redis = new Redis({
    host: address.host,
    port: address.port,
    db: address.database,
    ...(address.username !== undefined && { username: address.username }),
    ...(address.password !== undefined && { password: address.password }),
    ...(address.tls && { tls: isIP(address.host) === 0 ? { servername: address.host } : {} }),
    lazyConnect: true,
    connectTimeout: 5_000,
    keepAlive: 10_000,
    socketTimeout: SILENCE_MS,
    // As BullMQ requires: commands wait for the connection, however long that takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (established ? Math.min(50 * times, 1_000) : null),
  });
  forgetTimer(redis);
  redis.on("error", (error) => {
    failure = error;
  });
  redis.on("close", () => {
    losses += 1;
    if (!established || closed || lostSince !== null) return;
    lostSince = performance.now();
    onLost?.();
  });
  redis.on("ready", () => {
    if (lostSince === null) return;
    lostSince = null;
    onBack?.();
  });
  try {
    await redis.connect();
    // A database that is not there is no failure to ioredis: it stays with the first one.
    await redis.select(address.database);
    established = true;
  } catch (error) {
    redis.disconnect();
    throw connectProblem(address, failure ?? error);
  }
  return {
    redis,
    shown: address.shown,
    losses: () => losses,
    lostSince: () => lostSince,
    another: () => {
      const copy = redis.duplicate();
      copy.on("error", () => {});
      forgetTimer(copy);
      return copy;
    },
    close: () => {
      closed = true;
      redis.disconnect();
    },
  };
}

/**
 * A connection that closes with a command under way leaves the timer of its silence behind, which would keep the
 * process from ending, and cut the next connection.
 */
function forgetTimer(redis: Redis): void {
  const name = "socketTimeoutTimer";
  redis.on("close", () => {
    clearTimeout(Reflect.get(redis, name));
    Reflect.set(redis, name, undefined);
  });
}

function connectProblem({ shown, password }: QueueAddress, error: unknown): QueueError {
  const text = error instanceof Error ? error.message : String(error);
  if (/NOAUTH|WRONGPASS|AUTH /.test(text)) {
    const why = password === undefined ? "wants a password" : "refuses the user or the password";
    return new QueueError(`Redis at ${shown} ${why}`);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = code || text.replace(/\s+/g, " ").trim();
  return new QueueError(`Redis at ${shown} cannot be reached: ${reason}`);
}
