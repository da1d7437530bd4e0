import { tracingChannel } from "node:diagnostics_channel";
import type { AttemptTrace, CallTrace, Tracing, TracingChannel } from "../core/tracing.js";

function openChannel<Message extends object>(name: string): TracingChannel<Message> {
  const channel = tracingChannel<Message, Message>(name);
  return {
    get hasSubscribers() {
      return channel.hasSubscribers;
    },
    async publish<Result>(
      message: Message,
      work: () => Promise<Result>,
      errorOf: (result: Result) => unknown = () => null,
    ): Promise<Result> {
      let working!: Promise<Result>;
      const failing = async () => {
        working = work();
        const error = errorOf(await working);
        // Node learns of a failure by what is thrown.
        if (error !== null) throw error;
      };
      await channel.tracePromise(failing, message).catch(() => {});
      return working;
    },
  };
}

/** Node's tracing channels. They cost nothing without subscribers. */
export const tracing: Tracing = {
  call: openChannel<CallTrace>("backup-records:call"),
  attempt: openChannel<AttemptTrace>("backup-records:attempt"),
};
