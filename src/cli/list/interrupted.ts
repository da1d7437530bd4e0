import { exitCodes } from "../exit.js";
import type { Job } from "./job.js";

const CLOSING_TIMEOUT_MS = 1000;

/** Ends the process as interrupted. An output that has to be closed is closed first, if its reader takes that soon. */
export function endInterrupted({ writer, terminal }: Pick<Job, "writer" | "terminal">): void {
  const exit = () => terminal.exit(exitCodes.interrupted);
  const closing = writer.cut?.() ?? "";
  if (closing === "") exit();
  setTimeout(exit, CLOSING_TIMEOUT_MS);
  void terminal.out.write(closing).then(exit);
}
