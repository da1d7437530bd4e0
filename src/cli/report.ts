import { TargetsFileError } from "../audit/targets/error.js";
import { messageOf } from "../audit/words.js";
import { BackupRecordsError } from "../core/errors.js";
import { plainLine } from "./escape.js";
import { exitCodeOf, exitCodes } from "./exit.js";
import { packageFacts } from "./package.js";
import { Problem } from "./problem.js";
import type { Word } from "./style.js";
import type { Terminal } from "./terminal.js";

/**
 * Says what went wrong in one line, of a targets file in one for each mistake, under `--debug` with its origin,
 * and returns the exit code for it.
 */
export function report(error: unknown, debug: boolean, { say }: Terminal): number {
  const message = plainLine(messageOf(error));
  const known = error instanceof Problem || error instanceof BackupRecordsError;
  const prefix: Word = ["red", "backup-records:"];
  if (error instanceof TargetsFileError) {
    for (const line of error.message.split("\n")) say(prefix, ` ${plainLine(line)}`);
    const { length } = error.problems;
    if (length > 1) say(`${length} mistakes; nothing was checked`);
  } else if (error instanceof Problem && error.items.length > 0) {
    say(prefix, ` ${plainLine(error.head)}:`);
    for (const item of error.items) say(`  ${plainLine(item)}`);
  } else say(prefix, ` ${known ? message : bug(message, debug)}`);
  if (debug) for (const line of details(error, !known)) say(["dim", line]);
  return error instanceof Problem ? error.exitCode : (exitCodeOf(error) ?? exitCodes.bug);
}

function bug(message: string, debug: boolean): string {
  const { version, bugs } = packageFacts();
  const where = bugs === undefined ? "to its maintainers" : `at ${bugs}`;
  const more = debug ? "" : " (--debug shows where)";
  return `internal error in backup-records ${version}${more}; please report it ${where}: ${message}`;
}

/** What caused an error; of a bug, where it happened as well. */
function details(error: unknown, withStack: boolean): string[] {
  if (!(error instanceof Error)) return [];
  const stack = withStack ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const { cause } = error;
  if (!(cause instanceof Error)) return stack;
  return [...stack, `debug: caused by ${plainLine(String(cause))}`, ...details(cause, withStack)];
}
