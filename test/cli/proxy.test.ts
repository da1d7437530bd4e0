import { writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { selfSigned } from "../support/certificate.js";
import { dcsListing } from "../support/dcs-records.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";

const HOST = "dcs.eu-de.otc.t-systems.com";
/** Leads to this machine, but is not one of its own names, so that a proxy is used for it. */
const NUMBER = "0.0.0.0";

let command: BuiltCommand;
let extraCa: string;
const tunnels: { target: string; authorization: string | undefined; bytes: Buffer[] }[] = [];
const tokens: string[] = [];
const sockets = new Set<Socket>();

const { key, cert } = selfSigned(HOST, NUMBER);
const service = createHttpsServer({ key, cert }, (incoming, outgoing) => {
  tokens.push(String(incoming.headers["x-auth-token"]));
  const target = incoming.url ?? "";
  const { body } = dcsListing(1)({ method: "GET", target, rawHeaders: [], body: Buffer.alloc(0) });
  outgoing.writeHead(200, { "content-type": "application/json", connection: "close" });
  outgoing.end(JSON.stringify(body));
});
// Whatever is asked for, the tunnel leads to the service.
const proxy = createHttpServer().on("connect", (request, client: Socket, head: Buffer) => {
  const tunnel = {
    target: request.url ?? "",
    authorization: request.headers["proxy-authorization"],
    bytes: [head],
  };
  tunnels.push(tunnel);
  const upstream = connect(portOf(service), "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    client.on("data", (chunk: Buffer) => tunnel.bytes.push(chunk));
    client.pipe(upstream).pipe(client);
  });
  for (const socket of [client, upstream]) {
    sockets.add(socket);
    socket.on("error", () => {});
  }
});

beforeAll(async () => {
  command = installCommand();
  extraCa = join(command.work, "ca.pem");
  writeFileSync(extraCa, cert);
  await Promise.all([listen(service), listen(proxy)]);
});

beforeEach(() => {
  tunnels.length = 0;
  tokens.length = 0;
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all([service, proxy].map((server) => new Promise((done) => server.close(done))));
  command.clean();
});

const list = ["list", "dcs", "--project", "p", "--instance", "i-1", "--attempts", "1", "--format", "csv"];
const atOtc = [...list, "--cloud", "otc", "--region", "eu-de"];
const env = () => ({ OS_TOKEN: "fake-token", NODE_EXTRA_CA_CERTS: extraCa });
const proxyUrl = (user = "") => `http://${user}127.0.0.1:${portOf(proxy)}`;

test("HTTPS_PROXY is gone through by a tunnel that shows nothing, and NODE_EXTRA_CA_CERTS is believed", async () => {
  const { stdout, stderr, exit } = await run(command, atOtc, { ...env(), HTTPS_PROXY: proxyUrl() });
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  expect(stdout).toContain("dcs,backup-0,");
  expect(tunnels.map(({ target }) => target)).toEqual([`${HOST}:443`]);
  expect(tokens).toEqual(["fake-token"]);
  expect(Buffer.concat(tunnels.flatMap(({ bytes }) => bytes)).includes("fake-token")).toBe(false);
});

test("a proxy's own credentials are for the proxy, and --debug does not tell them", async () => {
  const variables = { ...env(), https_proxy: proxyUrl("someone:fake-secret@") };
  const { stderr, exit } = await run(command, [...atOtc, "--debug"], variables);
  expect(exit).toBe(0);
  expect(tunnels[0]?.authorization).toBe(`Basic ${Buffer.from("someone:fake-secret").toString("base64")}`);
  expect(stderr).toContain(`debug: proxy: 127.0.0.1:${portOf(proxy)} from https_proxy`);
  expect(stderr).not.toContain("fake-secret");
});

test.skipIf(!wholeRound)("a certificate that nobody vouches for is refused", async () => {
  const { stderr, exit } = await run(command, atOtc, { OS_TOKEN: "fake-token", HTTPS_PROXY: proxyUrl() });
  expect(exit).toBe(5);
  expect(stderr).toBe(
    "backup-records: dcs ListBackupRecords: no response came from dcs.eu-de.otc.t-systems.com (attempt 1, " +
      "DEPTH_ZERO_SELF_SIGNED_CERT): the certificate is not signed by a known authority; name the authority's " +
      "certificate in NODE_EXTRA_CA_CERTS\n",
  );
  expect(tokens).toEqual([]);
});

test.each(sampleOf([NUMBER, "*"], 2))("NO_PROXY=%s goes around the proxy", async (noProxy) => {
  const args = [...list, "--base-url", `https://${NUMBER}:${portOf(service)}`];
  const { exit } = await run(command, args, { ...env(), HTTPS_PROXY: proxyUrl(), NO_PROXY: noProxy });
  expect({ exit, tunnels, tokens }).toEqual({ exit: 0, tunnels: [], tokens: ["fake-token"] });
});

test.skipIf(!wholeRound)("without NO_PROXY the same address goes through it", async () => {
  const args = [...list, "--base-url", `https://${NUMBER}:${portOf(service)}`];
  const { exit } = await run(command, args, { ...env(), HTTPS_PROXY: proxyUrl() });
  expect({ exit, through: tunnels.length }).toEqual({ exit: 0, through: 1 });
});

test.skipIf(!wholeRound)("a service on this machine is never asked through a proxy", async () => {
  const args = [...list, "--base-url", `https://127.0.0.1:${portOf(service)}`];
  const { stderr } = await run(command, args, { ...env(), HTTPS_PROXY: proxyUrl() });
  expect(tunnels).toEqual([]);
  expect(stderr).toContain("127.0.0.1");
});

test.skipIf(!wholeRound)("a proxy that is not there is a network failure", async () => {
  const { stderr, exit } = await run(command, atOtc, { ...env(), HTTPS_PROXY: "http://127.0.0.1:9" });
  expect(exit).toBe(5);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a proxy that is no URL is said so", async () => {
  const { stderr, exit } = await run(command, atOtc, { ...env(), HTTPS_PROXY: "not a url" });
  expect({ stderr, exit }).toEqual({
    stderr:
      "backup-records: HTTPS_PROXY is not the address of a proxy (expected http://host:port); percent-encode / ? # % @ and : in user and password\n",
    exit: 2,
  });
});

function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
