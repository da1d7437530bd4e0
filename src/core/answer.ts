/** An answer that has been read to its end, within its time and size limits. */
export interface Answer {
  readonly status: number;
  /** Case-insensitive look-up, secrets taken out; null where the header is absent. */
  readonly header: (name: string) => string | null;
  /** The body decoded as UTF-8 without a byte-order mark; empty where there is none. */
  readonly text: string;
  /** Number of the attempt that brought it; 1 for the first. */
  readonly attempt: number;
  /** Takes the secrets that the request carried out of words that may quote them. */
  redact(words: string): string;
}

/** What a message about an answer must name: which service, which operation. */
export interface CallContext {
  /** e.g. `dcs` */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
}
