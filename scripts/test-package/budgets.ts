/** Most bytes that the package may have. `bench/` measures the bundles, too, the first one as a bundler splits it. */
export const budgets = {
  /** One service with one way to authenticate, minified and gzipped, until its first page of records. */
  firstPage: 21_440,
  /** The same with all that may ever be loaded, as one file: what a bundler makes that does not split. */
  everything: 28_750,
  /** `import type` alone. */
  typesOnly: 0,
  /** An import whose names are not used. */
  unused: 0,
  /** What npm downloads. */
  tarball: 982_000,
} as const;
