/** One listing at 50 ms a page, with one page in flight and with eight. */

import { single } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { startSimulator } from "../lib/servers.js";
import { ratios, spread } from "../lib/statistics.js";

const { pages, rounds }: { pages: number; rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const LIMIT = 10;
const simulator = await startSimulator({ records: pages * LIMIT, faults: ["latency=50"] });
const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const dcs = createDcsClient({
  baseUrl: simulator.urls.dcs,
  projectId: "fake-project-id",
  auth: token("fake-token"),
  onDrift: () => {},
});

const taken = { 1: [] as number[], 8: [] as number[] };
const refused: string[] = [];
const inFlight: number[] = [];
for (let round = 0; round < rounds; round++) {
  for (const concurrency of [1, 8] as const) {
    await simulator.take();
    const begun = performance.now();
    let last = "";
    let count = 0;
    const query = { instance_id: simulator.resources.dcs, limit: LIMIT };
    for await (const record of dcs.listBackupRecords(query, { concurrency })) {
      if (record.created_at !== undefined && last !== "" && record.created_at > last) {
        refused.push("records came out of order");
      }
      last = record.created_at ?? last;
      count++;
    }
    taken[concurrency].push(performance.now() - begun);
    const seen = await simulator.take();
    if (count !== pages * LIMIT) refused.push(`${count} of ${pages * LIMIT} records came`);
    if (seen.requests !== pages) refused.push(`${seen.requests} requests for ${pages} pages`);
    if (concurrency === 8) inFlight.push(seen.maxInFlight);
  }
}
await simulator.stop();
ready({
  figures: {
    speedup: refused.length > 0 ? { refused: [...new Set(refused)] } : spread(ratios(taken[1], taken[8])),
    "in flight": single(Math.max(...inFlight)),
  },
  headings: ["", "seconds", "maximum in flight at the server"],
  lines: [
    { name: "concurrency: 1", cells: [(spread(taken[1]).median / 1000).toFixed(2), "1"] },
    {
      name: "concurrency: 8",
      cells: [(spread(taken[8]).median / 1000).toFixed(2), String(Math.max(...inFlight))],
    },
  ],
  notes: [`${pages} pages of ${LIMIT}. The first is read alone: it says how many there are.`],
});
