import { NotFoundError } from "../../core/errors.js";
import type { SourcePage } from "../../records/service.js";
import { exitCodes } from "../exit.js";
import { report } from "../report.js";
import { endInterrupted } from "./interrupted.js";
import type { Job } from "./job.js";
import { latestOf } from "./latest.js";
import { ListingProgress } from "./listing-progress.js";
import { openProgress, type Progress } from "./progress.js";
import type { Entry } from "./source.js";

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
    terminal.say(...listing.describe("interrupted"));
    endInterrupted(job);
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
      // Not the next id, but the rest of this one is where to go on.
      if (listing.cutShort) break;
    }
    await terminal.out.write(writer.end());
    progress.stop();
    for (const line of listing.summary()) terminal.note(line);
    if (listing.cutShort) terminal.note(...listing.describe(`stopped at --max ${options.max}`));
    return code;
  } catch (error) {
    progress.stop();
    await terminal.out.write(writer.cut?.() ?? "");
    if (listing.written > 0) terminal.say(...listing.describe("stopped"));
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
  progress: Progress["at"],
  signal: AbortSignal,
): Promise<void> {
  const cursor = listing.begin(id);
  if (subjects.several && id !== undefined) await terminal.out.write(writer.group(id));
  const isWanted = ({ record }: Entry) => query.states?.includes(record.state) ?? true;
  const read = showing(progress, source.pages(id, { cursor, signal }));
  const { latest: count } = query;
  const pages =
    count === undefined ? read : latestOf(read, { id, count, sorted: source.newestFirst, isWanted });
  for await (const page of pages) {
    const wanted = page.entries.filter(isWanted);
    const shown = listing.choose(wanted);
    if (shown.length > 0) await terminal.out.write(writer.page(shown));
    listing.wrote(wanted.length, page);
    if (listing.left === 0) return;
  }
}

/** Shows how many records were read, each time a page is done with. */
async function* showing(
  progress: Progress["at"],
  pages: AsyncIterable<SourcePage>,
): AsyncGenerator<SourcePage, void, undefined> {
  let read = 0;
  for await (const page of pages) {
    yield page;
    read += page.entries.length;
    progress(read, page.total);
  }
}
