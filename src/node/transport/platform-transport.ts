import type { Transport } from "../../core/engine/transport.js";
import { httpTransport } from "./http-transport.js";
import { isCurrent, undiciTransport } from "./undici-transport.js";

/**
 * The transport of a client on Node that was given no `fetch`: undici's client where undici is installed
 * beside this package, or else Node's own. Neither is loaded before the first call. Where the process was
 * given a dispatcher, such as a proxy's or a mock's, or its fetch is no longer the `original` one, fetch is used:
 * whoever did that means every request.
 */
export function platformTransport(fetching: Transport, original: typeof globalThis.fetch): Transport {
  let ready: Transport | undefined;
  let loading: Promise<Transport> | undefined;
  return (request, cancellation) => {
    if (globalThis.fetch !== original || hasDispatcher()) return fetching(request, cancellation);
    if (ready !== undefined) return ready(request, cancellation);
    loading ??= load();
    return loading.then((transport) => {
      ready = transport;
      cancellation.throwIfCancelled();
      return transport(request, cancellation);
    });
  };
}

async function load(): Promise<Transport> {
  const zlib = await import("node:zlib");
  try {
    const undici = await import("undici");
    if (isCurrent(undici)) return undiciTransport(undici, zlib);
  } catch {
    // It is optional.
  }
  const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
  return httpTransport(http, https, zlib);
}

/** undici's places for the dispatcher of the whole process, of version 8 and of those before. */
const places = [Symbol.for("undici.globalDispatcher.2"), Symbol.for("undici.globalDispatcher.1")] as const;

let judged: object | undefined;
let verdict = false;

/** Whether somebody set one. What nobody has set is undefined, or an Agent without options. */
function hasDispatcher(): boolean {
  const dispatcher: unknown = Reflect.get(globalThis, places[0]) ?? Reflect.get(globalThis, places[1]);
  if (typeof dispatcher !== "object" || dispatcher === null) return false;
  if (dispatcher !== judged) {
    judged = dispatcher;
    verdict = !isDefault(dispatcher);
  }
  return verdict;
}

function isDefault(dispatcher: object): boolean {
  const kind = dispatcher.constructor;
  const own = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === "options");
  const options: unknown = own && Reflect.get(dispatcher, own);
  return (
    kind.name === "Agent" &&
    // Interceptors put a method of their own in its place.
    Reflect.get(dispatcher, "dispatch") === Reflect.get(kind.prototype, "dispatch") &&
    !(typeof options === "object" && options !== null && "connect" in options && options.connect)
  );
}
