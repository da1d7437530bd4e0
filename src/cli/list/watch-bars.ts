import type { BackupRecord } from "../../records/record.js";
import { plainLine } from "../escape.js";
import type { Terminal } from "../terminal.js";
import { cut, pad } from "../width.js";
import { gauge } from "./progress.js";
import type { Entry } from "./source.js";

/** A backup that is followed, as it was last seen. */
export interface Watched {
  readonly subject: string | undefined;
  readonly entry: Entry;
}

/** Tells backups apart, those of different instances included. */
export function keyOf(subject: string | undefined, { record }: Entry): string {
  return JSON.stringify([subject ?? "", record.id]);
}

/** Bars of the backups that are followed. */
export interface WatchBars {
  update(key: string, entry: Entry): void;
  stop(): void;
}

interface Payload {
  readonly record: BackupRecord;
}

/** A bar for each on standard error, where that is a terminal. */
export async function openWatchBars(
  { err, quiet }: Terminal,
  watched: readonly Watched[],
): Promise<WatchBars> {
  if (quiet || !err.isTerminal) return { update: () => {}, stop: () => {} };
  const { default: library } = await import("cli-progress");
  const width = err.columns ?? 80;
  const group = new library.MultiBar<Payload>({
    format: (_, __, { record }) => line(record, width),
    stream: err.stream,
    hideCursor: true,
    gracefulExit: false,
    emptyOnZero: true,
    forceRedraw: true,
  });
  const bars = new Map(
    watched.map(({ subject, entry }) => [
      keyOf(subject, entry),
      group.create(100, percent(entry), { record: entry.record }),
    ]),
  );
  return {
    update: (key, entry) => {
      bars.get(key)?.update(percent(entry), { record: entry.record });
      group.update();
    },
    stop: () => {
      group.update();
      group.stop();
    },
  };
}

function percent({ record }: Entry): number {
  return Math.round((record.progress ?? 0) * 100);
}

/** Name, bar, share and state within the width of a terminal; no bar if the service tells no progress. */
function line({ name, id, progress, state }: BackupRecord, width: number): string {
  const share =
    progress === null ? "" : `${gauge(progress, 20)} ${String(Math.round(progress * 100)).padStart(3)}%  `;
  const room = Math.max(8, Math.min(36, width - share.length - 2 - 9 - 1));
  return `${pad(cut(plainLine(name ?? id), room), room)}  ${share}${state}`;
}
