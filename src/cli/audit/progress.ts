import { gauge } from "../list/progress.js";
import type { Terminal } from "../terminal.js";
import type { Tally } from "./audit.js";
import { statuses } from "./status.js";

/** Shows how far an audit has come. */
export interface AuditProgress {
  update(tally: Tally): void;
  /** Says a line above the bar. */
  readonly say: Terminal["say"];
  stop(): void;
}

/** A bar on standard error, where that is a terminal and the results themselves do not run over it. */
export async function openAuditProgress(
  total: number,
  streaming: boolean,
  { out, err, say, quiet }: Terminal,
): Promise<AuditProgress> {
  if (quiet || !err.isTerminal || (streaming && out.isTerminal))
    return { update: () => {}, say, stop: () => {} };
  const { default: library } = await import("cli-progress");
  const bar = new library.SingleBar<{ words: string }>({
    format: (_, { value, progress }, { words }) => `${gauge(progress, 24)} ${value} of ${total}${words}`,
    stream: err.stream,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    // Whether it has changed or not: a line may have taken its place.
    forceRedraw: true,
  });
  bar.start(total, 0, { words: "" });
  return {
    update: ({ targets, counts }) => {
      const found = statuses.filter((status) => status !== "ok" && counts[status] > 0);
      const words = found.map((status) => `${counts[status]} ${status}`).join(", ");
      bar.update(targets, { words: words === "" ? "" : ` · ${words}` });
    },
    say: (...words) => {
      err.stream.write("\r\u001b[K");
      say(...words);
    },
    stop: () => bar.stop(),
  };
}
