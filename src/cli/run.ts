import { type Command, CommanderError } from "commander";
import { exitCodes } from "./exit.js";
import { createProgram, sayAll } from "./program.js";
import { report } from "./report.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs one command line to its end and returns the exit code. Any failure is one line on
 * standard error, never with a stack trace unless `--debug` is given.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    let code: number = exitCodes.fine;
    const program = createProgram(terminal, (result) => {
      code = result;
    });
    if (argv.length === 0) {
      sayAll(program.helpInformation(), terminal.say);
      return exitCodes.usage;
    }
    await program.parseAsync(withoutHelpOnUnknown(program, argv), { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what it had to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    return report(error, argv.includes("--debug"), terminal);
  }
}

/** The words, without those that ask for the help of a mistyped command: it would be everybody's, and look as if all were well. */
function withoutHelpOnUnknown({ commands }: Command, argv: readonly string[]): string[] {
  const names = argv.filter((word, at) => !word.startsWith("-") && argv[at - 1] !== "--color");
  const [name, topic] = names;
  const isUnknown = (word: string | undefined) =>
    word !== undefined && word !== "help" && commands.every((command) => command.name() !== word);
  if (name === "help") return isUnknown(topic) ? names.slice(1) : [...argv];
  return isUnknown(name) ? argv.filter((word) => word !== "--help" && word !== "-h") : [...argv];
}
