import { findDrift } from "../../src/core/drift.js";
import type { Validator } from "../../src/core/schema.js";

/** Where a body differs from what a generated validator expects, one line each; none if it fits. */
export function misfits(validator: Validator | undefined, body: unknown): string[] {
  if (validator === undefined) throw new Error("the validator is missing");
  return findDrift(validator, body, { service: "any", operation: "Any" }).map(
    ({ kind, pointer, expected }) => `${kind} ${pointer}: ${expected}`,
  );
}
