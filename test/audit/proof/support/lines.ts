import { Command, Redis } from "ioredis";

/** Commands that go to Redis together: one, or those of a pipeline. */
export interface Batch {
  readonly commands: readonly Command[];
  /** Sends them; resolves once Redis has replied to all. */
  send(): Promise<void>;
  /** Has Redis execute a single command of which the reply is lost; the client then sends it again. */
  sendInVain(): Promise<unknown>;
}

/** A connection to Redis whose commands can be held up. */
export interface Line {
  readonly redis: Redis;
  /** Takes what is to be sent; null: everything is sent at once. */
  gate: ((batch: Batch) => void) | null;
}

export async function openLine(url: string): Promise<Line> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  // BullMQ adds its own listeners for every queue and worker.
  redis.setMaxListeners(0);
  const info = await redis.info();
  const line: Line = { redis, gate: null };
  const send = redis.sendCommand.bind(redis);
  let stream: unknown;
  let together: { command: Command; stream: Parameters<typeof send>[1] }[] = [];
  redis.sendCommand = (command, to) => {
    if (line.gate === null) return send(command, to);
    // BullMQ's first look at a server, which nothing waits for in a fixed order; whether there are workers.
    if (command.name === "info" || command.name === "zcount") {
      command.resolve(command.name === "info" ? info : 1);
      return command.promise;
    }
    // A pipeline sends its commands one after the other to a stream of its own.
    if (to !== undefined && to === stream) {
      together.push({ command, stream: to });
      return command.promise;
    }
    const batch = [{ command, stream: to }];
    stream = to;
    together = batch;
    line.gate({
      get commands() {
        return batch.map((one) => one.command);
      },
      async send() {
        for (const one of batch) send(one.command, one.stream);
        await Promise.allSettled(batch.map((one) => one.command.promise));
      },
      async sendInVain() {
        const { name, args } = command;
        const again = new Command(name, [...args], { replyEncoding: "utf8" });
        send(again);
        return again.promise.catch(() => {});
      },
    });
    return command.promise;
  };
  return line;
}
