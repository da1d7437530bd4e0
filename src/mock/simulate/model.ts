import type { Records } from "./records.js";

/** What all populations of a mock share. */
export interface World {
  readonly seed: number;
  /** When the mock started, epoch milliseconds. */
  readonly start: number;
  /** Records per instance, policy or cluster. */
  readonly records: number;
  readonly bigSizes: boolean;
}

/** Which parameters of an operation mean what: the one thing that no contract says. */
export interface Binding {
  /** The instance, policy or cluster. */
  readonly resource: string;
  readonly from?: string;
  readonly to?: string;
  readonly states?: string;
  /** The id of a single record. */
  readonly id?: string;
  /** `asc` or `desc`; newest first where it is absent, as in the documents' examples. */
  readonly direction?: string;
  /** What the answer depends on beyond the resource. */
  readonly scope?: string;
}

/** A service's populations: the shape of its values and how their states move. */
export interface Model {
  /** By operationId. */
  readonly bindings: Readonly<Record<string, Binding>>;
  /** The records of a resource, or of all that the scope has where none is named. */
  records(resource: string | undefined, scope: string | undefined): Records;
  /** An id to ask for. */
  readonly resource: string;
  /** What stands around the records and their total. */
  envelope(requestId: string): object;
}

/** How many records a resource has: none where its id begins with `empty-`. */
export function sizeOf(world: World, resource: string): number {
  return resource.startsWith("empty-") ? 0 : world.records;
}

/** A size that no double holds, where such sizes are asked for. */
export function wireSize(world: World, size: number): number | bigint {
  return world.bigSizes ? 2n ** 53n + 1n + 2n * BigInt(size) : size;
}
