import { NotFoundError } from "../../core/errors.js";
import { exitCodes } from "../exit.js";
import { report } from "../report.js";
import type { Job } from "./job.js";
import { openProgress } from "./progress.js";
import { Standing } from "./standing.js";

/**
 * Writes the backups of every id, page by page, and answers the exit code. Of several ids, one that the
 * service does not know is said and passed over. Ctrl-C ends at once; it and any error say where to go on.
 */
export async function writeListing(job: Job): Promise<number> {
  const { subjects, options, writer, terminal } = job;
  const standing = new Standing(job);
  const progress = await openProgress(terminal);
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => {
    progress.stop();
    terminal.say(standing.describe("interrupted"));
    terminal.exit(exitCodes.interrupted);
  });
  let code: number = exitCodes.fine;
  try {
    for await (const id of subjects.ids) {
      if (standing.left === 0) {
        standing.begin(id);
        standing.cutShort = true;
        break;
      }
      try {
        await writeOne(id, job, standing, progress.at, abort.signal);
      } catch (error) {
        if (!(error instanceof NotFoundError && subjects.several)) throw error;
        code = report(error, options.debug === true, terminal);
      }
    }
    await terminal.out.write(writer.end());
    progress.stop();
    if (standing.cutShort) terminal.say(standing.describe(`stopped at --max ${options.max}`));
    return code;
  } catch (error) {
    progress.stop();
    if (standing.written > 0) terminal.say(standing.describe("stopped"));
    throw error;
  } finally {
    abort.abort();
    release();
  }
}

async function writeOne(
  id: string | undefined,
  { source, subjects, query, writer, terminal }: Job,
  standing: Standing,
  progress: (done: number, total: number | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const cursor = standing.begin(id);
  if (subjects.several && id !== undefined) await terminal.out.write(writer.group(id));
  let read = 0;
  for await (const page of source.pages(id, { cursor, signal })) {
    const wanted = page.entries.filter(({ record }) => query.states?.includes(record.state) ?? true);
    const shown = wanted.slice(0, standing.left);
    standing.writing(shown.length);
    if (shown.length > 0) await terminal.out.write(writer.page(shown));
    read += page.entries.length;
    progress(read, page.total);
    standing.wrote(shown.length, wanted.length, page.cursor);
    if (standing.left === 0) return;
  }
}
