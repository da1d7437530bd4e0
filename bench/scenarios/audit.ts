/**
 * Audits in one process: targets a second, what each costs, memory from the first to the last, requests by service
 * and verdict, and how much of a rate limit is used. Needs `--expose-gc`.
 */
import { makeTargets } from "../lib/audit-targets.js";
import { liveHeap, MiB } from "../lib/measure.js";
import { type Figure, type Line, single } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";

interface Arguments {
  readonly targets: number;
  /** Targets of each service and scenario, to count their requests. */
  readonly each: number;
  /** Requests a second that the limited account may send. */
  readonly limit: number;
  /** How long it is audited. */
  readonly seconds: number;
}

const { targets, each, limit, seconds }: Arguments = JSON.parse(process.argv[2] ?? "{}");
const CONCURRENCY = 50;
/** A month of one backup a day. */
const RECORDS = 30;

const { createClientSet, createRateLimiter, runAudit } = await importEntry("audit");
const { alibabaAccessKey, huaweiAccessKey, token } = await importEntry("auth");
const simulator = await startSimulator({ records: RECORDS });
const auth = {
  dcs: huaweiAccessKey({ accessKeyId: "FAKE-ACCESS-KEY-ID", secretAccessKey: "fake-secret-access-key" }),
  vbs: token("fake-token"),
  starrocks: alibabaAccessKey({
    accessKeyId: "FAKE-ACCESS-KEY-ID",
    accessKeySecret: "fake-secret-access-key",
  }),
};
const lines: Line[] = [];
const number = (value: number) => Math.round(value).toLocaleString("en");

// What a verdict costs in requests.
let maxRequests = 0;
for (const service of ["dcs", "vbs", "starrocks"] as const) {
  const clients = createClientSet({ auth: auth[service] });
  for (const scenario of ["i", "late", "failing", "stuck", "never", "empty"]) {
    const some = makeTargets(each, { service, baseUrl: simulator.urls[service], scenario });
    const verdicts = new Set<string>();
    let requests = 0;
    for await (const result of runAudit({ targets: some, clientsOf: () => clients })) {
      verdicts.add(result.assessment?.verdict ?? `not checked: ${result.failure?.message}`);
      requests += result.requests;
    }
    maxRequests = Math.max(maxRequests, requests / each);
    lines.push({
      name: `${service}, ${scenario === "i" ? "daily" : scenario}: ${[...verdicts].join(", ")}`,
      cells: ["", "", "", (requests / each).toFixed(2)],
    });
  }
}

// The long run. Its targets are made before it.
const clients = createClientSet({ auth: auth.dcs });
const bare = liveHeap();
const all = makeTargets(targets, { baseUrl: simulator.urls.dcs });
const perTarget = (liveHeap() - bare) / targets;
const checkpoints = [0.1, 0.5, 1].map((share) => Math.round(share * targets));
const heaps: number[] = [];
let done = 0;
let requests = 0;
let pausedMs = 0;
const cpu = process.cpuUsage();
const begun = performance.now();
for await (const result of runAudit({
  targets: all,
  clientsOf: () => clients,
  concurrency: CONCURRENCY,
})) {
  if (result.failure !== null) throw new Error(`a target was not checked: ${result.failure.message}`);
  requests += result.requests;
  done++;
  if (checkpoints.includes(done)) {
    const from = performance.now();
    heaps.push(liveHeap());
    pausedMs += performance.now() - from;
  }
}
const tookMs = performance.now() - begun - pausedMs;
const used = process.cpuUsage(cpu);
const cpuMs = (used.user + used.system) / 1000 - pausedMs;
if (done !== targets) throw new Error(`${done} of ${targets} targets came`);
const [early = Number.NaN] = heaps;
lines.unshift({
  name: `${number(targets)} targets, ${CONCURRENCY} at once`,
  cells: [
    (tookMs / 1000).toFixed(1),
    number((done * 1000) / tookMs),
    (cpuMs / done).toFixed(3),
    (requests / done).toFixed(2),
  ],
});

// A limit far below what could be sent. All requests of the first period may be sent at once.
const limited = createClientSet({
  auth: auth.dcs,
  rateLimit: createRateLimiter({ requests: limit, periodMs: 1000 }).acquire,
});
const wanted = limit * (seconds + 1);
await simulator.take();
const from = performance.now();
let sent = 0;
for await (const result of runAudit({
  targets: makeTargets(wanted, { baseUrl: simulator.urls.dcs }),
  clientsOf: () => limited,
  concurrency: CONCURRENCY,
}))
  sent += result.requests;
const limitedS = (performance.now() - from) / 1000;
const share = (sent - limit) / limitedS / limit;
const { requests: counted } = await simulator.take();
const shareFigure: Figure =
  counted === sent && sent === wanted && share <= 1
    ? single(share)
    : {
        refused: [
          `${wanted} targets, ${sent} requests, ${counted} at the simulator, ${share} times the limit`,
        ],
      };
lines.push({
  name: `at ${limit} requests a second`,
  cells: [limitedS.toFixed(1), number((sent - limit) / limitedS), "", "1.00"],
});
await simulator.stop();

ready({
  figures: {
    heap: single((Math.max(...heaps) - early) / MiB),
    "heap at most": single(Math.max(...heaps)),
    "waiting bytes": single(perTarget),
    cpu: single(cpuMs / done),
    requests: single(requests / done),
    "requests at most": single(maxRequests),
    limit: shareFigure,
  },
  headings: ["", "seconds", "targets a second", "processor ms a target", "requests a target"],
  lines,
  notes: [
    `Live heap at 10, 50 and 100 % of the targets: ${heaps.map((heap) => (heap / MiB).toFixed(1)).join(", ")} MiB, of which a waiting target takes ${number(perTarget)} bytes. ${RECORDS} records a target, DCS v2, signed. At the limit, the requests of the first second are left out: they may all be sent at once.`,
  ],
});
