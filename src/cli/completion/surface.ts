import type { Command, Option } from "commander";

/** An option as a shell completes it. */
export interface CompletedOption {
  /** e.g. `--format`. */
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** What the value can be; empty where it can be anything. */
  readonly choices: readonly string[];
  /** Whether several values can follow, separated by commas. */
  readonly several: boolean;
  /** What names of a targets file the value is; null if it is none. */
  readonly names: "targets" | "groups" | null;
}

/** Values that no option knows by itself. */
export interface FurtherValues {
  /** Of every cloud. */
  readonly regions: readonly string[];
  /** All that `explain` knows. */
  readonly codes: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  /** With that of the command that it is below: `audit init`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its arguments can be, all of them together. */
  readonly choices: readonly string[];
}

/** What there is to complete, read from the program itself, so that it cannot lag behind. */
export function surfaceOf(program: Command, values: FurtherValues): readonly CompletedCommand[] {
  return program.commands
    .flatMap((command) => [command, ...command.commands])
    .map((command) => {
      const shared = command.createHelp().visibleGlobalOptions(command);
      const own = command.options.filter(({ hidden }) => !hidden);
      const options = [...own, ...shared.filter(({ long }) => long !== "--version")];
      const above = command.parent === program ? "" : `${command.parent?.name()} `;
      return {
        name: `${above}${command.name()}`,
        description: command.summary(),
        options: [...options.map((option) => completedOption(option, values)), help],
        choices: [
          ...command.commands.map((one) => one.name()),
          ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
          ...(command.name() === "explain" ? values.codes.filter((code) => TAME.test(code)) : []),
        ],
      };
    });
}

/** A shell would split or run any other word. */
const TAME = /^[\w./:@+-]+$/;

const help: CompletedOption = {
  long: "--help",
  description: "print help",
  takesValue: false,
  choices: [],
  several: false,
  names: null,
};

function completedOption(option: Option, { regions }: FurtherValues): CompletedOption {
  return {
    long: option.long ?? "",
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? (option.long === "--region" ? regions : []),
    several: takesSeveral(option),
    names: option.long === "--target" ? "targets" : option.long === "--group" ? "groups" : null,
  };
}

/** Its own parser says so. */
function takesSeveral({ argChoices: [first] = [], parseArg }: Option): boolean {
  if (first === undefined || parseArg === undefined) return false;
  try {
    return Array.isArray(parseArg(`${first},${first}`, undefined));
  } catch {
    return false;
  }
}
