import type { FormatOf } from "../formats.js";
import type { PlaceOptions } from "./place-options.js";

/** The options of `audit`, as they were given. */
export interface AuditCommandOptions extends PlaceOptions {
  readonly group?: readonly string[];
  readonly label?: readonly string[];
  readonly target?: readonly string[];
  readonly concurrency: number;
  readonly format?: FormatOf<"audit">;
  readonly output?: string;
  readonly report?: string;
  readonly state?: string;
  readonly history?: string;
  /** URLs, which are secrets. */
  readonly ping?: string;
  readonly notify?: string;
  readonly partial?: boolean;
  readonly queue?: string;
  readonly run?: string;
  readonly strict?: boolean;
  readonly utc?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}
