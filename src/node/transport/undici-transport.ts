import type { Client, Dispatcher, Pool } from "undici";
import type { IncomingAnswer, Transport } from "../../core/transport.js";
import { idleTimeout, isReset, markStale, maxConnections, usualHeaders } from "./connections.js";
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
        headers: { ...usualHeaders, ...request.headers },
        body: body === "" ? null : body,
      };
      let inflow: Inflow | undefined;
      poolFor(url.origin).dispatch(options, {
        onRequestStart(controller) {
          const stop = () => controller.abort(new Error("cancelled"));
          if (cancellation.cancelled) stop();
          else cancellation.onCancel = stop;
        },
        onResponseStart(controller, status, headers) {
          // An informational answer comes before the real one.
          if (status < 200) return;
          const header = (name: string) => oneValue(headers[name.toLowerCase()]);
          const source = {
            pause: () => controller.pause(),
            resume: () => controller.resume(),
            close: () => controller.abort(new Error("cancelled")),
          };
          inflow = new Inflow(source, header("content-encoding"), zlib);
          resolve(answerOf(status, header, inflow, headers));
        },
        onResponseData(_controller, chunk) {
          inflow?.push(chunk);
        },
        onResponseEnd() {
          if (options.connection) options.connection.answers++;
          inflow?.end();
        },
        onResponseError(_controller, error) {
          if (inflow !== undefined) inflow.fail(error);
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
    client.dispatch = (options: Dispatched, handler) => {
      options.connection = connection;
      return dispatch(options, handler);
    };
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

type Header = string | string[] | undefined;

function answerOf(
  status: number,
  header: IncomingAnswer["header"],
  body: Inflow,
  headers: Readonly<Record<string, Header>>,
): IncomingAnswer {
  return {
    status,
    header,
    body,
    get headers() {
      return Object.entries(headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => [name, one] as const),
      );
    },
  };
}

function oneValue(value: Header): string | null {
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}
