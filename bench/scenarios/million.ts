/**
 * A listing of a million records with `for await`, compared with a hand-written loop over the same pages; how time
 * and memory grow from 10 records to a million. Needs `--expose-gc`.
 */
import { liveHeap, MiB, measure, type Side, timesAsFast } from "../lib/measure.js";
import { type GrowthPoint, single } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { spread } from "../lib/statistics.js";

const { most, rounds, rateRecords }: { most: number; rounds: number; rateRecords: number } = JSON.parse(
  process.argv[2] ?? "{}",
);
const LIMIT = 1000;
const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const options = { projectId: "fake-project-id", auth: token("fake-token"), onDrift: () => {} };

const growth: GrowthPoint[] = [];
let heapGrowth = Number.NaN;
for (let records = 10; records <= most; records *= 10) {
  const simulator = await startSimulator({ records });
  const dcs = createDcsClient({ ...options, baseUrl: simulator.urls.dcs });
  const before = liveHeap();
  let highest = before;
  let seen = 0;
  let pausedMs = 0;
  const after: number[] = [];
  const look = () => {
    const begun = performance.now();
    const heap = liveHeap();
    pausedMs += performance.now() - begun;
    highest = Math.max(highest, heap);
    return heap;
  };
  const begun = performance.now();
  for await (const record of dcs.listBackupRecords({ instance_id: simulator.resources.dcs, limit: LIMIT })) {
    if (record.backup_id === "") throw new Error("a record without its id");
    seen++;
    // After the tenth page, after the last, and about fifty times between them.
    if (seen === 10 * LIMIT || seen === records || seen % Math.max(10 * LIMIT, records / 50) === 0) {
      after.push(look());
    }
  }
  const seconds = (performance.now() - begun - pausedMs) / 1000;
  if (seen !== records) throw new Error(`${seen} of ${records} records came`);
  growth.push({ of: "records", size: records, seconds, heapMiB: (highest - before) / MiB });
  heapGrowth = (Math.max(...after) - (after[0] ?? 0)) / MiB;
  await simulator.stop();
}

const simulator = await startSimulator({ records: rateRecords });
const { dcs: baseUrl } = simulator.urls;
const { dcs: instance_id } = simulator.resources;
const dcs = createDcsClient({ ...options, baseUrl });
const own: Side = {
  name: "for await",
  signature: "none",
  async call() {
    let count = 0;
    for await (const record of dcs.listBackupRecords({ instance_id, limit: LIMIT }))
      if (record.backup_id) count++;
    return count;
  },
};
const loop: Side = {
  name: "hand-written loop over fetch",
  signature: "none",
  async call() {
    let count = 0;
    for (let offset = 0; ; offset += LIMIT) {
      const url = `${baseUrl}/v2/fake-project-id/instances/${instance_id}/backups?limit=${LIMIT}&offset=${offset}`;
      const response = await fetch(url, { headers: { "x-auth-token": "fake-token" } });
      if (!response.ok) throw new Error(String(response.status));
      const { backup_record_response: records, total_num: total } = await response.json();
      for (const record of records) if (record.backup_id) count++;
      if (count >= total) return count;
    }
  },
};
const { sides } = await measure([own, loop], simulator, {
  rounds,
  seconds: 30,
  calls: 1,
  concurrency: 1,
  // A call is a whole listing: two of them read 200,000 records.
  warmUp: { min: 2, max: 2 },
  requestsPerCall: rateRecords / LIMIT,
});
await simulator.stop();
ready({
  figures: {
    heap: single(heapGrowth),
    rate: timesAsFast(sides.get(own.name), sides.get(loop.name)),
  },
  headings: ["", "seconds", "records a second"],
  lines: [...sides.values()].map(({ work, ms }) => {
    const seconds = spread(ms).median / 1000;
    return {
      name: work.name,
      cells: [seconds.toFixed(2), Math.round(rateRecords / seconds).toLocaleString("en")],
    };
  }),
  growth,
  notes: [
    `The million was listed once. The table is of ${rateRecords.toLocaleString("en")} records in pages of ${LIMIT}, ${rounds} rounds.`,
  ],
});
