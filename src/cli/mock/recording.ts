import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import type { MockExchange } from "../../mock/index.js";
import { fileProblem } from "../problem.js";
import type { Terminal } from "../terminal.js";

/** A file of what was asked and answered. */
export interface Recording {
  readonly write: (exchange: MockExchange) => void;
  close(): Promise<void>;
}

/**
 * Opens the file anew: a line of JSON for each request, in the order in which they were dealt with, with the
 * time. The mock has replaced all secrets before.
 * @throws Problem where the file cannot be written
 */
export async function openRecording(file: string, { cwd, now }: Terminal): Promise<Recording> {
  const stream = createWriteStream(resolve(cwd, file));
  await once(stream, "open").catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  return {
    write: (exchange) => {
      stream.write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...exchange })}\n`);
    },
    close: async () => {
      stream.end();
      await once(stream, "close");
    },
  };
}
