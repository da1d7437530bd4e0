import data from "../../generated/knowledge.json" with { type: "json" };

/** A contradiction or gap of the source pages. */
export interface Erratum {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  readonly statement: string;
  readonly contract: string;
}

/** All errata, by number. */
export const errata: readonly Erratum[] = data.errata;

/** The erratum of this id. */
export function erratum(id: string): Erratum | undefined {
  return errata.find((entry) => entry.id === id);
}

const places: Readonly<Record<string, Readonly<Record<string, readonly string[] | undefined>>>> =
  data.documented;

/**
 * Where the source pages list a value, e.g. `dcs-hwc-en, Table 4`; `list` is the ledger's name for the table, e.g.
 * `values DcsJobErrorCode`. Empty if none does.
 */
export function documentedPlaces(list: string, value: string): readonly string[] {
  return places[list]?.[value] ?? [];
}

/** A source page as a reader knows it: publisher and title. */
export function documentName(id: string): string {
  const source = data.sources.find((entry) => entry.id === id);
  return source === undefined ? id : `${source.publisher}, "${source.title}"`;
}
