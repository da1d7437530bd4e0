/** The package's own simulator in a process of its own. A second port returns the counts. */
import { subscribe } from "node:diagnostics_channel";
import { createServer } from "node:http";
import type { MockOptions } from "../../src/mock/index.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { listen } from "../lib/servers.js";
import { SeenCounter } from "../lib/work.js";

const options: MockOptions = JSON.parse(process.argv[2] ?? "{}");
const { startMock } = await importEntry("mock");
const { systemClock } = await importEntry("index");
// The simulated time stands still, so that both sides of a row get the same records in the same states.
const begun = Date.now();
const seen = new SeenCounter();
const control = createServer((_, response) => response.end(JSON.stringify(seen.take())));

/** Returns the message, or undefined if it is about a request to `control`. */
function ofSimulator(message: unknown): { readonly socket?: unknown } | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  return "server" in message && message.server === control ? undefined : message;
}

// A set that keeps no socket alive knows which of them had a request before.
const known = new WeakSet<object>();
subscribe("http.server.request.start", (message) => {
  const request = ofSimulator(message);
  if (request === undefined) return;
  seen.began();
  const { socket } = request;
  if (typeof socket !== "object" || socket === null || known.has(socket)) return;
  known.add(socket);
  seen.connected();
});
subscribe("http.server.response.finish", (message) => {
  if (ofSimulator(message) !== undefined) seen.ended();
});

const { urls, resources } = await startMock({
  ...options,
  mode: "simulate",
  clock: { ...systemClock, now: () => begun },
  onRequest({ method, url, status, responseHeaders, responseBody, headers }) {
    const length = responseHeaders["content-length"];
    const responseBytes = length === undefined ? Buffer.byteLength(responseBody) : Number(length);
    seen.exchanged({
      method,
      target: url,
      status: status ?? 0,
      responseBytes,
      authorization: headers["authorization"],
    });
  },
});

ready({ urls, resources, control: await listen(control) });
