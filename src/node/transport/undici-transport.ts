import type { Client, Dispatcher, Pool } from "undici";
import type { IncomingAnswer, Transport } from "../../core/engine/transport.js";
import { headerList, idleTimeout, isReset, markStale, maxConnections } from "./connections.js";
import type { Zlib } from "./decoders.js";
import { Inflow } from "./inflow.js";

type Undici = Pick<typeof import("undici"), "Client" | "Pool">;

/** What undici keeps no count of: the answers that came over a connection. */
interface Connection {
  answers: number;
}

/** A request on its way, which learns from the pool which connection it was given. */
interface Dispatched extends Dispatcher.DispatchOptions {
  connection?: Connection;
}

/** Whether the module is of version 7 or later: older ones, which other packages bring along, name other callbacks. */
export function isCurrent(undici: object): boolean {
  return "cacheStores" in undici;
}

/**
 * The transport over undici's own client, below its fetch and its streams. All its timeouts but that of
 * connecting, which is fetch's, are off: an attempt has its own.
 */
export function undiciTransport(undici: Undici, zlib: Zlib): Transport {
  const pools = new Map<string, Pool>();
  const poolFor = (origin: string) => {
    const pool = pools.get(origin) ?? openPool(undici, origin);
    pools.set(origin, pool);
    return pool;
  };
  return (request, cancellation) =>
    new Promise((resolve, reject) => {
      const { url, method, body } = request;
      const options: Dispatched = {
        path: url.pathname + url.search,
        method: method as Dispatcher.HttpMethod,
        headers: headerList(request.headers),
        body: body === "" ? null : body,
      };
      let answer: UndiciAnswer | undefined;
      poolFor(url.origin).dispatch(options, {
        onRequestStart(controller) {
          const stop = () => controller.abort(new Error("cancelled"));
          if (cancellation.cancelled) stop();
          else cancellation.onCancel = stop;
        },
        onResponseStart(controller, status, headers) {
          // An informational answer comes before the real one.
          if (status < 200) return;
          answer = new UndiciAnswer(controller, status, headers, zlib);
          resolve(answer);
        },
        onResponseData(_controller, chunk) {
          answer?.push(chunk);
        },
        onResponseEnd() {
          if (options.connection) options.connection.answers++;
          answer?.end();
        },
        onResponseError(_controller, error) {
          // Whatever length a 204 states, it has no body, and undici misses it.
          if (answer?.status === 204) answer.end();
          else if (answer !== undefined) answer.fail(error);
          else reject(options.connection?.answers && isReset(error) ? markStale(error) : error);
        },
      });
    });
}

function openPool({ Client, Pool }: Undici, origin: string): Pool {
  const factory = (at: URL, options: object): Client => {
    const client = new Client(at, options);
    const connection: Connection = { answers: 0 };
    client.on("connect", () => {
      connection.answers = 0;
    });
    const dispatch = client.dispatch.bind(client);
    const counted = (options: Dispatched, handler: Dispatcher.DispatchHandler) => {
      options.connection = connection;
      return dispatch(options, handler);
    };
    client.dispatch = counted;
    return client;
  };
  return new Pool(origin, {
    connections: maxConnections,
    keepAliveTimeout: idleTimeout,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    factory,
  });
}

class UndiciAnswer extends Inflow implements IncomingAnswer {
  readonly status: number;
  readonly #controller: Dispatcher.DispatchController;
  readonly #headers: Headers;

  constructor(controller: Dispatcher.DispatchController, status: number, headers: Headers, zlib: Zlib) {
    super(oneValue(headers["content-encoding"]), zlib);
    this.status = status;
    this.#controller = controller;
    this.#headers = headers;
  }

  get body(): Inflow {
    return this;
  }

  header(name: string): string | null {
    return oneValue(this.#headers[name.toLowerCase()]);
  }

  get headers(): Iterable<readonly [string, string]> {
    return Object.entries(this.#headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one] as const),
    );
  }

  // A paused undici 7 ends the process when the other side closes the connection (nodejs/undici#5360).
  pause(): void {}
  resume(): void {}

  close(): void {
    this.#controller.abort(new Error("cancelled"));
  }
}

/** By lower-case names; a header that came several times is a list. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

function oneValue(value: Headers[string]): string | null {
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}
