import type { Command, Option } from "commander";

/** An option as a shell completes it. */
export interface CompletedOption {
  /** e.g. `--format`. */
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** What the value can be; empty where it can be anything. */
  readonly choices: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its arguments can be, all of them together. */
  readonly choices: readonly string[];
}

/** What there is to complete, read from the program itself, so that it cannot lag behind. */
export function surfaceOf(program: Command): readonly CompletedCommand[] {
  const shared = optionsOf(program).filter(({ long }) => long !== "--version");
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.summary(),
    options: [...optionsOf(command), ...shared, help],
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

const help: CompletedOption = { long: "--help", description: "print help", takesValue: false, choices: [] };

function optionsOf(command: Command): CompletedOption[] {
  return command.options.map((option: Option) => ({
    long: option.long ?? "",
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  }));
}
