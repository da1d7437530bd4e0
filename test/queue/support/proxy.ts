import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to Redis that can be cut. */
export interface CutProxy {
  readonly port: number;
  /** Ends all connections, with `reset` by a TCP reset, and takes no more. */
  cut(reset?: boolean): void;
  /** From now on leads there; connections that are open stay. */
  leadTo(port: number): void;
  mend(): void;
  stop(): void;
}

/** Forwards a port of its own to another. */
export async function startProxy(target: number): Promise<CutProxy> {
  const open = new Set<Socket>();
  let whole = true;
  let to = target;
  const server = createServer((incoming) => {
    if (!whole) {
      incoming.destroy();
      return;
    }
    const outgoing = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const cut = (reset = false) => {
    whole = false;
    for (const socket of open) {
      if (reset) socket.resetAndDestroy();
      else socket.destroy();
    }
  };
  return {
    port: address.port,
    cut,
    leadTo: (port) => {
      to = port;
    },
    mend: () => {
      whole = true;
    },
    stop: () => {
      cut();
      server.close();
    },
  };
}
