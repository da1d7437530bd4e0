/** What the package may weigh, in bytes. The one place to change. */
export const budgets = {
  /** One service's client with one way to authenticate, minified and gzipped, openapi-fetch included. */
  serviceWithSigner: 8_000,
  /** `import type` alone. */
  typesOnly: 0,
  /** An import whose names are not used. */
  unused: 0,
  /** What npm downloads. */
  tarball: 500_000,
} as const;
