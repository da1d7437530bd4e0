import { gauge } from "../list/progress.js";
import type { Terminal } from "../terminal.js";
import { standings } from "./row.js";
import type { Tally } from "./tally.js";

/** Shows how far an audit has come. */
export interface AuditProgress {
  update(tally: Tally): void;
  /** Says a line above the bar. */
  say(line: string): void;
  stop(): void;
}

/** A bar on standard error, where that is a terminal and the results themselves do not run over it. */
export async function openAuditProgress(
  total: number,
  streaming: boolean,
  { out, err, say }: Terminal,
): Promise<AuditProgress> {
  if (!err.isTerminal || (streaming && out.isTerminal)) return { update: () => {}, say, stop: () => {} };
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
      const found = standings.filter((standing) => standing !== "ok" && counts[standing] > 0);
      const words = found.map((standing) => `${counts[standing]} ${standing}`).join(", ");
      bar.update(targets, { words: words === "" ? "" : ` · ${words}` });
    },
    say: (line) => {
      err.stream.write("\r\u001b[K");
      say(line);
    },
    stop: () => bar.stop(),
  };
}
