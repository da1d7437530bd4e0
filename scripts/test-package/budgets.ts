/** What the package may weigh, in bytes. The one place to change. */
export const budgets = {
  /**
   * One service with one way to authenticate, minified and gzipped: what the import adds to what a page downloads
   * at its start, where its bundler makes files of what is loaded on demand.
   */
  start: 8_000,
  /**
   * The same with what its first call loads, up to the first good answer. A ceiling at the next round figure above
   * today's weight, so that it does not grow unseen; so is the next one.
   */
  firstAnswer: 19_000,
  /** The same with all that may ever be loaded, as one file: what a bundler makes that does not split. */
  everything: 23_000,
  /** `import type` alone. */
  typesOnly: 0,
  /** An import whose names are not used. */
  unused: 0,
  /** What npm downloads. */
  tarball: 500_000,
} as const;
