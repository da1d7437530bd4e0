import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A request as it arrived; `at` in milliseconds, `port` the caller's. */
export interface Arrival {
  readonly at: number;
  readonly id: string;
  readonly port: number;
}

/** A service that counts. */
export interface CountingService {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** Resolves once so many requests have arrived in all. */
  reached(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `counting.mjs`. */
export async function startService(): Promise<CountingService> {
  const child = fork(fileURLToPath(new URL("counting.mjs", import.meta.url)));
  const arrivals: Arrival[] = [];
  const waiting = new Set<() => void>();
  const [first]: { listening: number }[] = await once(child, "message");
  child.on("message", (message: Arrival) => {
    arrivals.push(message);
    for (const look of waiting) look();
  });
  return {
    url: `http://127.0.0.1:${first?.listening}`,
    arrivals,
    reached: (count) =>
      new Promise((done) => {
        const look = () => {
          if (arrivals.length < count) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** The most moments that lie within any stretch of so many milliseconds. */
export function mostWithin(periodMs: number, moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  sorted.forEach((moment, at) => {
    while (moment - (sorted[from] ?? moment) >= periodMs) from += 1;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
