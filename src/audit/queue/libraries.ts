import { ConfigurationError } from "../../core/errors.js";

type BullMQ = typeof import("bullmq");
type IORedis = typeof import("ioredis");

/** The two optional peers, loaded. */
export interface QueueLibraries {
  readonly Queue: BullMQ["Queue"];
  readonly Worker: BullMQ["Worker"];
  readonly WaitingError: BullMQ["WaitingError"];
  readonly Redis: IORedis["Redis"];
}

/**
 * Loads BullMQ and its Redis client: the one place that does, so that nothing of them is loaded without a queue.
 * @throws ConfigurationError that says what to install where one is missing
 */
export async function loadQueueLibraries(): Promise<QueueLibraries> {
  try {
    const [{ Queue, Worker, WaitingError }, { Redis }] = await Promise.all([
      import("bullmq"),
      import("ioredis"),
    ]);
    return { Queue, Worker, WaitingError, Redis };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!missing) throw error;
    throw new ConfigurationError("A queue needs bullmq and ioredis; run: npm install bullmq ioredis", {
      cause: error,
    });
  }
}
