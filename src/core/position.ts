import type { PagingDescriptor } from "./operation.js";

/** Where a listing stands. */
export interface Position {
  /** Value of the position parameter, or an id where the listing is walked by a marker. */
  readonly at: number | string;
  /** Rows before it; null where that cannot be known. */
  readonly rows: number | null;
  /** The total stated last, so that a resumed walk sees it shrink. */
  readonly total: number | null;
}

/** The position that a style counts from. */
export function firstPosition({ style }: PagingDescriptor): number {
  return style === "offset" ? 0 : 1;
}
