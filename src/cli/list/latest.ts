import { beginning, newestFirst } from "../../audit/timeline.js";
import type { SourcePage } from "../../records/service.js";
import type { Entry } from "./source.js";

/** Which of the backups are wanted. */
export interface Latest {
  readonly id: string | undefined;
  readonly count: number;
  /** Whether the pages come newest first. Otherwise no order is promised, and all of them are read. */
  readonly sorted: boolean;
  readonly isWanted: (entry: Entry) => boolean;
}

/**
 * The newest wanted backups of an id, newest first, as one page; without an id those of each resource. Reads no page
 * behind the one that settles it.
 */
export async function* latestOf(
  pages: AsyncIterable<SourcePage>,
  { id, count, sorted, isWanted }: Latest,
): AsyncGenerator<SourcePage, void, undefined> {
  const kept = new Map<string, readonly Entry[]>();
  for await (const page of pages) {
    const found = new Map(kept);
    for (const entry of page.entries.filter(isWanted)) {
      const key = id ?? entry.record.resource.id;
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
    for (const [key, entries] of found) kept.set(key, [...entries].sort(byAge).slice(0, count));
    if (sorted && id !== undefined && kept.get(id)?.length === count) break;
  }
  yield { entries: [...kept.values()].flat(), cursor: null, total: null };
}

function byAge(one: Entry, other: Entry): number {
  return newestFirst(beginning(one.record), beginning(other.record));
}
