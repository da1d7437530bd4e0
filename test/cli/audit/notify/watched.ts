import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { dcsRecord } from "../../../support/dcs-records.js";

/** A request that a receiver got. */
export interface Heard {
  readonly url: string;
  readonly type: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Where an audit asks and tells, as one server: backups below `/dcs`, the watcher at `/ping`, messages at `/notify`. */
export interface Watched {
  readonly url: string;
  readonly heard: Heard[];
  /** Instances whose last backup is ten days old. */
  readonly late: Set<string>;
  /** Called with the path of a request when it has arrived; returns the status of the response. */
  arrived: (path: string) => number;
  /** Called with the path of a request when its response was sent. */
  responded: (path: string) => void;
  stop(): Promise<void>;
}

const DAY = 86_400_000;

export async function startWatched(): Promise<Watched> {
  const server = createServer((incoming, outgoing) => void respond(watched, incoming, outgoing));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const watched: Watched = {
    url: `http://127.0.0.1:${port}`,
    heard: [],
    late: new Set(),
    arrived: () => 200,
    responded: () => {},
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return watched;
}

/** The receiver's part of a server. */
export async function receive({ heard }: Pick<Watched, "heard">, incoming: IncomingMessage): Promise<void> {
  const { url = "", headers } = incoming;
  const { authorization } = headers;
  heard.push({ url, type: headers["content-type"] ?? "", authorization, body: await text(incoming) });
}

async function respond(watched: Watched, incoming: IncomingMessage, outgoing: ServerResponse) {
  const path = incoming.url ?? "";
  outgoing.on("finish", () => watched.responded(path));
  const [, instance] = /^\/dcs\/.*\/instances\/([^/]+)\//.exec(path) ?? [];
  if (instance === undefined) await receive(watched, incoming);
  const status = watched.arrived(path);
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(instance === undefined ? "{}" : JSON.stringify(listing(watched.late.has(instance))));
}

function listing(late: boolean) {
  const at = new Date(Date.now() - (late ? 10 * DAY : 60_000)).toISOString();
  return { backup_record_response: [dcsRecord(1, { created_at: at, updated_at: at })], total_num: 1 };
}
