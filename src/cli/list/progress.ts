import type { Terminal } from "../terminal.js";

/** Shows how far a listing has come. */
export interface Progress {
  readonly at: (done: number, total: number | null) => void;
  readonly stop: () => void;
}

/** A bar on standard error: only where that is a terminal and the records themselves go elsewhere. */
export async function openProgress({ out, err, quiet }: Terminal): Promise<Progress> {
  if (quiet || !err.isTerminal || out.isTerminal) return { at: () => {}, stop: () => {} };
  const { default: library } = await import("cli-progress");
  const bar = new library.SingleBar<object>({
    format: (_, { value, total, progress }) => `${gauge(progress, 30)} ${value} of ${total}`,
    stream: err.stream,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let started = false;
  return {
    at: (done, total) => {
      if (!started) bar.start(total ?? done, done, {});
      started = true;
      bar.setTotal(Math.max(total ?? done, done));
      bar.update(done, {});
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}

/** A bar of `width` characters. */
export function gauge(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return "█".repeat(full) + "░".repeat(width - full);
}
