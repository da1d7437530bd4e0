import type { Command, Option } from "commander";

/** The words before the one that is typed, as the program would read them. */
export interface Line {
  readonly command: Command;
  /** Arguments of the command. */
  readonly operands: readonly string[];
  /** The options that were given, and the values of each. */
  readonly given: ReadonlyMap<Option, readonly string[]>;
  /** The option whose value the typed word is; undefined if it is none. */
  readonly open: Option | undefined;
  /** Whether `--` has ended the options. */
  readonly ended: boolean;
}

/** Reads the words before `typed`. What the program does not know is passed over. */
export function readLine(program: Command, before: readonly string[], typed: string): Line {
  let command = program;
  const operands: string[] = [];
  const given = new Map<Option, string[]>();
  let open: Option | undefined;
  let ended = false;
  const give = (option: Option, ...values: string[]) =>
    given.set(option, [...(given.get(option) ?? []), ...values]);
  for (const word of before) {
    if (open !== undefined && isValue(word, open, given)) {
      give(open, word);
      if (!open.variadic) open = undefined;
      continue;
    }
    open = undefined;
    if (ended || !isOption(word)) {
      const below = operands.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (below === undefined) operands.push(word);
      else command = below;
    } else if (word === "--") ended = true;
    else {
      const { option, value } = readOption(command, word);
      if (option === undefined) continue;
      give(option, ...(value === undefined ? [] : [value]));
      if (takesValue(option) && value === undefined) open = option;
    }
  }
  if (open !== undefined && !isValue(typed, open, given)) open = undefined;
  return { command, operands, given, open, ended };
}

/** Of an option that takes several values, the first word is one in any case, and others unless they are options. */
function isValue(word: string, open: Option, given: Line["given"]): boolean {
  return !(open.variadic && given.get(open)?.length !== 0 && isOption(word));
}

function isOption(word: string): boolean {
  return /^-./.test(word);
}

/** The option that a word names, and the value that is in the same word: `--format=csv`, `-ocsv`. */
export function readOption(command: Command, word: string) {
  const [, flag = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? /^(-[^-])(.+)$/s.exec(word) ?? [];
  return { option: optionsOf(command).find(({ long, short }) => long === flag || short === flag), value };
}

export function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

/** The options of a command, and those that it shares with others. */
export function optionsOf(command: Command): readonly Option[] {
  const help = command.createHelp();
  const shared = help.visibleGlobalOptions(command).filter(({ long }) => long !== "--version");
  return [...help.visibleOptions(command), ...shared];
}
