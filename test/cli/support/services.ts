import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { startMock } from "../../../src/mock/index.js";
import { fakeClock } from "../../support/fake-clock.js";
import { scenarios } from "./scenarios.js";

/** The services that the cases run against, as variables of their environment. */
export interface Services {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * `SIM_*`: the simulator at 2026-11-21T08:00Z, so that its records are always the same · `LIVE_*`: one whose
 * records go up to now · `EXAMPLES_*`: the
 * documents' examples · `STRICT_*`: a simulator that checks signatures · `FIXTURE`: the scenarios, each below its
 * name · `CLOSED`: where nothing listens.
 */
export async function startServices(): Promise<Services> {
  const fixture = await startFixture();
  const [simulated, live, strict] = await Promise.all([
    startMock({ mode: "simulate", clock: fakeClock() }),
    startMock({ mode: "simulate", services: ["dcs"] }),
    startMock({ mode: "simulate", auth: "verify" }),
  ]);
  const named = (prefix: string, urls: Readonly<Record<string, string>>) =>
    Object.entries(urls).map(([service, url]) => [`${prefix}_${service.toUpperCase()}`, url]);
  return {
    env: {
      FIXTURE: fixture.url,
      CLOSED: await closedUrl(),
      ...Object.fromEntries([
        ...named("SIM", simulated.urls),
        ...named("LIVE", live.urls),
        ...named("STRICT", strict.urls),
      ]),
      STRICT_IAM: `${strict.iamUrl}/v3`,
    },
    stop: async () => {
      await Promise.all([simulated.stop(), live.stop(), strict.stop(), fixture.stop()]);
    },
  };
}

async function startFixture(): Promise<{ url: string; stop: () => Promise<void> }> {
  const counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on("end", () => answer(incoming, outgoing, counts));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Where something listened a moment ago. */
async function closedUrl(): Promise<string> {
  const server = await startFixture();
  await server.stop();
  return server.url;
}

// `/states/…` is played by the scenario of that name; `/states+1/…` the same with a count of its own.
function answer(incoming: IncomingMessage, outgoing: ServerResponse, counts: Map<string, number>): void {
  const [, name = ""] = /^\/([^/?]+)/.exec(incoming.url ?? "") ?? [];
  const scenario = scenarios[name.replace(/\+.*$/, "")];
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const number = (counts.get(name) ?? 0) + 1;
  counts.set(name, number);
  const request = {
    method: incoming.method ?? "",
    target: incoming.url ?? "",
    rawHeaders: incoming.rawHeaders,
    body: Buffer.alloc(0),
  };
  const reply = scenario(request, number);
  if (reply === "stall") return;
  if (reply === "reset") {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
  outgoing.end(
    typeof reply.body === "string" ? reply.body : reply.body === undefined ? "" : JSON.stringify(reply.body),
  );
}
