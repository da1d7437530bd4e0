import type { Agent } from "node:http";
import type { Socket } from "node:net";
import { idleTimeout, maxConnections } from "./connections.js";

/** A connection that waits for its next request. */
interface Idle extends Socket {
  /** The round of the sweep in which it began to. */
  [since]?: number;
}

const since = Symbol("since");

export const agentOptions = { keepAlive: true, maxSockets: maxConnections };

/**
 * Has an agent keep its connections for a while in a way that costs a call next to nothing: one timer for all
 * of them, which does not keep the process alive, any more than they do.
 */
export function keepConnections<Kind extends Agent>(agent: Kind): Kind {
  let round = 0;
  let sweeping: NodeJS.Timeout | undefined;
  const sweep = () => {
    round++;
    const idle: Idle[] = Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);
    const old = idle.filter((socket) => (socket[since] ?? 0) < round - 1);
    for (const socket of old) socket.destroy();
    if (old.length < idle.length) return;
    clearInterval(sweeping);
    sweeping = undefined;
  };
  agent.keepSocketAlive = (socket: Idle) => {
    socket.unref();
    socket[since] = round;
    if (sweeping === undefined) {
      sweeping = setInterval(sweep, idleTimeout / 2);
      // Where a test has put a window's timers in place of Node's, it is a number.
      if (typeof sweeping === "object") sweeping.unref();
    }
    return true;
  };
  return agent;
}
