/** Signed calls over loopback: this package, the vendor's core and bare clients, on the same bytes. */
import { createRequire } from "node:module";
import { measure, type Side } from "../lib/measure.js";
import { type Figure, timesAsFast, timesTheTime } from "../lib/outcome.js";
import { PACKAGE_VARIABLE } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { pages, startFixed, startSimulator } from "../lib/servers.js";
import { roundsNote, sideHeadings, sideLines } from "../lib/side-table.js";
import { type Fixed, globalFetch, nodeHttp, openapiFetch, undici } from "../peers/limits.js";
import { ownDcs, ownStarRocks, type Unverified } from "../peers/own.js";
import { dcsRows, dcsTarget, type Place, starrocksRows, starrocksTarget } from "../peers/place.js";

interface Arguments {
  readonly service: "dcs" | "starrocks";
  readonly concurrency: number;
  readonly calls: number;
  readonly rounds: number;
  /** Whether undici is installed beside the package. */
  readonly undici: boolean;
  /** Whether to measure the other clients, too, that no target is about. */
  readonly others?: boolean;
}

const asked: Arguments = JSON.parse(process.argv[2] ?? "{}");
const { service, concurrency, calls, rounds, others = false } = asked;
const signer = { accessKeyId: "FAKE-ACCESS-KEY-ID", secret: "fake-secret-access-key" };

const verifying = await startSimulator({ records: 10, auth: "verify" });
const instanceId = verifying.resources[service];
const placeAt = (baseUrl: string): Place => ({
  baseUrl,
  projectId: "fake-project-id",
  instanceId,
  ...signer,
});
const target = service === "dcs" ? dcsTarget(placeAt("")) : starrocksTarget(placeAt(""));
const server = await startFixed({ [target.split("?", 1)[0] ?? ""]: pages[service] });
const place = placeAt(server.url);

const makeOwn = service === "dcs" ? ownDcs : ownStarRocks;
const makeVendor =
  service === "dcs"
    ? (await import("../peers/huawei-core.js")).huaweiCore
    : (await import("../peers/alibaba-core.js")).alibabaCore;

const own = await verified(makeOwn);
await own.call();
const fixed = await fixedHeaders();
const vendor = await verified(makeVendor);
const limits = [
  ...(others || !asked.undici ? [nodeHttp(fixed)] : []),
  ...(others || asked.undici ? [undici(fixed)] : []),
  ...(others ? [globalFetch(fixed), openapiFetch(place, fixed)] : []),
].map((side): Side => ({ ...side, verified: null }));

const results = await measure([own, vendor, ...limits], server, {
  rounds,
  seconds: 11,
  calls,
  concurrency,
  warmUp: 3,
});
const of = (name: string) => results.get(name);
const ours = of(own.name);
const figures: Record<string, Figure> = {
  vendor: timesAsFast(ours, of(vendor.name)),
  "node:http": timesTheTime(ours, of("bare node:http")),
  undici: timesTheTime(ours, of("undici.request")),
};
await server.stop();
await verifying.stop();
ready({
  figures: withTransport(figures),
  headings: sideHeadings,
  lines: sideLines(results.values()),
  notes: [roundsNote(results)],
});

/** A side, and whether the simulator accepted the signature of a call that it made there. */
async function verified(make: (place: Place) => Unverified | Promise<Unverified>): Promise<Side> {
  const there = await make(placeAt(verifying.urls[service]));
  const accepted = await there.call().then(
    (rows) => rows === 10,
    () => false,
  );
  return { ...(await make(place)), verified: accepted };
}

/** What this package has just sent, for the clients that only repeat it. */
async function fixedHeaders(): Promise<Fixed> {
  const [line = "", ...head] = await server.lastHead();
  const headers = head
    .map(
      (text) =>
        [text.slice(0, text.indexOf(":")).toLowerCase(), text.slice(text.indexOf(":") + 1).trim()] as const,
    )
    // What belongs to a connection is each client's own.
    .filter(([name]) => !["host", "connection", "content-length", "transfer-encoding"].includes(name));
  const method = line.startsWith("POST") ? "POST" : "GET";
  const rows = service === "dcs" ? dcsRows : starrocksRows;
  return { method, url: server.url + target, headers: Object.fromEntries(headers), rows };
}

/** Refuses every figure where the package did not find itself as the row says: beside undici, or without. */
function withTransport(found: Record<string, Figure>): Record<string, Figure> {
  const folder = process.env[PACKAGE_VARIABLE] ?? "";
  const loaded = Object.keys(createRequire(import.meta.url).cache).some((file) =>
    file.startsWith(`${folder}/node_modules/undici/`),
  );
  if (loaded === asked.undici) return found;
  const why = loaded ? "undici was loaded on Node alone" : "undici was installed and not used";
  return Object.fromEntries(Object.keys(found).map((name) => [name, { refused: [why] }]));
}
