import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What a peer does once a client has come as far as the phase: the connection stays, or ends in one of two ways. */
export const behaviours = ["silent", "drips", "closes", "resets"] as const;
export type Behaviour = (typeof behaviours)[number];

interface Opening {
  /** Matches what the client has sent by then; without it, the peer begins as soon as it has a connection. */
  readonly after?: RegExp;
  /** The beginning of a response, which is all that comes. */
  readonly sends?: string;
  /** Sent first by a peer that drips, so that what drips is never complete and never wrong. */
  readonly drips?: string;
}

const RESPONSE = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const REQUEST = /\r\n\r\n/;

const openings = {
  connect: { drips: `${RESPONSE}x-drip: ` },
  // The first bytes are a ClientHello; what drips is a record of which the rest is missing.
  tls: { after: /./s, drips: "\x16\x03\x03\x3f\xff" },
  proxy: { after: /^CONNECT .*\r\n\r\n/s, drips: "HTTP/1.1 200 OK\r\nx-drip: " },
  request: { after: REQUEST, drips: `${RESPONSE}x-drip: ` },
  headers: { after: REQUEST, sends: `${RESPONSE}x-half: ` },
  body: { after: REQUEST, sends: `${RESPONSE}content-length: 1000000\r\n\r\n{"` },
  "redis connect": { drips: "+" },
  "redis tls": { after: /./s, drips: "\x16\x03\x03\x3f\xff" },
  "redis request": { after: /^\*/, drips: "+" },
  "redis reply": { after: /^\*/, sends: "$1000000\r\nredis_version:7" },
} as const satisfies Readonly<Record<string, Opening>>;

/** How far a client comes before its peer fails it. */
export type Phase = keyof typeof openings;
export const httpPhases = ["connect", "tls", "proxy", "request", "headers", "body"] as const;
export const redisPhases = ["redis connect", "redis tls", "redis request", "redis reply"] as const;

/** One way to be failed. */
export interface Cell {
  readonly phase: Phase;
  readonly behaviour: Behaviour;
}

/** Every behaviour in each of these phases. */
export function everyCell(phases: readonly Phase[]): Cell[] {
  return phases.flatMap((phase) => behaviours.map((behaviour) => ({ phase, behaviour })));
}

/** Peers on 127.0.0.1 that fail their clients, one for each cell. */
export interface BadPeers {
  /** Where each of them is reached, in the order of the cells. */
  readonly urls: readonly string[];
  /** Leads requests to those that are proxies. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves once a client has come as far as its phase at every peer that can see it come. */
  readonly reached: Promise<unknown>;
  /** Connections so far, of all peers together. */
  connections(): number;
  stop(): void;
}

/** A cell, and whom to tell that a client has come so far. */
interface Waiting {
  readonly cell: Cell;
  readonly see: () => void;
}

/** Starts them on ports that the system chooses. */
export async function startBadPeers(cells: readonly Cell[]): Promise<BadPeers> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const full: FullPort[] = [];
  const reached: Promise<void>[] = [];
  let connections = 0;
  /** Starts a server; what it has received says what it waits for. */
  const serve = async (choose: (received: string) => Waiting | undefined) => {
    const server = createServer((socket) => {
      connections += 1;
      sockets.add(socket);
      socket.on("error", () => {}).setEncoding("latin1");
      let received = "";
      const look = (chunk: string) => {
        received += chunk;
        const waiting = choose(received);
        if (waiting === undefined || !isReached(waiting.cell, received)) return;
        socket.off("data", look).resume();
        fail(socket, waiting.cell);
        waiting.see();
      };
      socket.on("data", look);
      look("");
    });
    servers.push(server);
    return listen(server);
  };
  const waitFor = (cell: Cell): Waiting => {
    let see = () => {};
    reached.push(
      new Promise((resolve) => {
        see = resolve;
      }),
    );
    return { cell, see };
  };
  // One proxy plays all that fail there: the name of the target says how.
  const tunnels = new Map<string, Waiting>();
  const proxy = await serve((received) => tunnels.get(/^CONNECT (\w+)/.exec(received)?.[1] ?? ""));
  const urls: string[] = [];
  for (const cell of cells) {
    const { phase, behaviour } = cell;
    if (behaviour === "silent" && phase.endsWith("connect")) {
      const port = await startFullPort();
      full.push(port);
      urls.push(urlOf(phase, port.number));
    } else if (phase === "proxy") {
      tunnels.set(behaviour, waitFor(cell));
      urls.push(`https://${behaviour}.peer.test`);
    } else {
      const waiting = waitFor(cell);
      urls.push(urlOf(phase, await serve(() => waiting)));
    }
  }
  return {
    urls,
    env: tunnels.size === 0 ? {} : { HTTPS_PROXY: `http://127.0.0.1:${proxy}` },
    reached: Promise.all(reached),
    connections: () => connections,
    stop() {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
      for (const port of full) port.free();
    },
  };
}

const opening = ({ phase }: Cell): Opening => openings[phase];

function isReached(cell: Cell, received: string): boolean {
  return opening(cell).after?.test(received) ?? true;
}

function urlOf(phase: Phase, port: number): string {
  const scheme = phase.startsWith("redis") ? "redis" : "http";
  const secure = phase.endsWith("tls") ? "s" : "";
  return `${scheme}${secure}://127.0.0.1:${port}`;
}

function fail(socket: Socket, cell: Cell): void {
  const { sends = "", drips = "" } = opening(cell);
  const { behaviour } = cell;
  if (behaviour === "drips") {
    socket.write(sends + drips, "latin1");
    const timer = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(timer));
  } else if (behaviour === "closes") socket.end(sends);
  else if (behaviour === "resets") {
    // What was sent has left by then: a reset drops the rest.
    if (sends === "") socket.resetAndDestroy();
    else socket.write(sends, () => setImmediate(() => socket.resetAndDestroy()));
  } else if (sends !== "") socket.write(sends);
}

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

interface FullPort {
  readonly number: number;
  free(): void;
}

const IDLE_SERVER = `
const server = require("node:net").createServer();
server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  require("node:fs").writeSync(1, String(server.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A port whose queue is full, so that Linux never completes a connection to it; elsewhere nothing is ever said. */
async function startFullPort(): Promise<FullPort> {
  const child: ChildProcess = spawn(process.execPath, ["-e", IDLE_SERVER], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [data] = await once(child.stdout ?? child, "data");
  const number = Number(String(data));
  const fillers = [1, 2].map(() => connect(number, "127.0.0.1").on("error", () => {}));
  await Promise.all(fillers.map((filler) => once(filler, "connect")));
  return {
    number,
    free() {
      for (const filler of fillers) filler.destroy();
      child.kill("SIGKILL");
    },
  };
}
