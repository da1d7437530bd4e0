import { NotFoundError } from "../../core/errors.js";
import { exitCodes } from "../exit.js";
import { report } from "../report.js";
import type { Job } from "./job.js";
import { ListingProgress } from "./listing-progress.js";
import { openProgress } from "./progress.js";

/**
 * Writes the backups of every id, page by page, and returns the exit code. Of several ids, one that the
 * service does not know is said and passed over. Ctrl-C ends at once; it and any error say where to go on.
 */
export async function writeListing(job: Job): Promise<number> {
  const { subjects, options, writer, terminal } = job;
  const listing = new ListingProgress(job);
  const progress = await openProgress(terminal);
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => {
    progress.stop();
    terminal.say(listing.describe("interrupted"));
    terminal.exit(exitCodes.interrupted);
  });
  let code: number = exitCodes.fine;
  try {
    for await (const id of subjects.ids) {
      if (listing.left === 0) {
        listing.begin(id);
        listing.cutShort = true;
        break;
      }
      try {
        await writeOne(id, job, listing, progress.at, abort.signal);
        listing.end();
      } catch (error) {
        if (!(error instanceof NotFoundError && subjects.several)) throw error;
        code = report(error, options.debug === true, terminal);
      }
    }
    await terminal.out.write(writer.end());
    progress.stop();
    for (const line of listing.summary()) terminal.say(line);
    if (listing.cutShort) terminal.say(listing.describe(`stopped at --max ${options.max}`));
    return code;
  } catch (error) {
    progress.stop();
    if (listing.written > 0) terminal.say(listing.describe("stopped"));
    throw error;
  } finally {
    abort.abort();
    release();
  }
}

async function writeOne(
  id: string | undefined,
  { source, subjects, query, writer, terminal }: Job,
  listing: ListingProgress,
  progress: (done: number, total: number | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const cursor = listing.begin(id);
  if (subjects.several && id !== undefined) await terminal.out.write(writer.group(id));
  let read = 0;
  for await (const page of source.pages(id, { cursor, signal })) {
    const wanted = page.entries.filter(({ record }) => query.states?.includes(record.state) ?? true);
    const shown = listing.choose(wanted);
    if (shown.length > 0) await terminal.out.write(writer.page(shown));
    read += page.entries.length;
    progress(read, page.total);
    listing.wrote(wanted.length, page);
    if (listing.left === 0) return;
  }
}
