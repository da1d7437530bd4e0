import { createHash } from "node:crypto";
import { isIP } from "node:net";
import type { Redis } from "ioredis";
import { type Clock, systemClock, withDeadline } from "../../core/deadline.js";
import { ConfigurationError } from "../../core/errors.js";
import { duration } from "../words.js";
import type { QueueAddress } from "./address.js";
import { backoff, classify, isFailover, oneLine, QueueError } from "./errors.js";
import { WORKERS_KEY } from "./keys.js";

type BullMQ = typeof import("bullmq");
type IORedis = typeof import("ioredis");

/** The two optional peers, loaded. */
export interface QueueLibraries {
  readonly Queue: BullMQ["Queue"];
  readonly Worker: BullMQ["Worker"];
  readonly WaitingError: BullMQ["WaitingError"];
  readonly Redis: IORedis["Redis"];
}

/**
 * Loads BullMQ and its Redis client: the one place that does, so that nothing of them is loaded without a queue.
 * @throws ConfigurationError that says what to install if one is missing
 */
export async function loadQueueLibraries(): Promise<QueueLibraries> {
  try {
    const [{ Queue, Worker, WaitingError }, { Redis }] = await Promise.all([
      import("bullmq"),
      import("ioredis"),
    ]);
    return { Queue, Worker, WaitingError, Redis };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!missing) throw error;
    throw new ConfigurationError("A queue needs bullmq and ioredis; run: npm install bullmq ioredis", {
      cause: error,
    });
  }
}

/** A connection to the queue's Redis that is rebuilt if it breaks. */
export interface QueueConnection {
  /** Its `duplicate()` makes another connection, e.g. for commands that block, which is closed with this one. */
  readonly redis: Redis;
  /** How often the connection was lost. Code that relies on the server's memory compares two readings. */
  losses(): number;
  /** Whether the connection has been lost and is not rebuilt yet. */
  isLost(): boolean;
  close(): void;
}

/** What a connection reports, and what it depends on. */
export interface ConnectionOptions {
  readonly onLost?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
  /** A refusal that cannot pass. Nothing is sent any more. */
  readonly onRefused?: ((error: QueueError) => void) | undefined;
  /** Ends the first attempt. */
  readonly signal?: AbortSignal | undefined;
  /** Must run as fast as the server's, which blocks commands for a time. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** How often a connection is tested. */
const PING_MS = 5_000;
/** A server that says nothing for so long counts as lost; longer than a blocking command of BullMQ's takes. */
const SILENCE_MS = 20_000;
/** How long a server may take to be ready once it has accepted a connection, its loading of data included. */
const HANDSHAKE_MS = 30_000;
/** How long Redis may take for the last commands. */
export const SHUTDOWN_TIMEOUT_MS = 4_000;
/** Longest pause before the next attempt to connect. */
const MAX_PAUSE_MS = 2_000;

/**
 * Connects to Redis. The first attempt must succeed. After that a lost connection is rebuilt for as long as it
 * takes, and commands wait for it. A server that has become a replica counts as lost: the name is looked up again,
 * and commands are sent once it leads to a primary.
 * @throws QueueError if the first attempt fails, or the server cannot hold a queue
 * @throws the signal's reason
 */
export async function connectQueue(
  { Redis }: Pick<QueueLibraries, "Redis">,
  address: QueueAddress,
  options: ConnectionOptions = {},
): Promise<QueueConnection> {
  const { onLost, onBack, onRefused, signal, clock = systemClock, random = Math.random } = options;
  let established = false;
  let closed = false;
  let losses = 0;
  let isLost = false;
  let failure: unknown = null;
  /** Connections in a row that led to a replica. */
  let replicas = 0;
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
    maxLoadingRetryTime: 1_000,
    // As BullMQ requires: commands wait for the connection, however long that takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) =>
      established && !closed ? backoff(times + replicas, 25, MAX_PAUSE_MS, random) : null,
    // 2: connect again and send the command again.
    reconnectOnError: (error) => (established && isFailover(error) ? 2 : false),
  });
  const copies: Redis[] = [];
  const close = () => {
    closed = true;
    for (const one of [redis, ...copies]) one.disconnect();
  };
  const watch = (one: Redis) => {
    watchSilence(one, clock);
    one.on("error", (error: unknown) => {
      failure = error;
      if (!established || closed || classify(error).kind !== "permanent") return;
      close();
      onRefused?.(refusal(address, error));
    });
  };
  // BullMQ makes its own connections in this way: they are watched and closed as all others.
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (override) => {
    const copy = duplicate(override);
    watch(copy);
    copies.push(copy);
    return copy;
  };
  const isPrimary = async () => {
    const at = losses;
    const { role } = await readServer(redis);
    if (at !== losses) return false;
    replicas = role === "slave" ? replicas + 1 : 0;
    if (role === "slave") redis.disconnect(true);
    return role !== "slave";
  };
  watch(redis);
  redis.on("close", () => {
    losses += 1;
    if (!established || closed || isLost) return;
    isLost = true;
    onLost?.();
  });
  redis.on("ready", async () => {
    if (!isLost || !(await isPrimary().catch(() => false))) return;
    isLost = false;
    // What they are connected to may be a replica by now, and answer all the same.
    for (const copy of copies) copy.disconnect(true);
    onBack?.();
  });
  const begin = async () => {
    await redis.connect();
    // A database that does not exist is no failure to ioredis: it stays with the first one.
    await redis.select(address.database);
    checkServer(await readServer(redis), address);
    // A user that may run no scripts is told so before there is work.
    await createScript(redis, "return redis.call('EXISTS', KEYS[1])")([WORKERS_KEY], []);
  };
  try {
    const late = () => new Error(`no complete reply within ${duration(HANDSHAKE_MS)}`);
    await withDeadline({ clock, ms: HANDSHAKE_MS, signal }, late, begin);
    established = true;
  } catch (error) {
    redis.disconnect();
    if (error instanceof QueueError || signal?.aborted) throw error;
    throw connectProblem(address, failure ?? error);
  }
  return {
    redis,
    losses: () => losses,
    isLost: () => isLost,
    close,
  };
}

/** A permanent refusal in words. */
export function refusal({ shown }: Pick<QueueAddress, "shown">, error: unknown): QueueError {
  return new QueueError(`Redis at ${shown} refuses: ${classify(error).message}`, { cause: error });
}

/** What of `INFO` decides whether a server can hold the queue. */
interface ServerInfo {
  readonly version: string;
  readonly role: string;
  readonly isCluster: boolean;
}

async function readServer(redis: Redis): Promise<ServerInfo> {
  const info = await redis.info();
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
  return {
    version: field("redis_version"),
    role: field("role"),
    isCluster: field("cluster_enabled") === "1",
  };
}

function checkServer({ version, role, isCluster }: ServerInfo, { shown }: QueueAddress): void {
  const problem = (text: string) => new QueueError(`Redis at ${shown} ${text}`);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (version !== "" && (major < 6 || (major === 6 && minor < 2))) {
    throw problem(`is version ${oneLine(version)}; the queue needs 6.2 or later`);
  }
  if (isCluster) {
    throw problem("is a cluster, which cannot hold the queue; use a single server, which may have replicas");
  }
  if (role === "slave") throw problem("is a replica, which cannot be written to; name the primary");
}

/**
 * Connects again if the server says nothing any more, as happens if it hangs or a network drops what is sent. Of the
 * timers none is left once the connection has closed.
 */
function watchSilence(redis: Redis, clock: Clock): void {
  let cancel = () => {};
  const after = (ms: number, callback: () => void) => {
    cancel();
    cancel = clock.after(ms, callback);
    return cancel;
  };
  const reconnect = () => redis.disconnect(true);
  const test = async () => {
    const mine = after(SILENCE_MS, reconnect);
    // A refusal is a sign of life, too.
    await redis.ping().catch(() => {});
    // Otherwise the reply came over a later connection, which has a test of its own.
    if (cancel === mine) after(PING_MS, test);
  };
  redis.on("connect", () => after(HANDSHAKE_MS, reconnect));
  redis.on("ready", test);
  redis.on("close", () => {
    cancel();
    cancel = () => {};
  });
}

/** Codes of a certificate that no known authority has signed. */
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/;

function connectProblem(address: QueueAddress, error: unknown): QueueError {
  const { shown, password } = address;
  const text = oneLine(error);
  if (/NOAUTH|WRONGPASS|AUTH /.test(text)) {
    const why =
      password === undefined
        ? "wants a password; set BACKUP_RECORDS_QUEUE_PASSWORD"
        : "refuses the user or the password";
    return new QueueError(`Redis at ${shown} ${why}`);
  }
  if (classify(error).kind === "permanent") return refusal(address, error);
  const reason = (error instanceof Error && "code" in error ? String(error.code) : "") || text;
  const hint = UNTRUSTED.test(reason)
    ? "; name a file with its authority's certificate in NODE_EXTRA_CA_CERTS"
    : "";
  return new QueueError(`Redis at ${shown} cannot be reached: ${reason}${hint}`);
}

/** Runs a script with keys and arguments and returns what it returns. */
export type Script = (keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown>;

/** A Lua script that is sent once and then called by its hash, and sent again to a server that has lost it. */
export function createScript(redis: Redis, lua: string): Script {
  const hash = createHash("sha1").update(lua).digest("hex");
  return async (keys, args) => {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return redis.eval(lua, keys.length, ...keys, ...args);
    }
  };
}

/** Waits for what Redis may never reply to, no longer than so many milliseconds. Never rejects. */
export async function settleWithin(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  try {
    await withDeadline(
      { clock, ms },
      () => null,
      () => work,
    );
  } catch {
    // Neither a failure nor the time matters any more.
  }
}
