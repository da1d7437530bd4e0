/** The part of turndown-plugin-gfm that the documentation uses; the package itself has no types. */
declare module "turndown-plugin-gfm" {
  import type { Plugin } from "turndown";
  /** Writes tables. */
  export const tables: Plugin;
}
