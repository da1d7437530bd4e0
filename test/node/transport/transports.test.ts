import http from "node:http";
import https from "node:https";
import zlib from "node:zlib";
import undici from "undici";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Cancellation } from "../../../src/core/deadline.js";
import { readBody } from "../../../src/core/engine/body.js";
import { isStale, type Transport } from "../../../src/core/transport.js";
import { httpTransport } from "../../../src/node/transport/http-transport.js";
import { undiciTransport } from "../../../src/node/transport/undici-transport.js";
import {
  type Act,
  answerBytes,
  type FaultServer,
  reply,
  type Script,
  sendAndEnd,
  sendAndReset,
  sendAndStall,
  startFaultServer,
} from "../../support/fault-server.js";

const kinds: [string, () => Transport][] = [
  ["Node's own client", () => httpTransport(http, https, zlib)],
  ["undici's own client", () => undiciTransport(undici, zlib)],
];

const keep = { connection: "keep-alive" };
const ok = (body: string | Uint8Array, headers = {}): Act => reply(200, body, { ...keep, ...headers });
const servers: FaultServer[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(script: Script): Promise<FaultServer> {
  const server = await startFaultServer(script);
  servers.push(server);
  return server;
}

/** undici uses a connection again from the next turn of the event loop on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One call to its end. */
async function ask(transport: Transport, server: FaultServer, more = {}, cancellation = new Cancellation()) {
  const url = new URL("/a%20b?c=%2F", server.url);
  const request = { method: "GET", url, headers: { "x-a": "1" }, body: "", ...more };
  const answer = await transport(request, cancellation);
  const text = await readBody(answer.body, { maxBytes: 1_000 });
  await turn();
  return { answer, text };
}

const failure = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error: unknown) => error);

describe.each(kinds)("%s", (_, create) => {
  test("sends what it is given, and what gateways are used to", async () => {
    const server = await start([ok("text")]);
    const transport = create();
    await ask(transport, server);
    await ask(transport, server, { method: "POST", headers: { "user-agent": "mine" } });
    await ask(transport, server, { method: "POST", headers: {}, body: "é" });
    const [get, post, body] = server.requests;
    expect(get).toMatchObject({ method: "GET", target: "/a%20b?c=%2F", body: "" });
    const usual = { "accept-encoding": "gzip, deflate, br", "user-agent": "node" };
    const connection = { connection: "keep-alive", host: `127.0.0.1:${server.port}` };
    expect(get?.headers).toEqual({ ...connection, ...usual, "x-a": "1" });
    expect(post?.headers).toMatchObject({ "user-agent": "mine", "content-length": "0" });
    expect(body).toMatchObject({ body: Buffer.from("é").toString("latin1") });
    expect(server.accepted).toBe(1);
  });

  test("tells status and headers, whatever the case of their names", async () => {
    const head = "HTTP/1.1 418 -\r\nX-One: 1\r\nX-Two: a\r\nx-two: b\r\ncontent-length: 0\r\n\r\n";
    const server = await start([(socket) => socket.write(head)]);
    const { answer, text } = await ask(create(), server);
    expect([answer.status, answer.header("x-ONE"), answer.header("x-two"), answer.header("x-none")]).toEqual([
      418,
      "1",
      "a, b",
      null,
    ]);
    const all = new Headers();
    for (const [name, value] of answer.headers) all.append(name, value);
    expect(all.get("x-two")).toBe("a, b");
    expect(text).toBe("");
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ["gzip", zlib.gzipSync],
    ["X-GZIP", zlib.gzipSync],
    ["deflate", zlib.deflateSync],
    ["deflate", zlib.deflateRawSync],
    ["br", zlib.brotliCompressSync],
    ["deflate, gzip , br", (text) => zlib.brotliCompressSync(zlib.gzipSync(zlib.deflateSync(text)))],
    ["zebra", (text) => Buffer.from(text)],
    ["zebra, gzip", (text) => Buffer.from(text)],
    ["br,br,br,br,br,br", (text) => Buffer.from(text)],
  ])("decompresses %s", async (coding, compress) => {
    const server = await start([ok(compress("many words"), { "content-encoding": coding })]);
    expect((await ask(create(), server)).text).toBe("many words");
  });

  test("holds back what decompresses more slowly than it comes, and loses nothing of it", async () => {
    const noise = Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 9973).join();
    const server = await start([ok(zlib.gzipSync(noise), { "content-encoding": "gzip" })]);
    const answer = await create()(
      { method: "GET", url: new URL(server.url), headers: {}, body: "" },
      new Cancellation(),
    );
    expect(await readBody(answer.body, { maxBytes: 1e6 })).toBe(noise);
  });

  test("hands out what came of a compressed body before its connection broke", async () => {
    const noise = Array.from({ length: 9_000 }, (_, i) => (i * 7919) % 9973).join();
    const bytes = answerBytes(200, zlib.gzipSync(noise), { "content-encoding": "gzip" });
    const server = await start([sendAndEnd(bytes.subarray(0, -9))]);
    const url = new URL(server.url);
    const answer = await create()({ method: "GET", url, headers: {}, body: "" }, new Cancellation());
    const text = await readBody(answer.body, { maxBytes: 1e6, partial: true });
    expect(text.length).toBeGreaterThan(1_000);
    expect(noise.startsWith(text)).toBe(true);
  });

  test.each([{}, { connection: "close" }])(
    "reads a long compressed body to the end of its connection",
    async (headers) => {
      const noise = Array.from({ length: 90_000 }, (_, i) => (i * 7919) % 9973).join();
      const bytes = answerBytes(200, zlib.gzipSync(noise), { "content-encoding": "gzip", ...headers });
      const server = await start([sendAndEnd(bytes)]);
      const url = new URL(server.url);
      const answer = await create()({ method: "GET", url, headers: {}, body: "" }, new Cancellation());
      expect(await readBody(answer.body, { maxBytes: 1e6 })).toBe(noise);
    },
  );

  test("closes the connection of a body that cannot be decompressed", async () => {
    const server = await start([ok("no gzip", { "content-encoding": "gzip", "content-length": "99" })]);
    expect(await failure(ask(create(), server))).toMatchObject({ code: "Z_DATA_ERROR" });
    await server.idle();
  });

  test("closes the connection of a body that nobody reads, or that is too long", async () => {
    const server = await start([sendAndStall(answerBytes(200, "x".repeat(5_000)).subarray(0, -1))]);
    const transport = create();
    expect(await failure(ask(transport, server))).toMatchObject({ message: /larger than 1000/ });
    await server.idle();
    const url = new URL(server.url);
    const answer = await transport({ method: "GET", url, headers: {}, body: "" }, new Cancellation());
    answer.body?.discard();
    await server.idle();
  });

  test.each<[string, Act]>([
    ["before the headers", sendAndStall()],
    ["in the body", sendAndStall(answerBytes(200, "text").subarray(0, -1))],
  ])("closes the connection at a cancellation %s", async (_when, act) => {
    const cancellation = new Cancellation();
    const server = await start([
      (socket, request) => {
        act(socket, request);
        setImmediate(() => cancellation.cancel(new Error("enough")));
      },
    ]);
    expect(await failure(ask(create(), server, {}, cancellation))).toBeInstanceOf(Error);
    await server.idle();
  });

  test.each(["HTTP/1.1 101 -\r\n\r\n", "HTTP/1.1 101 -\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"])(
    "takes a switch of protocols for no answer, and closes its connection: %j",
    async (head) => {
      const server = await start([(socket) => socket.write(head)]);
      expect(await failure(ask(create(), server))).toBeInstanceOf(Error);
      await server.idle();
    },
  );

  test("takes a 204 for whole, whatever length it states", async () => {
    const server = await start([reply(204, "text")]);
    expect(await ask(create(), server)).toMatchObject({ answer: { status: 204 }, text: "" });
  });

  test("opens no answer for what was cancelled while its connection was made", async () => {
    const server = await start([ok("text")]);
    const cancellation = new Cancellation();
    const asked = failure(ask(create(), server, {}, cancellation));
    cancellation.cancel(new Error("enough"));
    expect(await asked).toBeInstanceOf(Error);
    expect(server.requests).toEqual([]);
  });

  test("marks a failure as stale on a connection that had served before, and there alone", async () => {
    const server = await start([sendAndReset(), ok("first"), sendAndReset(), ok("second")]);
    const transport = create();
    const stale = async () => isStale(await failure(ask(transport, server)));
    expect([await stale(), await stale(), await stale(), await stale()]).toEqual([false, false, true, false]);
  });

  test("does not take for an answer what came before the question", async () => {
    const forged = answerBytes(200, "forged", keep);
    let late: Promise<void> | undefined;
    const server = await start([
      (socket, request) => {
        ok("first")(socket, request);
        late = new Promise((resolve) => setImmediate(() => socket.write(forged, () => resolve())));
      },
      ok("second"),
    ]);
    const transport = create();
    expect((await ask(transport, server)).text).toBe("first");
    await late;
    // Until the client's side has seen it.
    for (let turns = 0; turns < 20; turns++) await turn();
    const next = await ask(transport, server).catch((error: unknown) => {
      expect(isStale(error)).toBe(true);
      return ask(transport, server);
    });
    expect(next.text).toBe("second");
  });

  test("keeps fifty connections for fifty calls at once, and uses them again", async () => {
    const server = await start([ok("text")]);
    const transport = create();
    const fifty = () => Promise.all(Array.from({ length: 50 }, () => ask(transport, server)));
    await fifty();
    await turn();
    await fifty();
    expect(server.accepted).toBe(50);
  });
});

test("Node's own client closes what has long been idle, by a timer that keeps no process alive", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const server = await start([ok("text")]);
  const transport = httpTransport(http, https, zlib);
  await ask(transport, server);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(7_500);
  await ask(transport, server);
  expect(server.accepted).toBe(1);
  vi.advanceTimersByTime(15_000);
  await server.idle();
  expect(vi.getTimerCount()).toBe(0);
});
