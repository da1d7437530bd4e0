/**
 * Audits over a queue: one, two and four workers, each a process of its own, against a service that takes its
 * time and against the limit of an account; what Redis holds and what each part costs a target.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { auditOverQueue } from "../../src/audit/queue/audit.js";
import { queueKey, runKeys } from "../../src/audit/queue/keys.js";
import type { RateLimit } from "../../src/audit/target.js";
import { hasRedis, startRedis } from "../../test/queue/support/redis.js";
import { accounts, writeAccounts } from "../../test/queue/support/targets.js";
import { startWorker, type WorkerProcess } from "../../test/queue/support/workers.js";
import type { Figure, Line, Outcome } from "../lib/outcome.js";
import { ready, workFolder } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { spread } from "../lib/statistics.js";
import { makeTargets } from "../lib/targets.js";

interface Arguments {
  readonly targets: number;
  /** Targets that wait in Redis while nobody works, to weigh them. */
  readonly waiting: number;
  /** Requests a second that the limited account may send, and for how many seconds. */
  readonly limit: number;
  readonly seconds: number;
}

/** What a call of the service takes, and how many a worker has in flight: a hundred targets a second at most. */
const LATENCY_MS = 50;
const AT_ONCE = 5;

// Said last: whoever hears it ends this process, which must have ended its own by then.
ready(
  hasRedis
    ? await measure(JSON.parse(process.argv[2] ?? "{}"))
    : { figures: {}, skipped: "there is no redis-server on this machine" },
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

  /** Runs an audit to its end; seconds from its first result to its last. */
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
      if (failure !== null) throw new Error(`a target could not be asked: ${failure.message}`);
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
    // What a waiting target takes, while nobody works.
    const empty = await memory();
    const enough = new AbortController();
    const given = audit("waiting", waiting, null, enough.signal).catch(() => {});
    while ((await client.llen(queueKey("main", "wait"))) < waiting) await new Promise(setImmediate);
    const waitingBytes = ((await memory()) - empty) / waiting;
    enough.abort();
    await given;
    await client.flushall();

    const rates: number[] = [];
    let costs = "";
    let resultBytes = 0;
    for (const count of [1, 2, 4]) {
      await grow(count);
      // So that all of them have asked their first.
      await audit(`warm-${count}`, 20 * count, null);
      const before = [process.cpuUsage(), workersMs(), await redisMs()] as const;
      const took = await audit(`run-${count}`, targets, null);
      const own = process.cpuUsage(before[0]);
      const cost = [workersMs() - before[1], (await redisMs()) - before[2], (own.user + own.system) / 1000];
      if (count === 1) {
        const [worker, server, auditor] = cost.map((ms) => (ms / targets).toFixed(2));
        costs = `Processor time a target with one worker: ${worker} ms of the worker's, ${server} ms of Redis's, ${auditor} ms of the auditor's.`;
        const { results, done } = runKeys("run-1");
        const sizes = await Promise.all(
          [results, done].map((key) => client.call("MEMORY", "USAGE", key, "SAMPLES", "0")),
        );
        resultBytes = sizes.reduce((sum: number, size) => sum + Number(size), 0) / targets;
      }
      rates.push(targets / took);
      lines.push(row(`${count} ${count === 1 ? "worker" : "workers"}`, took, targets / took, ""));
    }

    // The limit holds over all of them, and four use it up as one does.
    const wanted = limit * (seconds + 1);
    const rateLimit = { requests: limit, periodMs: 1000 };
    const took = await audit("limited", wanted, rateLimit);
    const share = (wanted - limit) / took / limit;
    const used: Figure =
      share <= 1 ? spread([share]) : { refused: [`the limit was broken: ${share} times its rate`] };
    lines.push(
      row(`4 workers at ${limit} requests a second`, took, (wanted - limit) / took, share.toFixed(3)),
    );

    const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = rates;
    return {
      figures: { two: spread([two / one]), four: spread([four / one]), limit: used },
      headings: ["", "seconds", "targets a second", "times the limit's rate"],
      lines,
      notes: [
        `${targets.toLocaleString("en")} targets, ${LATENCY_MS} ms a call, ${AT_ONCE} at a time for each worker: at most ${(AT_ONCE * 1000) / LATENCY_MS} targets a second for each. At the limit the first second's requests are left out.`,
        `${costs} Redis holds ${Math.round(waitingBytes).toLocaleString("en")} bytes for a target that waits, and ${Math.round(resultBytes).toLocaleString("en")} for one that has its result.`,
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
  return { name, cells: [took.toFixed(1), Math.round(rate).toLocaleString("en"), share] };
}

/** Processor time of a process so far, in milliseconds; Linux counts it in hundredths of a second. */
function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
