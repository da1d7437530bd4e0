interface Audience {
  readonly callbacks: Set<() => void>;
  readonly tell: () => void;
}

/** Who waits for which signal. Node warns of a leak from the eleventh listener on, so each signal has one. */
const audiences = new WeakMap<AbortSignal, Audience>();

/** Calls back when the signal aborts; answers the function that takes the listener away. */
export function listen(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, tell } = audiences.get(signal) ?? gather(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    audiences.delete(signal);
    signal.removeEventListener("abort", tell);
  };
}

function gather(signal: AbortSignal): Audience {
  const callbacks = new Set<() => void>();
  const tell = () => {
    for (const callback of callbacks) callback();
  };
  const audience = { callbacks, tell };
  audiences.set(signal, audience);
  signal.addEventListener("abort", tell);
  return audience;
}
