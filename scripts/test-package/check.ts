import type { Subject } from "./subject.js";

/** One promise of the package, and its test. */
export interface Check {
  /** Its name in the report and on the command line, e.g. `types 5.9`. */
  readonly name: string;
  /**
   * Returns what was found, in a few words.
   * @throws Failure if the promise is broken
   */
  run(subject: Subject): Promise<string>;
}

/** A broken promise: what was expected, what was found, and how to fix it. May have many lines. */
export class Failure extends Error {}

/** @throws Failure that lists the problems, unless there are none */
export function refuseProblems(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Failure(`${what}\n${problems.map((line) => `  ${line}`).join("\n")}`);
}
