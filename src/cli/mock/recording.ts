import { setTimeout as pause } from "node:timers/promises";
import type { MockExchange } from "../../mock/index.js";
import { toJson } from "../escape.js";
import { openSinks } from "../output-path.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";

/** A file of requests and responses. */
export interface Recording {
  readonly write: (exchange: MockExchange) => void;
  /**
   * Resolves when everything is written, after two seconds at most.
   * @throws Problem if something could not be written
   */
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_MS = 2000;

/**
 * Opens the file and empties it. Each request becomes one line of JSON with the time, in the order of the
 * responses. The mock has redacted all secrets before.
 * @throws Problem if the file cannot be written
 */
export async function openRecording(file: string, terminal: Terminal): Promise<Recording> {
  const outputs = [
    { option: "", path: "-" },
    { option: "--record", path: file, live: true },
  ];
  const [, sink] = await openSinks(outputs, [], terminal);
  let written = Promise.resolve();
  return {
    write: (exchange) => {
      const at = new Date(terminal.now()).toISOString();
      const line = sink?.write(`${toJson({ at, ...exchange })}\n`);
      // A failure is reported once, by close(), and must not end the mock before.
      line?.catch(() => {});
      written = Promise.all([written, line]).then(() => {});
      written.catch(() => {});
    },
    close: async () => {
      const finish = async () => {
        await written;
        await sink?.commit();
      };
      const late = pause(CLOSE_TIMEOUT_MS, "late", { ref: false });
      if ((await Promise.race([finish(), late])) !== "late") return;
      await sink?.discard();
      throw new Problem(`--record ${file}: nobody read the rest; the recording is incomplete`);
    },
  };
}
