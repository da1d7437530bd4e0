import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { startMock } from "../../../src/mock/index.js";
import { fakeClock } from "../../support/fake-clock.js";
import { scenarios } from "./scenarios.js";

/** The services that the cases send requests to. */
export interface Services {
  /** Their URLs as environment variables. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the services of these variables:
 *
 * - `SIM_*`: simulators whose clock stands at 2026-11-21T08:00Z, so that their records are always the same
 * - `LIVE_DCS`: a simulator with records up to now
 * - `STRICT_*`: simulators that check signatures; `STRICT_IAM` is their login
 * - `FIXTURE`: the scenarios, each below its name, as `$FIXTURE/three-pages`
 * - `CLOSED`: nothing listens there
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
    incoming.on("end", () => respond(incoming, outgoing, counts));
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

/** A URL that nothing listens on any more. */
async function closedUrl(): Promise<string> {
  const server = await startFixture();
  await server.stop();
  return server.url;
}

// `/states/…` is served by the scenario "states"; `/states+1/…` by the same one, with its own request count.
function respond(incoming: IncomingMessage, outgoing: ServerResponse, counts: Map<string, number>): void {
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
  const response = scenario(request, number);
  if (response === "stall") return;
  if (response === "reset") {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, { "content-type": "application/json", ...response.headers });
  outgoing.end(
    typeof response.body === "string"
      ? response.body
      : response.body === undefined
        ? ""
        : JSON.stringify(response.body),
  );
}
