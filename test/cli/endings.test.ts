import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/mock/index.js";
import { openHangingConnections } from "../mock/support/connections.js";
import { startRedis, type TestRedis } from "../queue/support/redis.js";
import {
  type BadPeers,
  type Behaviour,
  type Cell,
  everyCell,
  httpPhases,
  type Phase,
  redisPhases,
  startBadPeers,
} from "../support/bad-peers.js";
import { lacks } from "../support/parts.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { type Context, checkEnd, type Ending, endings, startCommand } from "./support/ending.js";

// Every command that opens or takes a connection ends, whatever its peer does, by itself or by a signal. Each meets
// every phase of a connection, and so does each way to end, in `npm run test:whole`. The simulator's own ends are in test/mock/stop.test.ts.

const SOON = ["--timeout", "1", "--attempts", "1"];

const TARGET = 'targets: [{ service: vbs, project: p, policy: p-1, baseUrl: "http://127.0.0.1:1" }]\n';

let command: BuiltCommand;
beforeAll(() => {
  command = installCommand();
});
afterAll(() => command.clean());

const start = (context: Context, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  startCommand(command, context, args, env);

async function peersFor({ onTestFinished }: Context, cells: readonly Cell[]): Promise<BadPeers> {
  const peers = await startBadPeers(cells);
  onTestFinished(() => peers.stop());
  return peers;
}

/** Writes a file in a folder of its own. */
function write(name: string, text: string): string {
  const file = join(mkdtempSync(join(command.work, "endings-")), name);
  writeFileSync(file, text);
  return file;
}

/** A file with a target at each peer. */
function targetsAt({ urls }: BadPeers, account = ""): string {
  const targets = urls.map((url, at) => `  - { policy: p-${at}, baseUrl: "${url}" }\n`);
  return write(
    "targets.yaml",
    `${account}defaults: { service: vbs, project: p }\ntargets:\n${targets.join("")}`,
  );
}

// Both take the ten seconds after which a command gives up what nobody reads: `npm run test:whole` has the time.
describe.skipIf(!wholeRound).concurrent("a peer that reads no more", () => {
  let mock: Mock<"dcs">;
  beforeAll(async () => {
    mock = await startMock({ services: ["dcs"], mode: "simulate" });
  });
  afterAll(() => mock.stop());

  const manyTargets = (count: number, more = "") => {
    const ids = Array.from({ length: count }, (_, at) => `i-${at}`);
    const target = `service: dcs, project: p, instances: [${ids}], baseUrl: "${mock.urls.dcs}"`;
    return write("targets.yaml", `targets: [{ ${target}${more} }]\n`);
  };

  test("does not keep an interrupted audit", { timeout: 60_000 }, async ({ onTestFinished }) => {
    const child = spawn(process.execPath, [command.file, "audit", manyTargets(400)], { cwd: command.work });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "readable");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
  });

  test("does not keep the exporter", { timeout: 60_000 }, async (context) => {
    // More to scrape than any buffer on the way takes.
    const targets = manyTargets(1000, `, labels: { long: ${"x".repeat(20_000)} }`);
    const { child, saw, ended } = start(context, ["exporter", targets, "--listen", "127.0.0.1:0"]);
    const [, url] = await saw(/ at (http:\S+\/metrics); Ctrl-C stops\n/);
    const response = await new Promise<IncomingMessage>((answered, failed) =>
      get(String(url), answered).on("error", failed),
    );
    response.on("error", () => {});
    context.onTestFinished(() => void response.destroy());
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

const everything = everyCell(httpPhases);

describe.concurrent("list", () => {
  const rows: readonly [Phase, Behaviour, Ending][] = [
    ["tls", "drips", "SIGINT"],
    ["request", "silent", "SIGTERM"],
    ["body", "drips", "by itself"],
  ];
  const all = everything.flatMap(({ phase, behaviour }) =>
    endings
      .filter((ending) => ending === "by itself" || canBeWaitedFor({ phase, behaviour }))
      .map((ending): [Phase, Behaviour, Ending] => [phase, behaviour, ending]),
  );
  test.for(wholeRound ? all : rows.slice(1))(
    "%s %s: it ends %s",
    async ([phase, behaviour, ending], context) => {
      const peers = await peersFor(context, [{ phase, behaviour }]);
      const args = ["list", "vbs", "--policy", "p-1", "--project", "p", "--base-url", String(peers.urls[0])];
      const running = start(context, [...args, ...(ending === "by itself" ? SOON : [])], peers.env);
      if (ending !== "by itself") await peers.reached;
      await checkEnd(running, ending, ending === "by itself" ? 5 : 130);
      expect(peers.connections()).toBeLessThanOrEqual(1);
    },
  );
});

/** Whether a client stays at the peer, which sees it come: one that is let go may have ended before a signal. */
function canBeWaitedFor({ phase, behaviour }: Cell): boolean {
  return behaviour === "drips" || (behaviour === "silent" && !phase.endsWith("connect"));
}

test.skipIf(!wholeRound).concurrent("an audit whose peers all fail ends by itself", async (context) => {
  const peers = await peersFor(context, everything);
  const running = start(context, ["audit", targetsAt(peers), "--concurrency", "50", ...SOON], peers.env);
  await checkEnd(running, "by itself", 5);
  expect(running.said().match(/"verdict":"not-checked"/g)).toHaveLength(everything.length);
  expect(peers.connections()).toBeLessThanOrEqual(everything.length);
});

test.concurrent.for(sampleOf(["SIGINT", "SIGTERM"] as const, 2))(
  "an audit whose peers all fail ends on %s",
  async (signal, context) => {
    const peers = await peersFor(context, everything);
    const running = start(
      context,
      ["audit", targetsAt(peers), "--concurrency", "50", "--attempts", "1"],
      peers.env,
    );
    await peers.reached;
    await checkEnd(running, signal, 130);
    expect(running.said()).toContain(`ended after `);
  },
);

test.concurrent.for(sampleOf(["SIGTERM", "SIGINT"] as const, 2))(
  "an exporter whose peers all fail ends its round, and itself on %s",
  async (signal, context) => {
    const peers = await peersFor(context, everything);
    const limits = signal === "SIGINT" ? SOON : ["--attempts", "1"];
    const listen = ["--listen", "127.0.0.1:0", "--concurrency", "50"];
    const running = start(context, ["exporter", targetsAt(peers), ...listen, ...limits], peers.env);
    if (signal === "SIGINT") await running.saw(new RegExp(`: ${everything.length} could not be checked\n`));
    else await peers.reached;
    await checkEnd(running, signal, 0);
    expect(running.said()).toMatch(/stopped\n$/);
  },
);

// Before anything is asked of the service, a login tells the id of a project that is known by its name.
describe.concurrent("a login that is not answered", () => {
  const rows: readonly [string, Ending, number][] = [
    ["list", "SIGINT", 130],
    ["audit", "by itself", 5],
  ];
  const others: typeof rows = [
    ["list", "by itself", 5],
    ["list", "SIGTERM", 130],
    ["audit", "SIGTERM", 130],
    ["exporter", "SIGINT", 0],
  ];
  test.for(wholeRound ? [...rows, ...others] : rows.slice(1))(
    "%s ends %s",
    async ([name, ending, code], context) => {
      const peers = await peersFor(context, [{ phase: "request", behaviour: "silent" }]);
      const login = {
        OS_TOKEN: "",
        OS_USERNAME: "u",
        OS_PASSWORD: "fake-password",
        OS_USER_DOMAIN_NAME: "d",
        OS_PROJECT_NAME: "eu-de_team",
        OS_AUTH_URL: `${peers.urls[0]}/v3`,
      };
      const targets = write("targets.yaml", "targets: [{ service: vbs, region: eu-de, policy: p-1 }]\n");
      const args: Readonly<Record<string, readonly string[]>> = {
        list: ["list", "vbs", "--policy", "p-1", "--region", "eu-de"],
        audit: ["audit", targets],
        exporter: ["exporter", targets, "--listen", "127.0.0.1:0"],
      };
      const limits = ending === "by itself" ? SOON : [];
      const running = start(context, [...(args[name] ?? []), ...limits], login);
      await peers.reached;
      await checkEnd(running, ending, code);
    },
  );
});

describe.concurrent("with --remote-refs", () => {
  const cells = everything.filter(({ phase }) => phase !== "proxy");
  /** A contract that leads to all peers. */
  const contractAt = ({ urls }: BadPeers) => {
    const paths = urls.map((url, at) => `  /p${at}: { $ref: "${url}/path.yaml" }\n`);
    const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1", license: { name: X } }\n';
    return write(
      "contract.yaml",
      `${head}servers: [{ url: https://t.example.test }]\npaths:\n${paths.join("")}`,
    );
  };
  const rows: readonly ["lint" | "diff", Ending][] = [
    ["lint", "SIGTERM"],
    ["diff", "SIGINT"],
  ];
  const others: typeof rows = [
    ["lint", "SIGINT"],
    ["diff", "SIGTERM"],
    ["lint", "by itself"],
    ["diff", "by itself"],
  ];
  test.for(wholeRound ? [...rows, ...others] : rows.slice(0, 1))(
    "%s ends %s",
    { timeout: 60_000 },
    async ([name, ending], context) => {
      const peers = await peersFor(context, cells);
      const contract = contractAt(peers);
      const files = name === "lint" ? [contract] : [contract, contract];
      const temporary = mkdtempSync(join(command.work, "temporary-"));
      const running = start(context, [name, ...files, "--remote-refs"], { TMPDIR: temporary });
      await peers.reached;
      await checkEnd(running, ending, ending === "by itself" ? 5 : 130);
      // From Node 22 on, a library has Node keep what it has compiled.
      expect(readdirSync(temporary).filter((name) => name !== "node-compile-cache")).toEqual([]);
    },
  );
});

describe.concurrent("over a queue", () => {
  const argsOf = (name: string, url: string) =>
    name === "worker"
      ? ["worker", "--queue", url]
      : ["audit", write("targets.yaml", TARGET), "--queue", url, "--timeout", "1"];
  type QueueRow = readonly ["worker" | "audit", Phase, Behaviour, Ending];
  const rows: readonly QueueRow[] = [
    ["worker", "redis request", "silent", "SIGTERM"],
    ["worker", "redis reply", "closes", "by itself"],
    ["audit", "redis connect", "drips", "SIGINT"],
    ["audit", "redis tls", "closes", "by itself"],
  ];
  // That a silent Redis is given up takes half a minute, and both connect in the same way.
  const isWanted = (name: string, cell: Cell, ending: Ending) =>
    canBeWaitedFor(cell) ? ending !== "by itself" || name === "audit" : ending === "by itself";
  const all = (["worker", "audit"] as const).flatMap((name) =>
    everyCell(redisPhases).flatMap((cell) =>
      endings
        .filter((ending) => isWanted(name, cell, ending))
        .map((ending): QueueRow => [name, cell.phase, cell.behaviour, ending]),
    ),
  );
  test.for(wholeRound ? all : sampleOf(rows, 2))(
    "%s, %s %s: it ends %s",
    { timeout: 60_000 },
    async ([name, phase, behaviour, ending], context) => {
      const peers = await peersFor(context, [{ phase, behaviour }]);
      const running = start(context, argsOf(name, String(peers.urls[0])));
      if (ending !== "by itself") await peers.reached;
      const code = ending === "by itself" ? 5 : name === "worker" ? 0 : 130;
      await checkEnd(running, ending, code);
      expect(peers.connections()).toBeLessThanOrEqual(1);
    },
  );
});

describe.skipIf(lacks("redis-server")).concurrent("a worker whose peers all fail", () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test.for(wholeRound ? endings : endings.slice(0, 1))("its audit ends %s", async (ending, context) => {
    // A database of its own, or they would take each other's jobs.
    const queue = `${redis.url}/${endings.indexOf(ending)}`;
    const peers = await peersFor(context, everything);
    const credentials = { environment: { OS_TOKEN: "TEAM_TOKEN" } };
    const hosts = peers.urls.map((url) => new URL(url).host);
    const accounts = (more: object) =>
      `accounts: ${JSON.stringify({ default: { ...credentials, ...more } })}\n`;
    const env = { ...peers.env, TEAM_TOKEN: "fake-token" };
    const file = write("accounts.yaml", accounts({ hosts }));
    const limits = ["--concurrency", "50", "--grace", "0s"];
    const worker = start(context, ["worker", "--queue", queue, "--accounts", file, ...limits], env);
    await worker.saw(/waiting for targets/);
    const targets = targetsAt(peers, accounts({}));
    const args = ["audit", targets, "--queue", queue, ...(ending === "by itself" ? SOON : [])];
    const audit = start(context, args, env);
    await peers.reached;
    if (ending === "by itself") await checkEnd(audit, ending, 5);
    // The worker ends with its jobs running, and the audit without a worker.
    await checkEnd(worker, ending === "SIGINT" ? "SIGINT" : "SIGTERM", 0);
    if (ending !== "by itself") await checkEnd(audit, ending, 130);
  });
});

// Of the exporter's server, see test/cli/exporter.test.ts.
describe.concurrent("a server whose clients stay", () => {
  const rows: readonly [string, readonly string[], RegExp][] = [
    ["worker", ["worker", "--health", "0", "--queue"], /health on port (\d+)/],
    ["mock", ["mock", "starrocks", "--mode", "examples", "--port", "0"], /_STARROCKS_URL='.*:(\d+)/],
  ];
  test.for(wholeRound ? rows : rows.slice(0, 1))(
    "%s ends on SIGTERM",
    async ([name, args, says], context) => {
      const peers = await peersFor(context, [{ phase: "redis request", behaviour: "silent" }]);
      const running = start(context, name === "worker" ? [...args, String(peers.urls[0])] : args);
      const [, port] = await running.saw(says);
      const connections = await openHangingConnections(`http://127.0.0.1:${port}`);
      context.onTestFinished(() => connections.destroy());
      await checkEnd(running, "SIGTERM", 0);
      await connections.closed();
    },
  );
});
