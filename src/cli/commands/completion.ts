import { Argument, Command } from "commander";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

const shells = ["bash", "zsh", "fish"] as const;

/** `completion`: a script that completes command lines. */
export function completionCommand({ terminal, finish }: CommandContext): Command {
  return new Command("completion")
    .summary("print a script that completes command lines in a shell")
    .description("Print a script that completes commands, options and their values.")
    .addArgument(new Argument("<shell>", "which one").choices(shells).argParser(oneOf(shells)))
    .argument(
      "[words...]",
      "a command line to complete, as the script hands it over: print what can come next",
    )
    .addHelpText(
      "after",
      `
To have it in every shell:
  bash   echo 'eval "$(backup-records completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(backup-records completion zsh)"' >> ~/.zshrc    (below compinit)
  fish   backup-records completion fish > ~/.config/fish/completions/backup-records.fish`,
    )
    .action(async (shell, words, _, command: Command) => {
      const { runCompletion } = await import("../completion/run.js");
      finish(await runCompletion(shell, words, command.parent ?? command, terminal));
    });
}
