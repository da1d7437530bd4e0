/** How time and memory grow from 1 to 256 listings at once. Needs `--expose-gc`. */
import { liveHeap, MiB } from "../lib/measure.js";
import type { GrowthPoint } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";

const { most, records }: { most: number; records: number } = JSON.parse(process.argv[2] ?? "{}");
const simulator = await startSimulator({ records });
const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const dcs = createDcsClient({
  baseUrl: simulator.urls.dcs,
  projectId: "fake-project-id",
  auth: token("fake-token"),
  onDrift: () => {},
});

async function list(): Promise<void> {
  let count = 0;
  for await (const record of dcs.listBackupRecords({ instance_id: simulator.resources.dcs, limit: 100 })) {
    if (record.backup_id !== "") count++;
  }
  if (count !== records) throw new Error(`${count} of ${records} records came`);
}

for (let warmUp = 0; warmUp < 10; warmUp++) await list();
const growth: GrowthPoint[] = [];
const connections: number[] = [];
for (let listings = 1; listings <= most; listings *= 2) {
  // Time and memory are measured one after the other: reading the size of the heap takes time.
  await simulator.take();
  const begun = performance.now();
  await Promise.all(Array.from({ length: listings }, list));
  const seconds = (performance.now() - begun) / 1000;
  connections.push((await simulator.take()).connections);
  const before = liveHeap();
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, liveHeap());
  }, 50);
  await Promise.all(Array.from({ length: listings }, list));
  clearInterval(watch);
  growth.push({ of: "listings", size: listings, seconds, heapMiB: (highest - before) / MiB });
}
await simulator.stop();
ready({
  figures: {},
  headings: [
    "listings at once",
    "seconds",
    "records a second",
    "maximum MiB of live heap",
    "connections opened",
  ],
  lines: growth.map(({ size, seconds, heapMiB }, at) => ({
    name: String(size),
    cells: [
      seconds.toFixed(3),
      Math.round((size * records) / seconds).toLocaleString("en"),
      heapMiB.toFixed(1),
      String(connections[at]),
    ],
  })),
  growth,
  notes: [`Each listing has ${records.toLocaleString("en")} records in pages of 100.`],
});
