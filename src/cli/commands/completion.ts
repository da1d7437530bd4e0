import { Argument, Command, Option } from "commander";
import { Problem } from "../problem.js";
import type { CommandContext } from "../program.js";
import { oneOf, orList } from "../values.js";

const shells = ["bash", "zsh", "fish"] as const;

/** `completion`: a script that completes command lines. */
export function completionCommand({ terminal, finish }: CommandContext): Command {
  return (
    new Command("completion")
      .summary("print a script that completes command lines in a shell")
      .description("Print a script that completes commands, options and their values.")
      .addArgument(new Argument("[shell]", "which one").choices(shells).argParser(oneOf(shells)))
      // For the scripts: a file of targets changes, and they do not.
      .addOption(new Option("--names <kind>").choices(["targets", "groups"]).hideHelp())
      .addOption(new Option("--in <file>").hideHelp())
      .addHelpText(
        "after",
        `
To have it in every shell:
  bash   echo 'eval "$(backup-records completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(backup-records completion zsh)"' >> ~/.zshrc    (after compinit)
  fish   backup-records completion fish > ~/.config/fish/completions/backup-records.fish`,
      )
      .action(async (shell, { names, in: file }, command: Command) => {
        if (names !== undefined) {
          const { printNames } = await import("../completion/names.js");
          return finish(await printNames(names, file, terminal));
        }
        if (shell === undefined) throw new Problem(`which shell? Write ${orList(shells)}`);
        const { runCompletion } = await import("../completion/run.js");
        finish(await runCompletion(shell, command.parent ?? command, terminal));
      })
  );
}
