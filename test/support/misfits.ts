import { findDrift, type Validator } from "../../src/core/drift.js";

/** Where a body differs from what a generated validator expects, one line for each; none where it fits. */
export function misfits(validator: Validator | undefined, body: unknown): string[] {
  if (validator === undefined) throw new Error("there is no such validator");
  return findDrift(validator, body, { service: "any", operation: "Any" }).map(
    ({ kind, pointer, expected }) => `${kind} ${pointer}: ${expected}`,
  );
}
