import { onAborted } from "../../core/deadline.js";

/** Lets work run side by side, or one piece with nothing beside it. */
export interface Company {
  /** Resolves once the work may begin, with what ends it; rejects with the signal's reason. */
  enter(alone: boolean, signal: AbortSignal): Promise<() => void>;
}

/**
 * Whoever wants to be alone waits until all others have left; whoever comes meanwhile waits behind it. Thus a
 * piece of work that ends its process takes nothing else with it.
 */
export function createCompany(): Company {
  let inside = 0;
  let locked = false;
  const queue: { alone: boolean; admit: () => void }[] = [];
  const admitNext = () => {
    for (let next = queue[0]; next !== undefined && !locked; next = queue[0]) {
      if (next.alone && inside > 0) return;
      queue.shift();
      inside += 1;
      locked = next.alone;
      next.admit();
    }
  };
  const leave = () => {
    inside -= 1;
    locked = false;
    admitNext();
  };
  return {
    enter: (alone, signal) =>
      new Promise((resolve, reject) => {
        const deaf = onAborted(signal, () => {
          deaf();
          queue.splice(queue.indexOf(entry), 1);
          reject(signal.reason);
          admitNext();
        });
        const admit = () => {
          deaf();
          resolve(leave);
        };
        const entry = { alone, admit };
        if (signal.aborted) {
          deaf();
          reject(signal.reason);
          return;
        }
        queue.push(entry);
        admitNext();
      }),
  };
}
