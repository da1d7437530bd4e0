import fc from "fast-check";
import type { Kind } from "./queue-model.js";

/** What happens to a run. */
export interface Event {
  /** After how many steps. */
  readonly at: number;
  readonly what: (typeof EVENTS)[number];
  /** Which worker, if it happens to one. */
  readonly worker: number;
}

const EVENTS = [
  "a worker is killed",
  "a worker stands still for too long",
  "a worker is told to end",
  "a worker's reply is lost",
  "a worker is refused",
  "a check is refused",
  "the audit's reply is lost",
  "the audit is ended",
  "the queue is lost",
  "everything is lost",
] as const;

/** A run: its targets and what happens to it. */
export interface QueuePlan {
  /** Targets that have a job of their own, and those that share one. */
  readonly single: readonly Kind[];
  readonly shared: readonly Kind[];
  readonly events: readonly Event[];
  /** Whether an audit that was ended is continued. */
  readonly isContinued: boolean;
}

const kinds: fc.Arbitrary<Kind> = fc.oneof(
  { arbitrary: fc.constant<Kind>("fine"), weight: 6 },
  { arbitrary: fc.constant<Kind>("failing"), weight: 1 },
  { arbitrary: fc.constant<Kind>("poison"), weight: 1 },
);

export const queuePlans: fc.Arbitrary<QueuePlan> = fc.record({
  single: fc.array(kinds, { minLength: 1, maxLength: 3 }),
  shared: fc.array(kinds, { maxLength: 4 }),
  events: fc.array(
    fc.record({ at: fc.nat({ max: 120 }), what: fc.constantFrom(...EVENTS), worker: fc.nat({ max: 1 }) }),
    { maxLength: 6 },
  ),
  isContinued: fc.boolean(),
});

/** After these, jobs may be missing, or have lost count of the workers that were lost with them. */
export const LOSING = new Set<Event["what"]>([
  "a worker is refused",
  "the audit is ended",
  "the queue is lost",
  "everything is lost",
]);
