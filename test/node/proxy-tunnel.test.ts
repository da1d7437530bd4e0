import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import {
  type ClientRequest,
  createServer as createHttpServer,
  Agent as HttpAgent,
  request as httpRequest,
} from "node:http";
import { createServer as createHttpsServer, Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createServer as createTlsServer } from "node:tls";
import { inspect } from "node:util";
import { buildSync } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { connectThroughProxies } from "../../src/node/proxy.js";
import { selfSigned } from "../support/certificate.js";

/** The name in the certificate of the service. Nothing resolves it: only the proxy leads there. */
const HOST = "vbs.example.invalid";
const { key, cert } = selfSigned(HOST, "127.0.0.1");
const large = Buffer.alloc(2 ** 21, "0123456789abcdef");

/** Connections that servers have accepted in this test: all, and those of proxies. */
const accepted = new Set<Socket>();
const toProxy = new Set<Socket>();
const agents = new Set<HttpAgent>();
const servers = new Set<Server>();
const handshakes: string[] = [];

async function listen<Kind extends Server>(server: Kind): Promise<Kind> {
  servers.add(server.on("connection", (socket) => accepted.add(socket)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

let secureService: Server;
beforeAll(async () => {
  const server = createHttpsServer({ key, cert, keepAliveTimeout: 60_000 }, async (incoming, outgoing) => {
    if (incoming.method === "POST") return outgoing.end(String((await text(incoming)).length));
    if (incoming.url === "/large") return outgoing.end(large);
    if (incoming.url === "/started") return outgoing.write("first");
    if (incoming.url === "/waits") return server.emit("waits");
    if (incoming.url === "/late") return setTimeout(() => outgoing.end("late"), 400);
    return outgoing.end("hello");
  });
  server.on("secureConnection", (socket) => {
    handshakes.push(`${socket.servername}${socket.isSessionReused() ? ", resumed" : ""}`);
  });
  secureService = await listen(server);
});

afterEach(() => {
  for (const agent of agents) agent.destroy();
  agents.clear();
  for (const socket of accepted) socket.destroy();
  accepted.clear();
  toProxy.clear();
  handshakes.length = 0;
});

afterAll(async () => {
  await Promise.all([...servers].map((server) => new Promise((done) => server.close(done))));
});

/** A proxy that does what `onConnect` says once it has read a CONNECT request. */
async function startProxy(onConnect: (client: Socket, head: string) => void, options = {}) {
  const heads: string[] = [];
  const server = await listen(
    createServer(options, (client) => {
      toProxy.add(client);
      client.on("error", () => {});
      let head = "";
      const read = (chunk: Buffer) => {
        head += chunk;
        if (!head.includes("\r\n\r\n")) return;
        client.off("data", read);
        heads.push(head);
        onConnect(client, head);
      };
      client.on("data", read);
    }),
  );
  return { server, heads, url: `http://127.0.0.1:${portOf(server)}` };
}

/** Leads a client to a server, whichever target it named. Leaves the client to close its connection. */
function leadTo(server: Server) {
  return (client: Socket) => {
    const upstream = connect(portOf(server), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.on("data", (chunk) => upstream.write(chunk));
      upstream.on("data", (chunk) => client.write(chunk));
    });
    upstream.on("error", () => {});
    client.on("close", () => upstream.destroy());
  };
}

function agentFor(proxy: string, timeoutMs?: number): HttpsAgent {
  const agent = new HttpsAgent({ keepAlive: true, ca: cert });
  agents.add(agent);
  return connectThroughProxies(agent, { HTTPS_PROXY: proxy }, timeoutMs);
}

const get = (agent: HttpsAgent, path = "/", headers = {}) =>
  httpsRequest({ agent, hostname: HOST, path, headers });

/** Ends a request, and returns the body of its response. */
async function bodyOf(request: ClientRequest): Promise<string> {
  const [response] = await once(request.end(), "response");
  return text(response);
}

/** Ends a request that fails, and returns why. */
async function failureOf(request: ClientRequest): Promise<NodeJS.ErrnoException> {
  const [error] = await once(request.end(), "error");
  return error;
}

/** Unlike `once`, does not fail with an error that comes first. */
function closing(of: NodeJS.EventEmitter): Promise<void> {
  return new Promise((done) => of.on("close", done));
}

/** Settles once the proxy has no connection any more. */
async function allClosed() {
  await Promise.all([...toProxy].map((socket) => socket.closed || closing(socket)));
}

describe("a tunnel", () => {
  test("serves one request after the other with one CONNECT", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url);
    expect(await bodyOf(get(agent))).toBe("hello");
    const second = get(agent);
    expect(await bodyOf(second)).toBe("hello");
    expect(second.reusedSocket).toBe(true);
    expect(proxy.heads).toEqual([
      `CONNECT ${HOST}:443 HTTP/1.1\r\nhost: ${HOST}:443\r\nconnection: keep-alive\r\n\r\n`,
    ]);
    expect(handshakes).toEqual([HOST]);
  });

  test("takes part in the agent's limit of connections", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url);
    agent.maxSockets = 2;
    const bodies = await Promise.all(Array.from({ length: 7 }, () => bodyOf(get(agent))));
    expect(bodies).toEqual(Array.from({ length: 7 }, () => "hello"));
    expect(proxy.heads).toHaveLength(2);
  });

  test("ends with a response that closes its connection, even if nobody else does", async () => {
    const server = await listen(
      createTlsServer({ key, cert, allowHalfOpen: true }, (socket) => {
        socket.on("error", () => {});
        socket.write("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 5\r\n\r\nhello");
      }),
    );
    const proxy = await startProxy(leadTo(server), { allowHalfOpen: true });
    const request = get(agentFor(proxy.url));
    const [response] = await once(request.end(), "response");
    const { socket } = response;
    expect(await text(response)).toBe("hello");
    if (!socket.destroyed) await closing(socket);
  });

  test("resumes the TLS session of the last one", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url);
    expect(await bodyOf(get(agent, "/", { connection: "close" }))).toBe("hello");
    await allClosed();
    expect(await bodyOf(get(agent))).toBe("hello");
    expect(handshakes).toEqual([HOST, `${HOST}, resumed`]);
  });

  test.each<[string, (socket: Socket) => void]>([
    ["closes", (socket) => socket.end()],
    ["resets", (socket) => socket.resetAndDestroy()],
  ])("leaves the pool if the proxy %s it while it is idle", async (_how, end) => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url);
    const request = get(agent);
    expect(await bodyOf(request)).toBe("hello");
    if (request.socket === null) throw new Error("the request has no connection");
    const closed = closing(request.socket);
    for (const socket of toProxy) end(socket);
    await closed;
    expect(agent.freeSockets).toEqual({});
    expect(await bodyOf(get(agent))).toBe("hello");
    expect(proxy.heads).toHaveLength(2);
  });

  test("has no limit of its own once it is open", async () => {
    const proxy = await startProxy(leadTo(secureService));
    expect(await bodyOf(get(agentFor(proxy.url, 300), "/late"))).toBe("late");
  });

  test("fails without a word about the proxy once it is open", async () => {
    const proxy = await startProxy(leadTo(secureService));
    secureService.once("waits", () => {
      for (const socket of toProxy) socket.resetAndDestroy();
    });
    const { code, message } = await failureOf(get(agentFor(proxy.url), "/waits"));
    expect({ code, message }).toEqual({ code: "ECONNRESET", message: "the connection was closed" });
  });

  test("carries large bodies both ways, to a slow reader, too", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url);
    const request = get(agent, "/large");
    const [response] = await once(request.end(), "response");
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk);
      expect(request.socket?.readableLength).toBeLessThan(2 ** 18);
      await new Promise((done) => setImmediate(done));
    }
    expect(Buffer.concat(chunks).equals(large)).toBe(true);
    const upload = httpsRequest({ agent, hostname: HOST, method: "POST" });
    upload.write(large);
    expect(await bodyOf(upload)).toBe(String(large.length));
    expect(proxy.heads).toHaveLength(1);
  });

  test("hands on what comes in one piece with the response to CONNECT", async () => {
    const early = "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nearly";
    const proxy = await startProxy((client) => client.write(early));
    const agent = connectThroughProxies(new HttpAgent(), { HTTP_PROXY: proxy.url });
    agents.add(agent);
    expect(await bodyOf(httpRequest({ agent, hostname: HOST, port: 8080 }))).toBe("early");
    expect(proxy.heads).toEqual([expect.stringContaining(`CONNECT ${HOST}:8080 HTTP/1.1\r\n`)]);
  });

  test("leads to an IPv6 address", async () => {
    const proxy = await startProxy((client) => client.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
    await failureOf(httpsRequest({ agent: agentFor(proxy.url), hostname: "2001:db8::1", port: 8443 }));
    expect(proxy.heads).toEqual([
      expect.stringMatching(/^CONNECT \[2001:db8::1\]:8443 HTTP.*\r\nhost: \[2001:db8::1\]:8443\r\n/),
    ]);
  });

  test("is not used if NO_PROXY covers the host", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const environment = { HTTPS_PROXY: proxy.url, NO_PROXY: "0.0.0.0/32" };
    const agent = connectThroughProxies(new HttpsAgent({ rejectUnauthorized: false }), environment);
    agents.add(agent);
    const request = httpsRequest({ agent, hostname: "0.0.0.0", port: portOf(secureService) });
    expect(await bodyOf(request)).toBe("hello");
    expect(proxy.heads).toEqual([]);
  });

  test("follows the variables as they were", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const environment = { HTTPS_PROXY: proxy.url };
    const agent = connectThroughProxies(new HttpsAgent({ ca: cert }), environment);
    agents.add(agent);
    environment.HTTPS_PROXY = "socks5://proxy";
    expect(await bodyOf(get(agent))).toBe("hello");
  });

  test("a mistake in the variables is thrown at once", () => {
    expect(() => get(agentFor("socks5://user:fake-password@proxy"))).toThrow(ConfigurationError);
  });

  test("the credentials go to the proxy alone, and are shown nowhere", async () => {
    const proxy = await startProxy(leadTo(secureService));
    const agent = agentFor(proxy.url.replace("//", "//user:fake%40password@"));
    const request = get(agent);
    expect(await bodyOf(request)).toBe("hello");
    const credentials = Buffer.from("user:fake@password").toString("base64");
    expect(proxy.heads).toEqual([
      expect.stringContaining(`\r\nproxy-authorization: Basic ${credentials}\r\n`),
    ]);
    const shown = inspect([agent, request], { depth: 20, showHidden: true });
    expect(shown).toContain(HOST);
    for (const secret of [credentials, "fake@password", "fake%40password"])
      expect(shown).not.toContain(secret);
  });
});

const OPEN = "HTTP/1.1 200 OK\r\n\r\n";
const respond = (status: string) => (client: Socket) => client.end(`HTTP/1.1 ${status}\r\n\r\n`);

/** Sends a byte every 10 ms. */
function drip(client: Socket, byte: string) {
  const timer = setInterval(() => client.write(byte), 10);
  client.on("close", () => clearInterval(timer));
}

describe("a proxy that opens no tunnel:", () => {
  const connects = "cannot connect to the proxy P (HTTPS_PROXY):";
  const tunnel = `the proxy P (HTTPS_PROXY) opens no tunnel to ${HOST}:443:`;
  const tls = `no TLS connection to ${HOST}:443 through the proxy P (HTTPS_PROXY):`;
  const closed = "the connection was closed";
  const asks = "put user and password into HTTPS_PROXY";

  /** The error of a request through the proxy, whose address it calls P. */
  async function refusal(port: number, address: string, timeoutMs?: number) {
    const agent = agentFor(address, timeoutMs);
    const { code, message } = await failureOf(get(agent));
    await allClosed();
    expect(agent.sockets).toEqual({});
    return { code, message: message.replaceAll(`127.0.0.1:${port}`, "P") };
  }

  test.each<[string, (client: Socket) => void, string, string]>([
    ["closes", (client) => client.end(), "ECONNRESET", `${tunnel} ${closed}`],
    ["resets", (client) => client.resetAndDestroy(), "ECONNRESET", `${tunnel} ${closed}`],
    ["ends in the status line", (client) => client.end("HTTP/1.1 20"), "ECONNRESET", `${tunnel} ${closed}`],
    [
      "ends in a header",
      (client) => client.end("HTTP/1.1 200 OK\r\nvia: "),
      "ECONNRESET",
      `${tunnel} ${closed}`,
    ],
    ["407", respond("407 Odd"), "proxy_refused", `${tunnel} it asks for credentials (407): ${asks}`],
    ["403", respond("403 fake\u001b]0;words"), "proxy_refused", `${tunnel} it responds 403 Forbidden`],
    [
      "302",
      respond("302 Odd\r\nlocation: https://a.example"),
      "proxy_refused",
      `${tunnel} it responds 302 Found`,
    ],
    ["502", respond("502 Odd"), "proxy_failed", `${tunnel} it responds 502 Bad Gateway`],
    ["599", respond("599 Odd"), "proxy_failed", `${tunnel} it responds 599`],
    ["200, then closes", (client) => client.end(OPEN), "ECONNRESET", `${tls} ${closed}`],
    [
      "200, then resets",
      (client) => {
        client.once("data", () => client.resetAndDestroy());
        client.write(OPEN);
      },
      "ECONNRESET",
      `${tls} ${closed}`,
    ],
  ])("%s", async (_title, onConnect, code, message) => {
    const { server, url } = await startProxy(onConnect);
    expect(await refusal(portOf(server), url)).toEqual({ code, message });
  });

  test.each<[string, (client: Socket) => void, RegExp, string]>([
    ["no HTTP", (client) => client.write("SSH-2.0-OpenSSH_9.6\r\n"), /^HPE_/, `${tunnel} Parse Error: `],
    [
      "headers that are too large",
      (client) => client.write(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(99_999)}`),
      /^HPE_HEADER_OVERFLOW$/,
      `${tunnel} Parse Error: Header overflow`,
    ],
    [
      "200, then no TLS",
      (client) => client.write(`${OPEN}HTTP/1.1 400 Bad Request\r\n\r\n`),
      /^EPROTO$|^ERR_SSL_/,
      `${tls} the other side does not speak TLS`,
    ],
  ])("%s", async (_title, onConnect, code, message) => {
    const { server, url } = await startProxy(onConnect);
    const error = await refusal(portOf(server), url);
    expect(error.code).toMatch(code);
    expect(error.message).toContain(message);
  });

  test.each<[string, (client: Socket) => void, string]>([
    ["says nothing", () => {}, tunnel],
    ["stalls in the status line", (client) => client.write("HTTP/1.1 20"), tunnel],
    [
      "sends its response byte by byte",
      (client) => {
        client.write("HTTP/1.1 200 ");
        drip(client, "O");
      },
      tunnel,
    ],
    ["200, then stalls", (client) => client.write(OPEN), tls],
    [
      "200, then a TLS record byte by byte",
      (client) => {
        client.write(Buffer.from(`${OPEN}\x16\x03\x03\x40\x00`, "latin1"));
        drip(client, "\x00");
      },
      tls,
    ],
  ])("%s", async (_title, onConnect, message) => {
    const { server, url } = await startProxy(onConnect);
    expect(await refusal(portOf(server), url, 250)).toEqual({
      code: "proxy_timeout",
      message: `${message} it took longer than 0.25s`,
    });
  });

  test("stalls in TLS of its own", async () => {
    const { server, url } = await startProxy(() => {});
    expect(await refusal(portOf(server), url.replace("http:", "https:"), 250)).toEqual({
      code: "proxy_timeout",
      message: `${connects} it took longer than 0.25s`,
    });
  });

  test("rejects the credentials", async () => {
    const { server, url } = await startProxy(respond("407 Odd"));
    const error = await refusal(portOf(server), url.replace("//", "//user:fake-password@"));
    expect(error.message).toBe(`${tunnel} it rejects the credentials (407): ${asks}`);
  });

  test("does not run", async () => {
    const server = createServer();
    await once(server.listen(0, "127.0.0.1"), "listening");
    const port = portOf(server);
    await new Promise((done) => server.close(done));
    const message = `${connects} connect ECONNREFUSED P`;
    expect(await refusal(port, `127.0.0.1:${port}`)).toEqual({ code: "ECONNREFUSED", message });
  });

  test("has a certificate that is not trusted", async () => {
    const port = portOf(await listen(createTlsServer({ key, cert })));
    const { code, message } = await refusal(port, `https://127.0.0.1:${port}`);
    expect(code).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(message).toContain(`${connects} self-signed certificate`);
  });

  test("has no TLS, though the variable says https", async () => {
    const port = portOf(await listen(createHttpServer()));
    const { message } = await refusal(port, `https://127.0.0.1:${port}`);
    expect(message).toBe(`${connects} the other side does not speak TLS`);
  });

  test("leads to a service whose certificate is not trusted", async () => {
    const { server, url } = await startProxy(leadTo(secureService));
    const agent = connectThroughProxies(new HttpsAgent(), { HTTPS_PROXY: url });
    agents.add(agent);
    const { code, message } = await failureOf(get(agent));
    expect(code).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(message.replaceAll(`127.0.0.1:${portOf(server)}`, "P")).toContain(
      `${tls} self-signed certificate`,
    );
    await allClosed();
  });
});

describe("what is destroyed closes the connection to the proxy", () => {
  const phases: [string, string, (reached: () => void) => Promise<string>][] = [
    [
      "in TLS with the proxy",
      "/",
      async (reached) => {
        const proxy = await startProxy(() => {});
        proxy.server.once("connection", reached);
        return proxy.url.replace("http:", "https:");
      },
    ],
    ["before the response to CONNECT", "/", async (reached) => (await startProxy(reached)).url],
    [
      "in the response to CONNECT",
      "/",
      async (reached) => (await startProxy((client) => client.write("HTTP/1.1 20", reached))).url,
    ],
    [
      "in TLS with the service",
      "/",
      async (reached) =>
        (
          await startProxy((client) => {
            client.once("data", reached);
            client.write(OPEN);
          })
        ).url,
    ],
    [
      "after the request",
      "/waits",
      async (reached) => {
        secureService.once("waits", reached);
        return (await startProxy(leadTo(secureService))).url;
      },
    ],
    ["in the body", "/started", async () => (await startProxy(leadTo(secureService))).url],
  ];
  const endings: [
    string,
    (request: ClientRequest, agent: HttpsAgent, controller: AbortController) => void,
  ][] = [
    ["the request", (request) => request.destroy()],
    ["the agent", (_request, agent) => agent.destroy()],
    ["the signal", (_request, _agent, controller) => controller.abort()],
  ];

  test.each(
    phases.flatMap(([phase, path, start]) =>
      endings.map(([what, end]) => [phase, what, path, start, end] as const),
    ),
  )("%s: %s", async (_phase, _what, path, start, end) => {
    const controller = new AbortController();
    let request: ClientRequest | undefined;
    let agent: HttpsAgent | undefined;
    await new Promise<void>((reached, failed) => {
      start(reached).then((url) => {
        agent = agentFor(url);
        request = httpsRequest({ agent, hostname: HOST, path, signal: controller.signal });
        request.on("error", failed);
        request.on("response", (response) => response.on("error", () => {}).once("data", () => reached()));
        request.end();
      }, failed);
    });
    if (request === undefined || agent === undefined) throw new Error("no request was made");
    const closed = closing(request);
    end(request, agent, controller);
    await Promise.all([closed, allClosed()]);
    expect(agent.sockets).toEqual({});
  });
});

describe("a process ends by itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "proxy-"));
  const program = join(folder, "program.mjs");
  const ca = join(folder, "ca.pem");

  beforeAll(() => {
    writeFileSync(ca, cert);
    const contents = `
      import https from "node:https";
      import { connectThroughProxies } from "./src/node/proxy.ts";
      const { environment, timeoutMs, abort } = JSON.parse(process.argv[2]);
      const agent = connectThroughProxies(new https.Agent({ keepAlive: true }), environment, timeoutMs);
      const request = https.request({ agent, hostname: ${JSON.stringify(HOST)} });
      let overSince = 0;
      const over = (outcome) => {
        overSince = performance.now();
        console.log(outcome);
      };
      request.on("error", ({ code }) => over(code));
      request.on("response", (response) => response.resume().on("end", () => over("done")));
      request.end();
      if (abort) request.destroy();
      process.on("exit", () => console.log(performance.now() - overSince < 1000));
    `;
    const stdin = { contents, resolveDir: join(import.meta.dirname, "../.."), loader: "ts" } as const;
    buildSync({ stdin, outfile: program, bundle: true, platform: "node", format: "esm", target: "node20" });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<[string, (client: Socket) => void, object, string]>([
    ["that was refused", respond("407 Proxy Authentication Required"), {}, "proxy_refused"],
    ["whose proxy closed", (client) => client.end(), {}, "ECONNRESET"],
    ["whose proxy stalled", () => {}, { timeoutMs: 200 }, "proxy_timeout"],
    ["whose tunnel stalled", (client) => client.write(OPEN), { timeoutMs: 200 }, "proxy_timeout"],
    ["that was destroyed at once", () => {}, { abort: true }, "ECONNRESET"],
    ["whose connection is kept", (client: Socket) => leadTo(secureService)(client), {}, "done"],
  ])("after a request %s", async (_title, onConnect, options, outcome) => {
    const { url } = await startProxy(onConnect);
    expect(await run({ ...options, environment: { HTTPS_PROXY: url } })).toEqual({
      out: `${outcome}\ntrue\n`,
      err: "",
    });
  });

  test("after a request whose connection is kept by a proxy that speaks TLS", async () => {
    const lead = leadTo(secureService);
    const proxy = await listen(
      createTlsServer({ key, cert }, (client) => {
        client.on("error", () => {});
        client.once("data", () => lead(client));
      }),
    );
    const environment = { HTTPS_PROXY: `https://127.0.0.1:${portOf(proxy)}` };
    expect(await run({ environment })).toEqual({ out: "done\ntrue\n", err: "" });
  });

  async function run(settings: object) {
    const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
      env: { NODE_EXTRA_CA_CERTS: ca },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { out, err };
  }
});
