/**
 * Audits over a queue with one, two and four workers, each a process of its own: against a slow service, and against
 * the limit of an account. Also what Redis holds and what each part costs for a target.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { auditOverQueue } from "../../src/audit/queue/audit.js";
import { queueKey, runKeys } from "../../src/audit/queue/keys.js";
import type { RateLimit } from "../../src/audit/target.js";
import { startRedis } from "../../test/queue/support/redis.js";
import { accounts, writeAccounts } from "../../test/queue/support/targets.js";
import { startWorker, type WorkerProcess } from "../../test/queue/support/workers.js";
import { lacks } from "../../test/support/parts.js";
import { makeTargets } from "../lib/audit-targets.js";
import { type Figure, type Line, type Outcome, single } from "../lib/outcome.js";
import { ready, workFolder } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";

interface Arguments {
  readonly targets: number;
  /** Targets that wait in Redis without a worker, to measure their memory. */
  readonly waiting: number;
  /** Requests a second that the limited account may send. */
  readonly limit: number;
  /** How long it is audited. */
  readonly seconds: number;
}

/** Latency of a call, and calls of a worker at once: at most a hundred targets a second. */
const LATENCY_MS = 50;
const AT_ONCE = 5;

// The last thing to do: after this message the bench ends this process, and its workers must have ended by then.
ready(
  !lacks("redis-server")
    ? await measure(JSON.parse(process.argv[2] ?? "{}"))
    : { figures: {}, skipped: "this machine has no redis-server" },
);

async function measure({ targets, waiting, limit, seconds }: Arguments): Promise<Outcome> {
  const redis = await startRedis();
  const client = new Redis(redis.url);
  const simulator = await startSimulator({ records: 30, faults: [`latency=${LATENCY_MS}`] });
  const command = { file: join(process.cwd(), "dist/cli/main.js"), bin: "", work: workFolder, clean() {} };
  const file = writeAccounts(workFolder, ["main"], simulator.urls.dcs);
  const lines: Line[] = [];
  let workers: WorkerProcess[] = [];

  const memory = async () => Number(/^used_memory:(\d+)/m.exec(await client.info("memory"))?.[1]);
  const redisMs = async () => {
    const cpu = await client.info("cpu");
    const of = (what: string) => Number(new RegExp(`^used_cpu_${what}:([\\d.]+)`, "m").exec(cpu)?.[1]) * 1000;
    return of("user") + of("sys");
  };
  const workersMs = () => workers.reduce((sum, { child }) => sum + processorMs(child.pid), 0);

  /** Runs an audit to its end. Returns the seconds from its first result to its last. */
  async function audit(runId: string, count: number, rateLimit: RateLimit | null, signal?: AbortSignal) {
    const seen = new Set<string>();
    let first = 0;
    let last = 0;
    for await (const { target, failure } of auditOverQueue({
      targets: makeTargets(count, { baseUrl: simulator.urls.dcs, account: "main" }),
      accounts: accounts({ main: rateLimit }),
      queue: redis.url,
      runId,
      signal,
    })) {
      if (failure !== null) throw new Error(`a target was not checked: ${failure.message}`);
      last = performance.now();
      if (seen.size === 0) first = last;
      seen.add(target.name);
    }
    if (seen.size !== count) throw new Error(`${seen.size} of ${count} targets came`);
    return (last - first) / 1000;
  }

  async function grow(to: number): Promise<void> {
    const more = Array.from({ length: to - workers.length }, () =>
      startWorker(command, redis.url, ["--concurrency", String(AT_ONCE), "--accounts", file]),
    );
    workers = [...workers, ...more];
    await Promise.all(more.map(({ saw }) => saw(/waiting for targets/)));
  }

  try {
    // What a waiting target takes.
    const empty = await memory();
    const enough = new AbortController();
    const waitingAudit = audit("waiting", waiting, null, enough.signal).catch(() => {});
    while ((await client.llen(queueKey("main", "wait"))) < waiting) await new Promise(setImmediate);
    const waitingBytes = ((await memory()) - empty) / waiting;
    enough.abort();
    await waitingAudit;
    await client.flushall();

    const rates: number[] = [];
    const costs: Record<string, Figure> = {};
    const notes: string[] = [];
    for (const size of [1, 2, 4]) {
      await grow(size);
      // Every worker has sent its first request before it counts.
      await audit(`warm-${size}`, 20 * size, null);
      const before = [process.cpuUsage(), workersMs(), await redisMs()] as const;
      const took = await audit(`run-${size}`, targets, null);
      const own = process.cpuUsage(before[0]);
      const cost = [workersMs() - before[1], (await redisMs()) - before[2], (own.user + own.system) / 1000];
      if (size === 1) {
        const [workerMs = 0, redisMs = 0, auditorMs = 0] = cost.map((ms) => ms / targets);
        const { results, done } = runKeys("run-1");
        const sizes = await Promise.all(
          [results, done].map((key) => client.call("MEMORY", "USAGE", key, "SAMPLES", "0")),
        );
        const resultBytes = sizes.reduce((sum: number, size) => sum + Number(size), 0) / targets;
        Object.assign(costs, {
          "worker ms": single(workerMs),
          "Redis ms": single(redisMs),
          "auditor ms": single(auditorMs),
          "waiting bytes": single(waitingBytes),
          "result bytes": single(resultBytes),
        });
        notes.push(
          `Processor time of a target with one worker: ${workerMs.toFixed(2)} ms in the worker, ${redisMs.toFixed(2)} ms in Redis, ${auditorMs.toFixed(2)} ms in the audit. Redis holds ${count(waitingBytes)} bytes for a waiting target, and ${count(resultBytes)} for one with a result.`,
        );
      }
      rates.push(targets / took);
      lines.push(row(`${size} ${size === 1 ? "worker" : "workers"}`, took, targets / took, ""));
    }

    // The limit holds for all workers together, and four use as much of it as one.
    const wanted = limit * (seconds + 1);
    const rateLimit = { requests: limit, periodMs: 1000 };
    const took = await audit("limited", wanted, rateLimit);
    const share = (wanted - limit) / took / limit;
    const used: Figure =
      share <= 1 ? single(share) : { refused: [`the audit exceeded the limit: ${share} times its rate`] };
    lines.push(
      row(`4 workers at ${limit} requests a second`, took, (wanted - limit) / took, share.toFixed(3)),
    );

    const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = rates;
    return {
      figures: { two: single(two / one), four: single(four / one), limit: used, ...costs },
      headings: ["", "seconds", "targets a second", "times the limit's rate"],
      lines,
      notes: [
        `${count(targets)} targets, ${LATENCY_MS} ms a call, ${AT_ONCE} calls at once in each worker: at most ${(AT_ONCE * 1000) / LATENCY_MS} targets a second for each. At the limit, the requests of the first second are left out.`,
        ...notes,
      ],
    };
  } finally {
    for (const { child } of workers) child.kill("SIGTERM");
    await Promise.all(workers.map(({ ended }) => ended));
    client.disconnect();
    await Promise.all([redis.stop(), simulator.stop()]);
  }
}

function row(name: string, took: number, rate: number, share: string): Line {
  return { name, cells: [took.toFixed(1), count(rate), share] };
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** Processor time of a process so far, in milliseconds. Linux counts it in hundredths of a second. */
function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
