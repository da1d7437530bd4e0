import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** Runs a script with keys and arguments and answers what it returns. */
export type Script = (keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown>;

/** A Lua script that is sent once and then called by its hash, and sent again to a server that has lost it. */
export function createScript(redis: Redis, lua: string): Script {
  const hash = createHash("sha1").update(lua).digest("hex");
  return async (keys, args) => {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return redis.eval(lua, keys.length, ...keys, ...args);
    }
  };
}
