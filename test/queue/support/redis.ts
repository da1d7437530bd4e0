import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathOf } from "../../support/parts.js";

/** A Redis of a test's own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Stops it as it is: it accepts connections and says nothing. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
  /** Starts it anew on the same port; what it wrote to disk is there again. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How a Redis is started. */
export interface RedisOptions {
  /** Keeps everything over a crash but the last second. */
  readonly persistent?: boolean;
  /** Default: 127.0.0.1 */
  readonly host?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** More of its settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts Redis. */
export async function startRedis(options: RedisOptions = {}): Promise<TestRedis> {
  const dir = mkdtempSync(join(tmpdir(), "backup-records-redis-"));
  const { host = "127.0.0.1", port = await freePort() } = options;
  let child: ChildProcess | undefined;
  const redis: TestRedis = {
    url: `redis://${host}:${port}`,
    port,
    async start() {
      const settings = {
        port,
        bind: host,
        dir,
        save: "",
        appendonly: options.persistent ? "yes" : "no",
        "enable-debug-command": "local",
        ...options.settings,
      };
      const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
      child = spawn(pathOf("redis-server"), args, { stdio: ["ignore", "pipe", "inherit"] });
      const { stdout } = child;
      if (stdout === null) throw new Error("Redis has no output");
      child.on("error", () => {});
      let ready = false;
      for await (const line of createInterface(stdout)) {
        ready = line.includes("Ready to accept");
        if (ready) break;
      }
      if (!ready) throw new Error("redis-server did not start");
      stdout.resume();
    },
    freeze() {
      child?.kill("SIGSTOP");
    },
    thaw() {
      child?.kill("SIGCONT");
    },
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    async stop() {
      await redis.kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
