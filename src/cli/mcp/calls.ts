import { setImmediate as turn } from "node:timers/promises";
import type { Tool } from "./tool.js";

/** Keeps the calls of a tool in a set while they are under way. */
export function tracked(tool: Tool, calls: Set<Promise<unknown>>): Tool {
  return {
    ...tool,
    async call(given, context) {
      const call = tool.call(given, context);
      calls.add(call);
      try {
        return await call;
      } finally {
        calls.delete(call);
      }
    },
  };
}

/** Resolves once no call is under way and the replies are written, or once it is too late for that. */
export async function allEnded(calls: ReadonlySet<Promise<unknown>>, late: AbortSignal): Promise<void> {
  const over = new Promise<void>((done) => {
    late.addEventListener("abort", () => done());
  });
  // What has just been read begins in the next turn, and a reply is written in the one after its call.
  await turn();
  while (calls.size > 0 && !late.aborted) {
    await Promise.race([Promise.allSettled(calls), over]);
    await turn();
  }
}
