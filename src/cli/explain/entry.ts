/** One explanation. */
export interface Entry {
  readonly code: string;
  /** What kind of code it is, and whose: "job error of dcs", "HTTP status". */
  readonly kind: string;
  /** What it says. */
  readonly meaning: readonly string[];
  /** How it comes about. */
  readonly cause: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The source pages and places that say so; if none does, that, and where else it is from. */
  readonly documents: readonly string[];
  /** Whether cause and remedy are this package's own, since no source page gives them. */
  readonly inferred: boolean;
}

/** What a table of this command adds to a code of the contracts. */
export interface Background {
  readonly cause: string;
  /** Left out where the client's own advice says it. */
  readonly remedy?: string;
}

/** Causes and remedies by code. */
export type BackgroundTable = Readonly<Record<string, Background>>;
