import { ConfigurationError } from "../../core/errors.js";

/** One mistake in a targets file, or in a file of ids that it names. */
export interface TargetsProblem {
  /** The file, as messages name it. */
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  /** From 1 on, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** Maximum number of mistakes in the message; `problems` has all of them. */
const MAX_LISTED = 1000;

/**
 * A targets file that cannot be used. The message lists its mistakes in their order, one a line, as
 * `file:line:column: what is wrong; what to do`. It contains no value of a variable, and nothing of the file
 * that looks like a credential.
 */
export class TargetsFileError extends ConfigurationError {
  /** In the order of the file. Not part of `toJSON`. */
  declare readonly problems: readonly TargetsProblem[];

  constructor(problems: readonly TargetsProblem[]) {
    const lines = problems.slice(0, MAX_LISTED).map(describe);
    if (problems.length > MAX_LISTED) lines.push(`and ${problems.length - MAX_LISTED} more`);
    super(lines.join("\n"));
    Object.defineProperty(this, "problems", { value: problems, enumerable: true });
  }
}

function describe({ file, line, column, message, hint }: TargetsProblem): string {
  return `${file}:${line}:${column}: ${message}${hint === undefined ? "" : `; ${hint}`}`;
}
