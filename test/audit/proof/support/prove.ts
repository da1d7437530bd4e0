import fc, { type IAsyncProperty } from "fast-check";
import { expect, test } from "vitest";
import { wholeRound } from "../../../support/round.js";
import { loadMutant, type Mutant } from "./mutants.js";
import * as sources from "./subject.js";

/** The implementation that a proof is about: the sources, or a mutant of them. */
export type Subject = typeof sources;

/** Seeds of a proof, and of the search for what a mutant breaks, in the whole round. */
const SEEDS = 1_000;

/** `SEED=7` tries other schedules. `SEED=7:42` plays one of them: a failure says which. */
const [seed, path] = (process.env["SEED"] ?? "1").split(":");

/** How many of the last steps of a schedule that fails are shown. */
const MAX_LINES = 60;

/** A proof: what must hold, and mutants that must break it. */
export interface Proof<T> {
  readonly title: string;
  readonly property: (subject: Subject) => IAsyncProperty<T>;
  readonly mutants: readonly Mutant[];
  /** How many of the seeds and of the mutants `npm test` tries. */
  readonly sample: { readonly seeds: number; readonly mutants: number };
}

/** The first schedule that breaks a property, as a text; null if there is none. */
async function counterexample<T>(
  property: IAsyncProperty<T>,
  seeds: number,
  at?: string,
): Promise<string | null> {
  const details = await fc.check(property, {
    seed: Number(seed),
    numRuns: seeds,
    endOnFailure: true,
    ...(at !== undefined && { path: at }),
  });
  if (!details.failed) return null;
  const report = fc.stringify(details.counterexample).split("\n");
  const replay = `SEED=${details.seed}:${details.counterexamplePath}`;
  const told = [String(details.errorInstance), report[0], "…", ...report.slice(-MAX_LINES)];
  return [...told, `Play it again: ${replay} npx vitest run test/audit/proof`].join("\n");
}

/** Proves that a property holds of the sources, and that the proof fails for each of its mutants. */
export function prove<T>({ title, property, mutants, sample }: Proof<T>): void {
  const seeds = wholeRound ? SEEDS : sample.seeds;

  test(title, async () => {
    expect(await counterexample(property(sources), seeds, path)).toBeNull();
  });

  test.each(wholeRound ? mutants : mutants.slice(0, sample.mutants))(
    "is refuted if $what",
    async (mutant) => {
      expect(await counterexample(property(await loadMutant(mutant)), seeds)).not.toBeNull();
    },
  );
}
