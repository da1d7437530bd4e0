/** Bytes of live objects on the heap; needs `--expose-gc`. */
export function liveHeap(): number {
  if (globalThis.gc === undefined) throw new Error("start this with --expose-gc");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

export const MiB = 2 ** 20;
