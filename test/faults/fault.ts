import type { Socket } from "node:net";
import type { CallOptions, Clock, Listing } from "../../src/index.js";
import { type Act, type FaultServer, reply, type Script } from "../support/fault-server.js";
import type { TransportName } from "./transports.js";
import type { ServiceName, Shared, Wire } from "./wire.js";

/** One fault: what the server does, and what has to come of it for a listing of all records. */
export interface Fault {
  /** What goes wrong, in words: the fault's name. */
  readonly behaviour: string;
  /** Where it can occur. @default every service */
  readonly services?: readonly ServiceName[];
  /** It takes a second or more, and the service makes no difference: `npm test` tries it with DCS only. */
  readonly slow?: true;
  /** The server's part; null if no server listens. The last act of a list repeats. */
  readonly serve: (stage: Stage) => Script | null;
  /** Deals with a connection before any request comes in. */
  readonly onConnection?: (socket: Socket, count: number) => boolean;
  /** The client's options beside those of `run`. */
  readonly options?: (stage: Stage) => Shared;
  /** What is asked of the client; returns what came back. @default the ids of all records */
  readonly ask?: (stage: Stage) => Promise<unknown>;
  readonly outcome: Outcome | ((service: ServiceName, transport: TransportName) => Outcome);
}

/** What surrounds a fault while it runs. */
export interface Stage {
  readonly wire: Wire;
  readonly service: ServiceName;
  readonly server: FaultServer;
  /** A server at another origin, which must never be asked. */
  readonly elsewhere: FaultServer;
  /** Runs a hundred times as fast as the machine's, if a fault's options use it. */
  readonly fast: Clock;
  /** Aborts the call. */
  readonly caller: AbortController;
  /** A good response with two records, `a` and `b`. */
  readonly good: Act;
  /** Asks the client under test, which is the same for the whole fault. */
  list(call?: CallOptions): Listing<unknown>;
  /** Reads a listing to its end. */
  ids(listing: AsyncIterable<unknown>): Promise<unknown[]>;
}

export interface Outcome {
  /** Name of the error's class; if the runtime decides, all that are right. Absent: no error. */
  readonly error?: string | readonly string[];
  /** Fields that the error has. */
  readonly fields?: object;
  /** Words of its message. */
  readonly says?: RegExp;
  /** What the call returns, if it does. */
  readonly returns?: unknown;
  /** Requests that reach the server, exactly, or the most of them. */
  readonly requests: number | { readonly atMost: number };
  /** Waits that were reported: milliseconds and source. */
  readonly waits?: readonly (readonly [number, "server" | "backoff"])[];
  /** @default 0 */
  readonly atLeastMs?: number;
  /** @default 3000 */
  readonly withinMs?: number;
  /** What else must hold. */
  readonly also?: (stage: Stage) => void;
}

/** A service that is well. */
export const good = ["a", "b"];

export function goodAct(wire: Wire): Act {
  return reply(200, wire.page(good));
}
