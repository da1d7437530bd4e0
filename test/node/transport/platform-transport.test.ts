import undici from "undici";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Cancellation } from "../../../src/core/engine/cancellation.js";
import type { Transport } from "../../../src/core/engine/transport.js";
import { platformTransport } from "../../../src/node/transport/platform-transport.js";
import { type FaultServer, reply, startFaultServer } from "../../support/fault-server.js";

let server: FaultServer;
const fetching = vi.fn<Transport>(() => Promise.reject(new Error("by fetch")));
/** Where undici's versions keep the dispatcher of the process, and what is there: Node 26 has one in each. */
const places = [Symbol.for("undici.globalDispatcher.1"), Symbol.for("undici.globalDispatcher.2")];
const usual = places.map((place): unknown => Reflect.get(globalThis, place));

beforeEach(async () => {
  fetching.mockClear();
  server = await startFaultServer([reply(204)]);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const [at, place] of places.entries()) Reflect.set(globalThis, place, usual[at]);
  await server.close();
});

/** Whether a call goes by fetch. */
async function byFetch(transport = platformTransport(fetching)): Promise<boolean> {
  const request = { method: "GET", url: new URL(server.url), headers: {}, body: "" };
  const answer = await transport(request, new Cancellation()).catch(() => null);
  answer?.body?.discard();
  return answer === null;
}

test("a client on Node goes by fetch only where that was replaced or given a dispatcher", async () => {
  const transport = platformTransport(fetching);
  expect([await byFetch(transport), await byFetch(transport)]).toEqual([false, false]);
  vi.stubGlobal("fetch", () => {});
  expect(await byFetch(transport)).toBe(true);
  vi.unstubAllGlobals();
  expect(await byFetch(transport)).toBe(false);
});

test("a fetch that was replaced before anything of this package was loaded is noticed, too", async () => {
  vi.stubGlobal("fetch", async () => new Response());
  expect(await byFetch(platformTransport(fetching))).toBe(true);
});

test.each<[string, boolean, () => undici.Dispatcher]>([
  ["an agent as Node sets it", false, () => new undici.Agent()],
  ["an agent with certificates of its own", true, () => new undici.Agent({ connect: { ca: "fake" } })],
  ["an agent with interceptors", true, () => new undici.Agent().compose(undici.interceptors.retry())],
  ["a proxy", true, () => new undici.ProxyAgent("http://127.0.0.1:9")],
  ["a mock", true, () => new undici.MockAgent()],
])("%s for the whole process: by fetch %s", async (_what, expected, dispatcher) => {
  undici.setGlobalDispatcher(dispatcher());
  expect(await byFetch()).toBe(expected);
});

test("what is cancelled while the first call loads its client is never sent", async () => {
  const cancellation = new Cancellation();
  const request = { method: "GET", url: new URL(server.url), headers: {}, body: "" };
  const asked = platformTransport(fetching)(request, cancellation);
  cancellation.cancel(new Error("enough"));
  await expect(asked).rejects.toThrow("enough");
  expect(server.accepted).toBe(0);
});
