import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import zlib from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BrokenResponse, UnreadableResponse } from "../../src/core/errors.js";
import { fetchTransport, isStale, type Transport, type TransportLimits } from "../../src/core/transport.js";
import { agentOptions, createNodeTransport, createTransport } from "../../src/node/transport.js";
import { selfSigned } from "../support/certificate.js";
import {
  type Act,
  drip,
  type FaultServer,
  openChunks,
  reply,
  responseBytes,
  type Script,
  sendAndEnd,
  sendAndReset,
  sendAndStall,
  startFaultServer,
} from "../support/fault-server.js";

const kinds: [string, () => Transport][] = [
  ["Node's own client", () => createNodeTransport()],
  ["fetch", () => fetchTransport(fetch)],
];

const keep = { connection: "keep-alive" };
const ok = (body: string | Uint8Array, headers = {}): Act => reply(200, body, { ...keep, ...headers });
const noise = (count: number) => Array.from({ length: count }, (_, i) => (i * 7919) % 9973).join();
const gzip = { "content-encoding": "gzip" };
const servers: { close(): unknown }[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(script: Script): Promise<FaultServer> {
  const server = await startFaultServer(script);
  servers.push(server);
  return server;
}

/** A connection is used again from the next turn of the event loop on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One request to its end. */
async function send(
  transport: Transport,
  server: Pick<FaultServer, "url">,
  request = {},
  limits: Partial<TransportLimits> = {},
) {
  const url = new URL("/a%20b?c=%2F", server.url);
  const whole = { method: "GET", url, headers: { "x-a": "1" }, body: "", ...request };
  const response = await transport(whole, { maxBytes: 1_000, signal: undefined, ...limits });
  await turn();
  return response;
}

const failure = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error: unknown) => error);
const large = { maxBytes: 1e6 };

/** Bodies that are far smaller than what they hold. They take a while to make. */
const plain = Buffer.alloc(1e7, "x");
const bombs = {
  gzip: zlib.gzipSync(plain),
  deflate: zlib.deflateSync(plain),
  br: zlib.brotliCompressSync(plain),
  "gzip, gzip, gzip": [1, 2, 3].reduce((bytes) => zlib.gzipSync(bytes), Buffer.alloc(1e8, "x")),
};

describe.each(kinds)("%s", (kind, create) => {
  test("sends what it is given", async () => {
    const server = await start([ok("text")]);
    const transport = create();
    await send(transport, server);
    await send(transport, server, { method: "POST", headers: { "user-agent": "mine" } });
    await send(transport, server, { method: "POST", headers: {}, body: "é" });
    const [get, post, body] = server.requests;
    expect(get).toMatchObject({ method: "GET", target: "/a%20b?c=%2F", body: "" });
    expect(get?.headers).toMatchObject({ "x-a": "1", host: new URL(server.url).host });
    expect(get?.headers).not.toHaveProperty("content-length");
    expect(post?.headers).toMatchObject({ "user-agent": "mine", "content-length": "0" });
    expect(body).toMatchObject({
      body: Buffer.from("é").toString("latin1"),
      headers: { "content-length": "2" },
    });
  });

  test("sends to an IPv6 address, with the port in its host header", async ({ skip }) => {
    const hosts: (string | undefined)[] = [];
    const server = http.createServer(({ headers }, response) => {
      hosts.push(headers.host);
      response.end("text");
    });
    servers.push({ close: () => new Promise((closed) => server.close(closed).closeAllConnections()) });
    const listening = await once(server.listen(0, "::1"), "listening").catch(() => undefined);
    if (listening === undefined) skip("this machine has no IPv6");
    const host = `[::1]:${(server.address() as AddressInfo).port}`;
    const outgoing = { method: "GET", url: new URL(`http://${host}/`), headers: {}, body: "" };
    const { text } = await create()(outgoing, { maxBytes: 100, signal: undefined });
    expect([text, hosts]).toEqual(["text", [host]]);
  });

  test("returns status and headers, whatever the case of their names", async () => {
    const head = "HTTP/1.1 418 -\r\nX-One: 1\r\nX-Two: a\r\nx-two: b\r\ncontent-length: 0\r\n\r\n";
    const response = await send(create(), await start([(socket) => socket.write(head)]));
    expect(response).toMatchObject({ status: 418, text: "" });
    expect(["x-ONE", "x-two", "x-none"].map((name) => response.header(name))).toEqual(["1", "a, b", null]);
    const all = new Headers();
    for (const [name, value] of response.headers()) all.append(name, value);
    expect(all.get("x-two")).toBe("a, b");
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
  ])("decompresses %s", async (coding, compress) => {
    const server = await start([ok(compress("many words"), { "content-encoding": coding })]);
    expect((await send(create(), server)).text).toBe("many words");
  });

  // The fetch of Node 22.23.3 and 24.21.0 throws after this body has come, where nobody can catch it.
  const throwsLater = kind === "fetch" && ["6.28.1", "7.29.1"].includes(process.versions["undici"] ?? "");
  test.skipIf(throwsLater).each([{}, { connection: "close" }])(
    "reads a long compressed body to its end: %j",
    async (headers) => {
      const bytes = responseBytes(200, zlib.gzipSync(noise(90_000)), { ...gzip, ...headers });
      const server = await start([sendAndEnd(bytes)]);
      expect((await send(create(), server, {}, large)).text).toBe(noise(90_000));
    },
  );

  test("reads a body that drips in", async () => {
    const server = await start([drip(responseBytes(200, "€ and more"), 1, 3)]);
    expect((await send(create(), server)).text).toBe("€ and more");
  });

  test.each<[string, Uint8Array, string]>([
    ["as it is", Buffer.from("x".repeat(5_000)), "identity"],
    ["in gzip", bombs.gzip, "gzip"],
    ["in deflate", bombs.deflate, "deflate"],
    ["in brotli", bombs.br, "br"],
    ["in gzip of gzip", bombs["gzip, gzip, gzip"], "gzip, gzip, gzip"],
  ])("refuses a body beyond the limit, %s", async (_, body, coding) => {
    const server = await start([
      reply(200, body, coding === "identity" ? {} : { "content-encoding": coding }),
    ]);
    const error = await failure(send(create(), server));
    expect(error).toBeInstanceOf(BrokenResponse);
    expect(error).toMatchObject({
      status: 200,
      cause: new UnreadableResponse("the body is larger than 1000 bytes"),
    });
    await server.idle();
  });

  test("reads a body exactly as long as the limit, compressed or not", async () => {
    const text = "x".repeat(1_000);
    const server = await start([
      ok(text),
      ok(zlib.gzipSync(text), gzip),
      ok(zlib.brotliCompressSync(text), { "content-encoding": "br" }),
    ]);
    const transport = create();
    for (const _ of [1, 2, 3]) expect((await send(transport, server)).text).toBe(text);
  });

  test("closes the connection of a body that is too long", async () => {
    const server = await start([sendAndStall(responseBytes(200, "x".repeat(5_000)).subarray(0, -1))]);
    await failure(send(create(), server));
    await server.idle();
  });

  test.each<[string, Act]>([
    ["that claims to be gzip", ok("no gzip", gzip)],
    ["that claims to be brotli", ok("no brotli at all", { "content-encoding": "br" })],
  ])("fails for a body %s", async (_, act) => {
    const error = await failure(send(create(), await start([act])));
    expect(error).toBeInstanceOf(BrokenResponse);
    expect(String((error as BrokenResponse).cause)).toMatch(/Error/);
  });

  const half = (status: number) =>
    responseBytes(status, zlib.gzipSync(noise(9_000)), gzip).subarray(0, -2_000);

  test("fails for a compressed body that breaks off", async () => {
    const error = await failure(send(create(), await start([sendAndEnd(half(200))]), {}, large));
    expect(error).toBeInstanceOf(BrokenResponse);
    expect(error).toMatchObject({ status: 200 });
  });

  test("returns what came of a compressed error before it broke off", async () => {
    const { status, text } = await send(create(), await start([sendAndEnd(half(503))]), {}, large);
    expect(status).toBe(503);
    expect(noise(9_000).startsWith(text)).toBe(true);
    // fetch can drop what it has read when its connection breaks.
    if (kind !== "fetch") expect(text.length).toBeGreaterThan(1_000);
  });

  test.each<[string, Act]>([
    ["breaks off", sendAndEnd(responseBytes(503, "the first words and more").subarray(0, -9))],
    ["is reset", sendAndReset(responseBytes(503, "the first words and more").subarray(0, -9))],
    ["breaks off in chunks", sendAndEnd(`${openChunks("the first words")}`.replace("200", "503"))],
  ])("returns what came of an error that %s", async (_, act) => {
    expect(await send(create(), await start([act]))).toMatchObject({ status: 503, text: "the first words" });
  });

  test("returns an error beyond the limit as far as the limit, and closes its connection", async () => {
    const server = await start([sendAndStall(responseBytes(403, "x".repeat(5_000)).subarray(0, -1))]);
    expect(await send(create(), server)).toMatchObject({ status: 403, text: "x".repeat(1_000) });
    await server.idle();
  });

  test("does not read the body of a redirect, and closes its connection", async () => {
    const head = "HTTP/1.1 307 -\r\nlocation: /elsewhere\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n";
    const server = await start([sendAndStall(head)]);
    const response = await send(create(), server);
    expect(response).toMatchObject({ status: 307, text: "" });
    expect(response.header("location")).toBe("/elsewhere");
    expect(server.requests).toHaveLength(1);
    await server.idle();
  });

  test.each<[string, string]>([
    ["a 204, whatever length it states", "HTTP/1.1 204 -\r\ncontent-length: 4\r\n\r\n"],
    ["a 304, whatever length it states", "HTTP/1.1 304 -\r\ncontent-length: 4\r\n\r\n"],
  ])("takes %s for whole", async (_, head) => {
    const response = await send(create(), await start([sendAndEnd(head)]));
    expect(response.text).toBe("");
  });

  test.each<[string, Act]>([
    ["before the headers", sendAndStall()],
    ["in the headers", sendAndStall("HTTP/1.1 200 OK\r\ncontent-le")],
    ["before the body", sendAndStall("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n")],
    ["in the body", sendAndStall(responseBytes(200, "text").subarray(0, -1))],
    ["in a compressed body", sendAndStall(half(200))],
    ["in the body of an error", sendAndStall(responseBytes(500, "text").subarray(0, -1))],
  ])("closes the connection at an abort %s", async (_, act) => {
    const controller = new AbortController();
    const server = await start([
      (socket, request) => {
        act(socket, request);
        setImmediate(() => controller.abort(new Error("enough")));
      },
    ]);
    await failure(send(create(), server, {}, { signal: controller.signal }));
    await server.idle();
    expect(server.requests).toHaveLength(1);
  });

  test.each(["before it begins", "while its connection is made"])(
    "sends nothing of a request that is aborted %s",
    async (when) => {
      const server = await start([ok("text")]);
      const controller = new AbortController();
      if (when === "before it begins") controller.abort(new Error("enough"));
      const sending = failure(send(create(), server, {}, { signal: controller.signal }));
      controller.abort(new Error("enough"));
      expect(await sending).toBeInstanceOf(Error);
      expect(server.requests).toEqual([]);
    },
  );

  test("leaves a connection attempt that is aborted, and the process can end", async () => {
    // Its queue of connections is full: the next one is neither accepted nor refused.
    const silent = net.createServer().listen(0, "127.0.0.1", 1);
    servers.push({ close: () => silent.close() });
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const controller = new AbortController();
    const sending = failure(
      send(create(), { url: `http://127.0.0.1:${port}` }, {}, { signal: controller.signal }),
    );
    await turn();
    controller.abort(new Error("enough"));
    expect(await sending).toBeInstanceOf(Error);
  });

  test("refuses a switch of protocols, and closes its connection", async () => {
    const head = "HTTP/1.1 101 -\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n";
    const server = await start([(socket) => socket.write(head)]);
    expect(await failure(send(create(), server))).toBeInstanceOf(Error);
    await server.idle();
  });

  test("uses a connection again, also after an error and a 204", async () => {
    const server = await start([
      ok("text"),
      reply(404, "no", keep),
      reply(204, "", { ...keep, "content-length": "0" }),
      ok(zlib.gzipSync("text"), gzip),
    ]);
    const transport = create();
    for (const _ of [1, 2, 3, 4, 5]) await send(transport, server);
    if (kind !== "fetch") expect(server.accepted).toBe(1);
    expect(server.requests).toHaveLength(5);
  });

  test("does not take for a response what came before the request", async () => {
    const forged = responseBytes(200, "forged", keep);
    let late: Promise<void> | undefined;
    const server = await start([
      (socket, request) => {
        ok("first")(socket, request);
        late = new Promise((resolve) => setImmediate(() => socket.write(forged, () => resolve())));
      },
      ok("second"),
    ]);
    const transport = create();
    expect((await send(transport, server)).text).toBe("first");
    await late;
    // Until the client's side has seen it.
    for (let turns = 0; turns < 20; turns++) await turn();
    const next = await send(transport, server).catch(() => send(transport, server));
    expect(next.text).toBe("second");
  });
});

describe("Node's own client", () => {
  test("adds the headers that gateways are used to", async () => {
    const server = await start([ok("text")]);
    await send(createNodeTransport(), server);
    expect(server.requests[0]?.headers).toEqual({
      connection: "keep-alive",
      host: `127.0.0.1:${server.port}`,
      "accept-encoding": "gzip, deflate, br",
      "user-agent": expect.stringMatching(/^backup-records\/\d+\.\d+\.\d+/),
      "x-a": "1",
    });
  });

  test("leaves a body of more than five codings as it is", async () => {
    const server = await start([ok("many words", { "content-encoding": "br,br,br,br,br,br" })]);
    expect((await send(createNodeTransport(), server)).text).toBe("many words");
  });

  test("names the code of what cannot be decompressed", async () => {
    const server = await start([
      ok("no gzip", gzip),
      sendAndEnd(responseBytes(200, zlib.gzipSync(noise(99)).subarray(0, 50), gzip)),
    ]);
    const transport = createNodeTransport();
    expect(await failure(send(transport, server))).toMatchObject({ cause: { code: "Z_DATA_ERROR" } });
    expect(await failure(send(transport, server))).toMatchObject({ cause: { code: "Z_BUF_ERROR" } });
  });

  test("names the codes of broken connections", async () => {
    const server = await start([
      sendAndReset(),
      sendAndEnd(responseBytes(200, "text").subarray(0, -1)),
      sendAndEnd("HTTP/1.1 101 -\r\n\r\n"),
      sendAndEnd("SSH-2.0-OpenSSH_9.2p1\r\n"),
    ]);
    const transport = createNodeTransport();
    const codes: unknown[] = [];
    for (const _ of [1, 2, 3, 4]) {
      const error = await failure(send(transport, server));
      codes.push(error instanceof BrokenResponse ? error.cause : error);
    }
    expect(codes).toMatchObject([
      { code: "ECONNRESET" },
      { code: "ECONNRESET" },
      { code: "upgrade_refused" },
      { code: expect.stringMatching(/^HPE_/) },
    ]);
  });

  test("refuses a switch of protocols that names none, and closes its connection", async () => {
    const server = await start([(socket) => socket.write("HTTP/1.1 101 -\r\n\r\n")]);
    expect(await failure(send(createNodeTransport(), server))).toMatchObject({ code: "upgrade_refused" });
    await server.idle();
  });

  test("marks a failure as stale on a connection that had served before, and there alone", async () => {
    const server = await start([
      sendAndReset(),
      ok("first"),
      sendAndReset(),
      ok("second"),
      sendAndEnd(""),
      ok(""),
    ]);
    const transport = createNodeTransport();
    const stale = async () => isStale(await failure(send(transport, server)));
    const found: boolean[] = [];
    for (const _ of [1, 2, 3, 4, 5, 6]) found.push(await stale());
    expect(found).toEqual([false, false, true, false, true, false]);
  });

  test("does not mark a failure as stale once the response has begun", async () => {
    const server = await start([ok("first"), sendAndReset("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n")]);
    const transport = createNodeTransport();
    await send(transport, server);
    expect(isStale(await failure(send(transport, server)))).toBe(false);
  });

  test("keeps fifty connections for fifty requests at once, and uses them again", async () => {
    const server = await start([ok("text")]);
    const transport = createNodeTransport();
    const fifty = () => Promise.all(Array.from({ length: 50 }, () => send(transport, server)));
    await fifty();
    await turn();
    await fifty();
    expect(server.accepted).toBe(50);
  });

  test("opens at most 256 connections to a host; further requests wait", async () => {
    const server = await start([ok("text")]);
    const transport = createNodeTransport();
    const texts = await Promise.all(
      Array.from({ length: 300 }, async () => (await send(transport, server)).text),
    );
    expect(texts).toEqual(Array(300).fill("text"));
    expect(server.accepted).toBe(256);
  });

  test("closes a connection that was idle for 15 seconds", async () => {
    const idle = vi.spyOn(net.Socket.prototype, "setTimeout");
    const server = await start([ok("text")]);
    await send(createNodeTransport(), server);
    const at = idle.mock.calls.findIndex(([milliseconds]) => milliseconds === 15_000);
    const socket = idle.mock.contexts[at] as net.Socket;
    // As its timer does.
    socket.emit("timeout");
    await server.idle();
    expect(socket.destroyed).toBe(true);
  });

  test("does not end a request that is slower than that", async () => {
    const { timeout } = agentOptions;
    agentOptions.timeout = 20;
    try {
      const server = await start([drip(responseBytes(200, "text"), 45, 40)]);
      expect((await send(createNodeTransport(), server)).text).toBe("text");
    } finally {
      agentOptions.timeout = timeout;
    }
  });
});

describe("Node's own client over TLS", () => {
  const localhost = selfSigned("localhost", "127.0.0.1");

  /** A service over TLS that notes the name that each connection asks for. */
  async function startTls({ key, cert } = localhost) {
    const names: (string | false)[] = [];
    const server = https.createServer({ key, cert }, (request, response) => {
      response.end(`${request.method} ${request.url} of ${request.headers.host}`);
    });
    server.on("secureConnection", (socket) => names.push(socket.servername ?? false));
    servers.push({
      close() {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      },
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    return { port, names };
  }

  /** Trusts an authority, as NODE_EXTRA_CA_CERTS does for a whole process. */
  function trust({ cert }: typeof localhost) {
    const connect = tls.connect;
    vi.spyOn(tls, "connect").mockImplementation((options: unknown) =>
      connect({ ...(options as tls.ConnectionOptions), ca: cert }),
    );
  }

  const textOf = async (transport: Transport, url: string) =>
    (
      await transport(
        { method: "GET", url: new URL(url), headers: {}, body: "" },
        { maxBytes: 1e3, signal: undefined },
      )
    ).text;

  test("keeps a connection, whose name is the one that was asked for", async () => {
    const { port, names } = await startTls();
    const transport = createNodeTransport();
    trust(localhost);
    expect(await textOf(transport, `https://localhost:${port}/a?b=c`)).toBe(
      `GET /a?b=c of localhost:${port}`,
    );
    await turn();
    expect(await textOf(transport, `https://localhost:${port}/d`)).toBe(`GET /d of localhost:${port}`);
    expect(names).toEqual(["localhost"]);
    expect(await textOf(transport, `https://127.0.0.1:${port}/`)).toBe(`GET / of 127.0.0.1:${port}`);
    expect(names).toEqual(["localhost", false]);
  });

  test("sends nothing to a server whose certificate it cannot trust", async () => {
    const { port } = await startTls();
    for (const transport of [createNodeTransport(), fetchTransport(fetch)]) {
      const error = await failure(textOf(transport, `https://localhost:${port}/`));
      expect(JSON.stringify(error, ["code", "cause"])).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
    }
  });

  test("sends nothing to a server whose certificate is for another host", async () => {
    const other = selfSigned("other.example.test", "127.0.0.2");
    const { port } = await startTls(other);
    trust(other);
    const sending = textOf(createNodeTransport(), `https://127.0.0.1:${port}/`);
    await expect(sending).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  test("says with fetch's own code that a port does not speak TLS", async () => {
    const plain = http.createServer().listen(0, "127.0.0.1");
    servers.push({ close: () => plain.close() });
    await once(plain, "listening");
    const { port } = plain.address() as AddressInfo;
    await expect(textOf(createNodeTransport(), `https://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: "ERR_SSL_WRONG_VERSION_NUMBER",
    });
  });
});

describe("the transport of a client on Node", () => {
  const overFetch = vi.fn<Transport>(() => Promise.reject(new Error("over fetch")));

  async function isOverFetch(transport: Transport): Promise<boolean> {
    const server = await start([reply(204)]);
    return (await failure(send(transport, server))) !== undefined;
  }

  test("is fetch only while globalThis.fetch is another one than when the package was loaded", async () => {
    const transport = createTransport(overFetch);
    expect(await isOverFetch(transport)).toBe(false);
    vi.stubGlobal("fetch", () => {});
    expect(await isOverFetch(transport)).toBe(true);
    expect(await isOverFetch(createTransport(overFetch))).toBe(true);
    vi.unstubAllGlobals();
    expect(await isOverFetch(transport)).toBe(false);
  });

  test("does not notice a fetch that was replaced before the package was loaded", async () => {
    vi.stubGlobal("fetch", () => {});
    vi.resetModules();
    const loaded = await import("../../src/node/transport.js");
    expect(await isOverFetch(loaded.createTransport(overFetch))).toBe(false);
    vi.unstubAllGlobals();
    expect(await isOverFetch(loaded.createTransport(overFetch))).toBe(true);
    // The files after this one share its modules.
    vi.resetModules();
  });
});
