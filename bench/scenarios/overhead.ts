/** What a client adds to a call if the network costs nothing: a stub `fetch` and a token, no signature. */
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "../../generated/dcs/types.js";
import { countRecords } from "../clients/client.js";
import { callHeadings, callLines, measure, measureNote, type Side, timesTheTime } from "../lib/measure.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { pages } from "../lib/servers.js";
import { SeenCounter } from "../lib/work.js";

interface Arguments {
  readonly calls: number;
  readonly rounds: number;
  readonly minWarmUp: number;
  readonly maxWarmUp: number;
}

const { calls, rounds, minWarmUp, maxWarmUp }: Arguments = JSON.parse(process.argv[2] ?? "{}");
const baseUrl = "http://127.0.0.1:9";
const names = { project_id: "fake-project-id", instance_id: "fake-instance-id" };
const page = readFileSync(pages.dcs);
const counter = new SeenCounter();

const stub: typeof globalThis.fetch = async (input, init) => {
  const request = input instanceof Request ? input : undefined;
  const { pathname, search } = new URL(request?.url ?? String(input));
  const token = request
    ? request.headers.get("x-auth-token")
    : Reflect.get(init?.headers ?? {}, "x-auth-token");
  counter.exchanged({
    method: request?.method ?? init?.method ?? "GET",
    target: pathname + search,
    status: token === "fake-token" ? 200 : 401,
    responseBytes: page.length,
    authorization: undefined,
  });
  return new Response(page, { headers: { "content-type": "application/json" } });
};

const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const dcs = createDcsClient({
  baseUrl,
  projectId: names.project_id,
  auth: token("fake-token"),
  fetch: stub,
  onDrift: () => {},
});
const own: Side = {
  name: "backup-records",
  signature: "none",
  call: async () => (await dcs.listBackupRecords({ instance_id: names.instance_id, limit: 10 })).items.length,
};
const bareClient = createClient<paths>({ baseUrl, fetch: stub, headers: { "x-auth-token": "fake-token" } });
const bare: Side = {
  name: "bare openapi-fetch",
  signature: "none",
  async call() {
    const params = { path: names, query: { limit: 10, offset: 0 } };
    const { data } = await bareClient.GET("/v2/{project_id}/instances/{instance_id}/backups", { params });
    if (data === undefined) throw new Error("no data");
    return countRecords(data);
  },
};

const measurement = await measure(
  [bare, own],
  { take: async () => counter.take() },
  { rounds, seconds: 18, calls, concurrency: 1, warmUp: { min: minWarmUp, max: maxWarmUp } },
);
ready({
  figures: { default: timesTheTime(measurement.sides.get(own.name), measurement.sides.get(bare.name)) },
  headings: callHeadings,
  lines: callLines(measurement),
  notes: [measureNote(measurement)],
});
