/** One place where an answer differs from its contract although it can still be used. */
export interface Drift {
  readonly service: string;
  readonly operation: string;
  /**
   * `unknown-value` a value that the enumeration does not list · `unknown-field` a field that the contract
   * does not have · `missing-field` a required field that is absent · `unexpected-type` anything else.
   */
  readonly kind: "unknown-value" | "unknown-field" | "missing-field" | "unexpected-type";
  /** JSON pointer to the place in the answer. */
  readonly pointer: string;
  /** What the contract expects there, in words. */
  readonly expected: string;
  /** What was found: the value where it is a short scalar, its type otherwise; undefined where nothing was. */
  readonly found: unknown;
  /** In how many places of the answer the same was found; `pointer` is the first of them. */
  readonly occurrences: number;
}
