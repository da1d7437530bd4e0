import { onAborted } from "../../core/deadline.js";

/** A read-write lock: many holders side by side, or one exclusive holder. */
export interface RwLock {
  /** Resolves with the function that releases the lock; rejects with the signal's reason. */
  acquire(options: { readonly exclusive: boolean; readonly signal: AbortSignal }): Promise<() => void>;
}

/**
 * Creates a lock that is granted in the order of asking: an exclusive holder waits for those before it, and those
 * after it wait for the exclusive holder.
 */
export function createRwLock(): RwLock {
  let holders = 0;
  let isExclusive = false;
  const waiting: { readonly exclusive: boolean; readonly grant: () => void }[] = [];
  const grantNext = () => {
    for (let next = waiting[0]; next !== undefined && !isExclusive; next = waiting[0]) {
      if (next.exclusive && holders > 0) return;
      waiting.shift();
      holders += 1;
      isExclusive = next.exclusive;
      next.grant();
    }
  };
  const release = () => {
    holders -= 1;
    isExclusive = false;
    grantNext();
  };
  return {
    acquire: ({ exclusive, signal }) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const unsubscribe = onAborted(signal, () => {
          unsubscribe();
          waiting.splice(waiting.indexOf(entry), 1);
          reject(signal.reason);
          grantNext();
        });
        const grant = () => {
          unsubscribe();
          resolve(release);
        };
        const entry = { exclusive, grant };
        waiting.push(entry);
        grantNext();
      }),
  };
}
