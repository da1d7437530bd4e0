/** What a client adds to a call where the network costs nothing: a stub fetch and a token, no signature. */
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "../../generated/dcs/types.js";
import type { DcsClientOptions } from "../../src/dcs/index.js";
import { measure, type Side } from "../lib/measure.js";
import { type Figure, timesTheTime } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { pages } from "../lib/servers.js";
import { roundsNote, sideHeadings, sideLines } from "../lib/side-table.js";
import { nothingSeen, type Seen, sortedTarget } from "../lib/work.js";
import { dcsRows } from "../peers/place.js";

const { calls, rounds }: { calls: number; rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const baseUrl = "http://127.0.0.1:9";
const names = { project_id: "fake-project-id", instance_id: "fake-instance-id" };
const page = readFileSync(pages.dcs);

let requests = 0;
let method = "";
let target = "";
let absent = 0;
const targetOf = new Map<string, string>();
// It does next to nothing beside making the answer: what it costs is on both sides, and hides what they cost.
const stub: typeof globalThis.fetch = async (input, init) => {
  const whole = input instanceof Request;
  const address = whole ? input.url : String(input);
  requests++;
  method = (whole ? input.method : init?.method) ?? "GET";
  target = targetOf.get(address) ?? sortedTarget(new URL(address).pathname + new URL(address).search);
  targetOf.set(address, target);
  const sent = whole ? input.headers.get("x-auth-token") : Reflect.get(init?.headers ?? {}, "x-auth-token");
  if (sent !== "fake-token") absent++;
  return new Response(page, { headers: { "content-type": "application/json" } });
};
const counter = {
  async take(): Promise<Seen> {
    const seen: Seen = {
      ...nothingSeen,
      requests,
      methods: { [method]: requests },
      targets: { [target]: requests },
      statuses: { "200": requests },
      answerBytes: requests * page.length,
      authorization: { token: requests - absent, absent },
    };
    requests = absent = 0;
    return seen;
  },
};

const { createDcsClient } = await importEntry("dcs");
const { token } = await importEntry("auth");
const own = (name: string, options: Partial<DcsClientOptions>): Side => {
  const dcs = createDcsClient({
    baseUrl,
    projectId: names.project_id,
    auth: token("fake-token"),
    fetch: stub,
    ...options,
  });
  const { instance_id } = names;
  return {
    name,
    signs: "never",
    verified: null,
    call: async () => (await dcs.listBackupRecords({ instance_id, limit: 10 })).items.length,
  };
};
const bareClient = createClient<paths>({ baseUrl, fetch: stub, headers: { "x-auth-token": "fake-token" } });
const bare: Side = {
  name: "bare openapi-fetch",
  signs: "never",
  verified: null,
  async call() {
    const params = { path: names, query: { limit: 10, offset: 0 } };
    const { data } = await bareClient.GET("/v2/{project_id}/instances/{instance_id}/backups", { params });
    if (data === undefined) throw new Error("no data");
    return dcsRows(data);
  },
};

const results = await measure(
  [
    bare,
    own("backup-records", { onDrift: () => {} }),
    own("backup-records, lean", { timeout: 0, validate: "off" }),
  ],
  counter,
  { rounds, seconds: 18, calls, concurrency: 1, warmUp: 3 },
);
const peer = results.get(bare.name);
const figures: Record<string, Figure> = {
  default: timesTheTime(results.get("backup-records"), peer),
  lean: timesTheTime(results.get("backup-records, lean"), peer),
};
ready({ figures, headings: sideHeadings, lines: sideLines(results.values()), notes: [roundsNote(results)] });
