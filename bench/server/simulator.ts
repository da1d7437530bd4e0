/** The package's own simulator in a process of its own, with counts of what it was asked on a second port. */
import { subscribe } from "node:diagnostics_channel";
import { createServer } from "node:http";
import type { MockOptions } from "../../src/mock/index.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { type Seen, sortedTarget } from "../lib/work.js";

const options: MockOptions = JSON.parse(process.argv[2] ?? "{}");
const { startMock } = await importEntry("mock");
const { systemClock } = await importEntry("index");
// Time stands still, so that both sides of a row are answered the same states, progress and all.
const begun = Date.now();

const empty = () => ({
  requests: 0,
  methods: {} as Record<string, number>,
  targets: {} as Record<string, number>,
  statuses: {} as Record<string, number>,
  answerBytes: 0,
  authorization: {} as Record<string, number>,
  sockets: 0,
  mostInFlight: 0,
});
let seen: ReturnType<typeof empty> & Seen = empty();
let inFlight = 0;
const count = (tally: Record<string, number>, key: string) => {
  tally[key] = (tally[key] ?? 0) + 1;
};

const control = createServer((_, response) => {
  response.end(JSON.stringify(seen));
  seen = { ...empty(), mostInFlight: inFlight };
});

const isControl = (message: unknown) =>
  typeof message === "object" && message !== null && "server" in message && message.server === control;
subscribe("http.server.request.start", (message) => {
  if (isControl(message)) return;
  seen.mostInFlight = Math.max(seen.mostInFlight, ++inFlight);
});
subscribe("http.server.response.finish", (message) => {
  if (!isControl(message)) inFlight--;
});
// A connection is a socket's first request; a set that holds none of them alive tells which is.
const known = new WeakSet<object>();
subscribe("http.server.request.start", (message) => {
  if (isControl(message) || typeof message !== "object" || message === null || !("socket" in message)) return;
  const { socket } = message;
  if (typeof socket !== "object" || socket === null || known.has(socket)) return;
  known.add(socket);
  seen.sockets++;
});

const mock = await startMock({
  ...options,
  mode: "simulate",
  clock: { ...systemClock, now: () => begun },
  onRequest({ method, url, status, responseHeaders, responseBody, headers }) {
    seen.requests++;
    const length = responseHeaders["content-length"];
    seen.answerBytes += length === undefined ? Buffer.byteLength(responseBody) : Number(length);
    count(seen.methods, method);
    count(seen.targets, sortedTarget(url));
    count(seen.statuses, String(status));
    count(seen.authorization, headers["authorization"] === undefined ? "absent" : "present");
  },
});

control.listen(0, "127.0.0.1", () => {
  const address = control.address();
  const { urls, resources } = mock;
  const port = typeof address === "object" ? address?.port : "";
  ready({ urls, resources, control: `http://127.0.0.1:${port}` });
});
