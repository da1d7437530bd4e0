import { toJson } from "../escape.js";
import { openSinks } from "../output-path.js";
import type { Terminal } from "../terminal.js";

/** A file of what was asked and answered. */
export interface Recording {
  readonly write: (exchange: object) => void;
  /** Resolves once all is written; rejects if any of it could not be. */
  close(): Promise<void>;
}

/**
 * Opens the file anew: a line of JSON for each request, in the order in which they were dealt with, with the
 * time. The mock has replaced all secrets before.
 * @throws Problem where the file cannot be written
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
      // A failure is told once, at the end, and must not end the mock before.
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
