import type { MockExchange } from "../../mock/index.js";
import { openSinks } from "../output-path.js";
import type { Terminal } from "../terminal.js";

/** A file of requests and responses. */
export interface Recording {
  readonly write: (exchange: MockExchange) => void;
  /** Resolves when everything is written; rejects if something could not be written. */
  close(): Promise<void>;
}

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
      const line = sink?.write(`${JSON.stringify({ at, ...exchange })}\n`);
      // A failure is reported once, by close(), and must not end the mock before.
      line?.catch(() => {});
      written = Promise.all([written, line]).then(() => {});
      written.catch(() => {});
    },
    close: async () => {
      await written;
      await sink?.commit();
    },
  };
}
