import { Agent, get } from "node:http";
import { join } from "node:path";
import type { MockOptions } from "../../src/mock/index.js";
import type { Counter } from "./measure.js";
import { type Running, start, workFolder } from "./process.js";
import type { Seen } from "./work.js";

/** Pages of the simulator, kept as files by `capturePages`. */
export const pages = {
  dcs: join(workFolder, "pages", "dcs-10.json"),
  starrocks: join(workFolder, "pages", "starrocks-10.json"),
  thousand: join(workFolder, "pages", "dcs-1000.json"),
  thousandBig: join(workFolder, "pages", "dcs-1000-big.json"),
} as const;

/** A running server that counts. */
export interface Counting extends Counter {
  stop(): Promise<void>;
}

/** A server of fixed bytes by path. */
export interface FixedServer extends Counting {
  readonly url: string;
  /** The request line and the header lines that came last. */
  lastHead(): Promise<readonly string[]>;
}

/** The simulator in a process of its own. */
export interface Simulator extends Counting {
  readonly urls: Readonly<Record<"dcs" | "vbs" | "starrocks", string>>;
  readonly resources: Readonly<Record<"dcs" | "starrocks", string>>;
}

/** Starts a server that answers the bytes of a file for each path. */
export async function startFixed(files: Readonly<Record<string, string>>): Promise<FixedServer> {
  const running = await start<{ url: string; control: string }>("server/fixed", { args: [files] });
  const { url, control } = running.message;
  return {
    url,
    ...counting(running, control),
    lastHead: async () => JSON.parse(await read(`${control}/head`)),
  };
}

/** Starts the simulator. */
export async function startSimulator(options: MockOptions): Promise<Simulator> {
  const running = await start<Pick<Simulator, "urls" | "resources"> & { control: string }>(
    "server/simulator",
    {
      args: [options],
    },
  );
  const { urls, resources, control } = running.message;
  return { urls, resources, ...counting(running, control) };
}

function counting(running: Running<unknown>, control: string): Counting {
  return {
    async take() {
      const seen: Seen = JSON.parse(await read(control));
      return seen;
    },
    stop: () => running.stop(),
  };
}

const agent = new Agent({ keepAlive: true });

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve(text));
    }).on("error", reject);
  });
}
