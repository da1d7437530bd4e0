import { setTimeout as sleep } from "node:timers/promises";
import type { BackupState } from "../../records/record.js";
import { exitCodes } from "../exit.js";
import { endInterrupted } from "./interrupted.js";
import type { Job } from "./job.js";
import type { Entry } from "./source.js";
import { keyOf, openWatchBars, type Watched } from "./watch-bars.js";

const moving: readonly BackupState[] = ["pending", "running"];
const well: readonly BackupState[] = ["succeeded", "expired"];

/**
 * Follows the backups that are pending or running until each has ended, and writes them as they end; on a
 * terminal, where bars are drawn meanwhile, all at the end. Returns 1 if one did not succeed.
 */
export async function watch(job: Job): Promise<number> {
  const { options, writer, terminal } = job;
  const open = await findMoving(job);
  if (open.size === 0) {
    await terminal.out.write(writer.end());
    terminal.note("no backup is running");
    return exitCodes.fine;
  }
  if (!terminal.err.isTerminal) terminal.note(`following ${count(open.size)}`);
  const bars = await openWatchBars(terminal, [...open.values()]);
  const held: Entry[] = [];
  let ended = 0;
  let unwell = false;
  const release = terminal.onInterrupt(() => {
    bars.stop();
    terminal.say(`interrupted after ${ended} of ${count(ended + open.size)} ended; the same command goes on`);
    endInterrupted(job);
  });
  try {
    while (open.size > 0) {
      await sleep(options.interval);
      for (const { watched, entry } of await look(job, open)) {
        const key = keyOf(watched.subject, watched.entry);
        if (entry === undefined) {
          open.delete(key);
          unwell = true;
          ended += 1;
          terminal.say(`${watched.entry.record.id} is no longer listed`);
          continue;
        }
        bars.update(key, entry);
        if (moving.includes(entry.record.state)) continue;
        open.delete(key);
        ended += 1;
        unwell ||= !well.includes(entry.record.state);
        if (terminal.out.isTerminal) held.push(entry);
        else await terminal.out.write(writer.page([entry]));
      }
    }
  } finally {
    bars.stop();
    release();
  }
  await terminal.out.write((held.length > 0 ? writer.page(held) : "") + writer.end());
  return unwell ? exitCodes.findings : exitCodes.fine;
}

/** The backups that move now, of all ids, at most `--max`. */
async function findMoving({ source, subjects, options }: Job): Promise<Map<string, Watched>> {
  const { status = moving, max = Number.POSITIVE_INFINITY } = options;
  const found = new Map<string, Watched>();
  for await (const subject of subjects.ids) {
    for await (const { entries } of source.pages(subject, {})) {
      for (const entry of entries) {
        const { state } = entry.record;
        if (found.size < max && moving.includes(state) && status.includes(state)) {
          found.set(keyOf(subject, entry), { subject, entry });
        }
      }
    }
  }
  return found;
}

/** Reads the listings again, each only until all that is followed there has been seen. */
async function look(
  { source }: Job,
  open: ReadonlyMap<string, Watched>,
): Promise<{ watched: Watched; entry: Entry | undefined }[]> {
  const seen = new Map<string, Entry>();
  for (const subject of new Set([...open.values()].map((watched) => watched.subject))) {
    let missing = [...open.values()].filter((watched) => watched.subject === subject).length;
    for await (const { entries } of source.pages(subject, {})) {
      for (const entry of entries) {
        const key = keyOf(subject, entry);
        if (!open.has(key) || seen.has(key)) continue;
        seen.set(key, entry);
        missing -= 1;
      }
      if (missing === 0) break;
    }
  }
  return [...open].map(([key, watched]) => ({ watched, entry: seen.get(key) }));
}

function count(backups: number): string {
  return backups === 1 ? "1 backup" : `${backups} backups`;
}
