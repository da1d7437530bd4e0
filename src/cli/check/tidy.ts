import type { Drift } from "../../core/drift.js";
import { resolvePointer } from "../../core/pointer.js";

/**
 * Where a body may have one of several shapes and has none, the validator complains for each of them. Only
 * what concerns the shape that the body has begun is kept: the fields that it lacks of another go, if it has
 * problems within fields that it has.
 */
export function tidy(problems: readonly Drift[], body: unknown): Drift[] {
  const choices = problems.filter(({ expected }) => expected === "anyOf" || expected === "oneOf");
  if (choices.length === 0) return [...problems];
  const others = problems.filter((problem) => !choices.includes(problem));
  const within = others.filter(({ pointer, kind }) => {
    const [, first = ""] = pointer.split("/");
    return kind !== "missing-field" || resolvePointer(body, `/${first}`) !== undefined;
  });
  const kept = within.length > 0 ? within : others.length > 0 ? others : problems;
  // Each shape counted the same place once more.
  return kept.map((problem) => ({ ...problem, occurrences: 1 }));
}
