import type { Subject } from "./subject.js";

/** One promise of the package, and how it is put to the test. */
export interface Check {
  /** What it is called in the report and on the command line, e.g. `types 5.9`. */
  readonly name: string;
  /**
   * Answers what was seen, in a few words.
   * @throws Failure where the promise is broken
   */
  run(subject: Subject): Promise<string>;
}

/** A promise that is broken: what was expected, what there is, and how to mend it. May have many lines. */
export class Failure extends Error {}

/** @throws Failure that lists the problems, unless there are none */
export function refuseProblems(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Failure(`${what}\n${problems.map((line) => `  ${line}`).join("\n")}`);
}
