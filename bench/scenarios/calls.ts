/** Signed calls over loopback: this package, the vendor's core and clients without a library, on the same bytes. */
import { type Place, type Service, targetOf } from "../clients/client.js";
import { type ClientName, clients } from "../clients/create.js";
import {
  callHeadings,
  callLines,
  measure,
  measureNote,
  type Side,
  timesAsFast,
  timesTheTime,
} from "../lib/measure.js";
import { ready } from "../lib/process.js";
import { pages, startFixed, startSimulator } from "../lib/servers.js";

interface Arguments {
  readonly service: Service;
  readonly concurrency: number;
  readonly calls: number;
  readonly rounds: number;
  readonly minWarmUp: number;
  readonly maxWarmUp: number;
}

const { service, concurrency, calls, rounds, minWarmUp, maxWarmUp }: Arguments = JSON.parse(
  process.argv[2] ?? "{}",
);

const verifying = await startSimulator({ records: 10, auth: "verify" });
const placeAt = (baseUrl: string): Place => ({
  baseUrl,
  projectId: "fake-project-id",
  instanceId: verifying.resources[service],
  accessKeyId: "FAKE-ACCESS-KEY-ID",
  secret: "fake-secret-access-key",
});
const [path = ""] = targetOf(service, placeAt("")).split("?", 1);
const server = await startFixed({ [path]: pages[service] });

const names = new Map<ClientName, string>();
const sides: Side[] = [];
for (const client of ["raw socket", "undici", "node:http", "own", "fetch", "vendor"] as const) {
  const side = await createSide(client);
  names.set(client, side.name);
  sides.push(side);
}
await verifying.stop();

const measurement = await measure(sides, server, {
  calls,
  concurrency,
  warmUp: { min: minWarmUp, max: maxWarmUp },
  rounds,
  seconds: 20,
});
await server.stop();

const of = (client: ClientName) => measurement.sides.get(names.get(client) ?? "");
ready({
  figures: {
    "raw socket": timesTheTime(of("own"), of("raw socket")),
    "node:http": timesTheTime(of("own"), of("node:http")),
    fetch: timesAsFast(of("own"), of("fetch")),
    vendor: timesAsFast(of("own"), of("vendor")),
  },
  headings: callHeadings,
  lines: callLines(measurement),
  notes: [measureNote(measurement)],
});

/** A client, and whether the simulator accepts the signature of a call that it makes there. */
async function createSide(client: ClientName): Promise<Side> {
  const there = await clients[client](service, placeAt(verifying.urls[service]));
  const isAccepted = await there.call().then(
    (records) => records === 10,
    () => false,
  );
  const here = await clients[client](service, placeAt(server.url));
  return { ...here, signature: isAccepted ? "accepted" : "rejected" };
}
