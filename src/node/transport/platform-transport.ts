import type { Transport } from "../../core/engine/transport.js";
import { httpTransport } from "./http-transport.js";
import { isCurrent, undiciTransport } from "./undici-transport.js";

/**
 * The transport of a client on Node that was given no `fetch`: undici's client where undici is installed
 * beside this package, or else Node's own. Where the process was given a dispatcher, such as a proxy's or a mock's,
 * or its fetch was replaced, fetch is used: whoever did that means every request.
 */
export function platformTransport(fetching: Transport): Transport {
  let ready: Transport | undefined;
  let loading: Promise<Transport> | undefined;
  return (request, cancellation) => {
    if (isReplaced(globalThis.fetch) || hasDispatcher()) return fetching(request, cancellation);
    if (ready !== undefined) return ready(request, cancellation);
    loading ??= load();
    return loading.then((transport) => {
      ready = transport;
      cancellation.throwIfCancelled();
      return transport(request, cancellation);
    });
  };
}

/** A variable, so that bundlers leave it to the place where the bundle runs: it is optional, and heavy. */
const optional = "undici";

async function load(): Promise<Transport> {
  // Not imported, so that whoever has put something else into Node's modules is heard.
  const { getBuiltinModule } = process;
  const zlib = getBuiltinModule("node:zlib");
  try {
    const undici: typeof import("undici") = await import(
      /* webpackIgnore: true */ /* @vite-ignore */ optional
    );
    if (isCurrent(undici)) return undiciTransport(undici, zlib);
  } catch {
    // It is not there.
  }
  return httpTransport(getBuiltinModule("node:http"), getBuiltinModule("node:https"), zlib);
}

let known: unknown;
let replaced = false;

/** Whether a fetch is not Node's own, which says in its source that it comes from undici; looked at once each. */
function isReplaced(fetch: typeof globalThis.fetch): boolean {
  if (fetch !== known) {
    known = fetch;
    replaced = !/internal\/deps\/undici/.test(String(fetch));
  }
  return replaced;
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
