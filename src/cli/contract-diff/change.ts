/** What a change asks of those who use the contract: to change too, nothing, or not even to look. */
export type Rating = "breaking" | "additive" | "documentation";

/** The ratings from the heaviest to the lightest, with the words a reader sees. */
export const ratings: readonly { readonly rating: Rating; readonly label: string }[] = [
  { rating: "breaking", label: "breaking" },
  { rating: "additive", label: "additive" },
  { rating: "documentation", label: "documentation only" },
];

/** One difference between two versions of a contract. */
export interface Change {
  readonly rating: Rating;
  /** JSON pointer into the newer version, or into the older one where the place is gone. */
  readonly pointer: string;
  /** What is different there, in words, without the place. */
  readonly message: string;
  /** Name of the rule that rated it: Redocly's own, or one of this package. */
  readonly rule: string;
}

/** The changes of one contract; `contract` is its name or its file. */
export interface ContractChanges {
  readonly contract: string;
  readonly changes: readonly Change[];
}

/** Heaviest first, then by place: a stable order to print. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const weight = ({ rating }: Change) => ratings.findIndex((entry) => entry.rating === rating);
  return [...changes].sort((a, b) => weight(a) - weight(b) || compare(a.pointer, b.pointer));
}

/** How many changes have this rating, over all contracts. */
export function countOf(rating: Rating, contracts: readonly ContractChanges[]): number {
  return contracts.reduce(
    (sum, { changes }) => sum + changes.filter((change) => change.rating === rating).length,
    0,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
