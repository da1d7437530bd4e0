/**
 * What the package may weigh, in bytes. The one place to change. The first two are ceilings at the next round
 * figure above what it weighs today, so that it does not grow unseen; the goal of `firstLoad` is 8,000.
 */
export const budgets = {
  /**
   * One service's client with one way to authenticate, minified and gzipped: what a page downloads before its
   * first good answer where its bundler splits code. What comes later, on demand, is not in it: `raw` with
   * openapi-fetch, the check of answers with its validators, the mapping to unified records, advice on errors.
   */
  firstLoad: 16_000,
  /** The same with all that may come later, as one file: what a bundler makes that does not split. */
  everything: 22_000,
  /** `import type` alone. */
  typesOnly: 0,
  /** An import whose names are not used. */
  unused: 0,
  /** What npm downloads. */
  tarball: 500_000,
} as const;
