import { type Clock, elapsed } from "../core/deadline.js";
import type { CallOptions } from "../core/options.js";
import { SingleFlight } from "../core/single-flight.js";
import type { BackupSource, SourceEntry, SourceQuery } from "../records/service.js";

/** Listings of one target each before one listing for all is worth its pages. */
const ALONE = 7;
/** How long a listing for all serves, in milliseconds: an audit, and not the next round of an exporter. */
const LIFETIME = 3 * 60_000;
/** What the listing reaches back further than the target that asked for it: the others ask for much the same. */
const MARGIN = 3_600_000;

/** One listing for all, or why it failed: every target that it would have served is told. */
interface Shared {
  /** Every record since then is in it; epoch milliseconds. */
  readonly since: number;
  readonly until: number;
  readonly entries: ReadonlyMap<string, readonly SourceEntry[]> | { readonly error: unknown };
}

/**
 * A source that serves many targets from one listing of the project. The first targets are listed alone. From then on,
 * what reaches up to now is read once for all, as far back as a target asks; what is older is listed alone.
 */
export function shareListing(source: BackupSource, clock: Clock): BackupSource {
  const flight = new SingleFlight<Shared>();
  let shared: Shared | undefined;
  let alone = 0;

  async function listAll(from: number, query: SourceQuery, options: CallOptions): Promise<Shared> {
    const since = from - MARGIN;
    const entries = new Map<string, SourceEntry[]>();
    const all = { ...query, from: new Date(since), to: undefined };
    const until = () => elapsed(clock) + LIFETIME;
    try {
      for await (const page of source.pages(undefined, all, options)) {
        for (const entry of page.entries) {
          const { id } = entry.record.resource;
          const own = entries.get(id);
          if (own === undefined) entries.set(id, [entry]);
          else own.push(entry);
        }
      }
      return { since, until: until(), entries };
    } catch (error) {
      options.signal?.throwIfAborted();
      return { since, until: until(), entries: { error } };
    }
  }

  return {
    ...source,
    async *pages(id, query, options) {
      const from = query.from?.getTime();
      const covered = () =>
        from !== undefined && shared !== undefined && from >= shared.since && elapsed(clock) < shared.until;
      // A period in the past, and everything, would have one target read what no other needs.
      if (id === undefined || from === undefined || query.to !== undefined || query.statuses !== undefined) {
        yield* source.pages(id, query, options);
        return;
      }
      if (!covered() && alone < ALONE) {
        alone += 1;
        yield* source.pages(id, query, options);
        return;
      }
      while (!covered())
        shared = await flight.join((signal) => listAll(from, query, { ...options, signal }), options.signal);
      const entries = shared?.entries ?? new Map<string, SourceEntry[]>();
      if ("error" in entries) throw entries.error;
      // What is older than the target asked for changes no verdict.
      yield { entries: entries.get(id) ?? [], cursor: null, total: null };
    },
  };
}
