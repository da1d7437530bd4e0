import { once } from "node:events";
import { get } from "node:http";
import type { Server } from "node:net";
import { join } from "node:path";
import type { MockOptions } from "../../src/mock/index.js";
import type { Counter } from "./measure.js";
import { type Running, start, workFolder } from "./process.js";
import type { Seen } from "./work.js";

/** Pages of the simulator, written to files by `scenarios/pages`. */
export const pages = {
  dcs: join(workFolder, "pages", "dcs-10.json"),
  starrocks: join(workFolder, "pages", "starrocks-10.json"),
  thousand: join(workFolder, "pages", "dcs-1000.json"),
  thousandBig: join(workFolder, "pages", "dcs-1000-big.json"),
} as const;

/** A running server that counts. */
export interface CountingServer extends Counter {
  stop(): Promise<void>;
}

/** A server that responds with the same bytes each time. */
export interface FixedServer extends CountingServer {
  readonly url: string;
}

/** The simulator in a process of its own. */
export interface Simulator extends CountingServer {
  readonly urls: Readonly<Record<"dcs" | "vbs" | "starrocks", string>>;
  readonly resources: Readonly<Record<"dcs" | "starrocks", string>>;
}

/** Starts a server that responds with the bytes of a file for each path. */
export async function startFixed(files: Readonly<Record<string, string>>): Promise<FixedServer> {
  const running = await start<{ url: string; control: string }>("server/fixed", { args: [files] });
  return { url: running.message.url, ...counting(running) };
}

/** Starts the simulator. */
export async function startSimulator(options: MockOptions): Promise<Simulator> {
  const running = await start<Pick<Simulator, "urls" | "resources"> & { control: string }>(
    "server/simulator",
    { args: [options] },
  );
  const { urls, resources } = running.message;
  return { urls, resources, ...counting(running) };
}

function counting({ message, stop }: Running<{ control: string }>): CountingServer {
  return {
    async take() {
      const seen: Seen = JSON.parse(await read(message.control));
      return seen;
    },
    stop,
  };
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // A new connection for each: a server closes one that is idle for 5 s, as it is if a round takes longer.
    get(url, { agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
}

/** Lets a server listen on a free port of this machine, and returns its URL. */
export async function listen(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}
