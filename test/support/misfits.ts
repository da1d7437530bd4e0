import { findDrift, type Validator } from "../../src/core/drift.js";

/** The differences between a body and what a generated validator expects, one line for each. */
export function misfits(validator: Validator | undefined, body: unknown): string[] {
  if (validator === undefined) throw new Error("the validator is missing");
  return findDrift(validator, body, { service: "any", operation: "Any" }).map(
    ({ kind, pointer, expected }) => `${kind} ${pointer}: ${expected}`,
  );
}
