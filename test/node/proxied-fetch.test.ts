import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isStale } from "../../src/core/transport.js";
import { proxiedFetch } from "../../src/node/proxied-fetch.js";

/** A host that only the proxy knows: its tunnel leads back to the proxy itself, which then is the server. */
const HOST = "http://service.example.invalid";
const servers: Server[] = [];
const requests: string[] = [];
let proxy = "";
/** Connections that have had a response. */
const used = new WeakSet<object>();
/** Settles once a request has come that gets no response. */
let onSilence = () => {};
const silence = new Promise<void>((resolve) => {
  onSilence = resolve;
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  server.on("connect", (_request, socket) => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    server.emit("connection", socket);
  });
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  proxy = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? "", HOST);
    requests.push(`${request.method} ${request.headers.host} ${request.url} ${await text(request)}`);
    if (pathname === "/gzip" || pathname === "/deflate") {
      const coding = pathname.slice(1);
      const body = coding === "gzip" ? gzipSync("packed") : deflateSync("packed");
      response.writeHead(200, { "content-encoding": coding }).end(body);
    } else if (pathname === "/nothing") response.writeHead(204).end();
    else if (pathname === "/moved") response.writeHead(302, { location: `${HOST}/plain` }).end("moved");
    else if (pathname === "/headers") response.writeHead(200, { "set-cookie": ["a=1", "b=2"] }).end("{}");
    else if (pathname === "/silent") onSilence();
    else if (pathname === "/closes") request.socket.destroy();
    else if (pathname === "/closes-if-kept" && used.has(request.socket)) request.socket.destroy();
    else response.end("plain");
    used.add(request.socket);
  });
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const throughProxy = () => {
  const found = proxiedFetch({ HTTP_PROXY: proxy });
  if (!found) throw new Error("no fetch");
  return found;
};

test("without a variable that names a proxy there is none", () => {
  expect(proxiedFetch({})).toBeUndefined();
  expect(proxiedFetch({ HTTPS_PROXY: "", NO_PROXY: "*" })).toBeUndefined();
});

test("method, address and body reach the proxy", async () => {
  const response = await throughProxy()(`${HOST}/plain?a=1`, { method: "POST", body: "sent" });
  expect([response.status, await response.text()]).toEqual([200, "plain"]);
  expect(requests.at(-1)).toBe("POST service.example.invalid /plain?a=1 sent");
});

test.each(["gzip", "deflate"])("a body in %s is decompressed", async (coding) => {
  const response = await throughProxy()(`${HOST}/${coding}`);
  expect(await response.text()).toBe("packed");
  expect(response.headers.get("content-encoding")).toBeNull();
});

test("a response without a body has none", async () => {
  const response = await throughProxy()(`${HOST}/nothing`);
  expect([response.status, response.body]).toEqual([204, null]);
});

test("a redirect is returned, not followed", async () => {
  const before = requests.length;
  const response = await throughProxy()(`${HOST}/moved`);
  expect([response.status, requests.length - before]).toEqual([302, 1]);
  await response.text();
});

test("a header that came twice is there twice", async () => {
  const response = await throughProxy()(`${HOST}/headers`);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  await response.text();
});

test("a kept connection that the proxy has closed is marked, so that the request is sent again", async () => {
  const fetch = throughProxy();
  const get = async (path: string) => (await fetch(`${HOST}${path}`)).text();
  expect(await get("/closes-if-kept")).toBe("plain");
  const closed = await get("/closes-if-kept").catch((error: unknown) => error);
  expect([closed, isStale(closed)]).toEqual([expect.objectContaining({ code: "ECONNRESET" }), true]);
  expect(await get("/closes-if-kept")).toBe("plain");
});

test("a new connection that is closed is not", async () => {
  const closed = await throughProxy()(`${HOST}/closes`).catch((error: unknown) => error);
  expect([closed, isStale(closed)]).toEqual([expect.objectContaining({ code: "ECONNRESET" }), false]);
});

test("NO_PROXY goes straight to the server", async () => {
  const server = await listen((_request, response) => response.end("straight"));
  const fetch = proxiedFetch({ HTTP_PROXY: proxy, NO_PROXY: "127.0.0.1" });
  expect(await (await fetch?.(server))?.text()).toBe("straight");
});

test("an aborted request rejects with the signal's error", async () => {
  const stop = new AbortController();
  const waiting = throughProxy()(`${HOST}/silent`, { signal: stop.signal });
  await silence;
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
});

test("a proxy that is gone is named", async () => {
  const gone = await listen(() => undefined);
  const server = servers.pop();
  server?.close();
  if (server) await once(server, "close");
  const fetch = proxiedFetch({ HTTPS_PROXY: gone });
  await expect(fetch?.("https://service.example.invalid/")).rejects.toThrow(new URL(gone).host);
});
