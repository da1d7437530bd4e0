/** What is known of the answer behind a page. */
export interface PageResponse {
  readonly status: number;
  /** The service's request id, to quote to its support; null where the answer has none. */
  readonly requestId: string | null;
  /** Case-insensitive look-up of a response header; null where it is absent. */
  header(name: string): string | null;
}

/** One page of a listing. */
export interface Page<Item, Body> {
  /** The records that no earlier page of this listing had, in the service's order, wire shape. */
  readonly items: Item[];
  /** Overall number of records as the service states it on this page; null where it does not. */
  readonly total: number | null;
  /** Resumes the listing behind this page when passed as the call option `cursor`; null on the last page. */
  readonly cursor: string | null;
  readonly response: PageResponse;
  /** The whole answer as it came; null for an answer without a body. */
  readonly body: Body | null;
}
