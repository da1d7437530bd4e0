import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { Cancellation } from "../../../src/core/deadline.js";
import { readBody } from "../../../src/core/engine/body.js";
import { httpTransport } from "../../../src/node/transport/http-transport.js";
import { selfSigned } from "../../support/certificate.js";

const { key, cert } = selfSigned("localhost", "127.0.0.1");
const servers: https.Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A service over TLS that counts its connections and answers with the name that the client asked for. */
async function start() {
  const names: (string | false)[] = [];
  const server = https.createServer({ key, cert }, (request, answer) => {
    answer.end(`${request.method} ${request.url} of ${request.headers.host}`);
  });
  server.on("secureConnection", (socket) => names.push(socket.servername ?? false));
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { port, names };
}

/** Node's client as it is but for whom it trusts, which otherwise NODE_EXTRA_CA_CERTS says. */
const trusting = {
  Agent: https.Agent,
  request: (options: https.RequestOptions) => https.request({ ...options, ca: cert }),
};

async function ask(transport: ReturnType<typeof httpTransport>, address: string): Promise<string> {
  const request = { method: "GET", url: new URL(address), headers: {}, body: "" };
  const answer = await transport(request, new Cancellation());
  return readBody(answer.body, { maxBytes: 1000 });
}

test("Node's own client keeps a connection over TLS, whose name is the one that was asked for", async () => {
  const { port, names } = await start();
  const transport = httpTransport(http, trusting, zlib);
  expect(await ask(transport, `https://localhost:${port}/a?b=c`)).toBe(`GET /a?b=c of localhost:${port}`);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask(transport, `https://localhost:${port}/d`)).toBe(`GET /d of localhost:${port}`);
  expect(names).toEqual(["localhost"]);
  expect(await ask(transport, `https://127.0.0.1:${port}/`)).toBe(`GET / of 127.0.0.1:${port}`);
  expect(names).toEqual(["localhost", false]);
});

test("Node's own client asks nobody whose certificate it cannot trust", async () => {
  const { port } = await start();
  const asking = ask(httpTransport(http, https, zlib), `https://localhost:${port}/`);
  await expect(asking).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
});
