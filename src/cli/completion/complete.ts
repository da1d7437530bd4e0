import type { Command, Option } from "commander";
import { type Line, optionsOf, readLine, readOption, takesValue } from "./line.js";
import type { Sources } from "./sources.js";

/** A word that can come next, and what it means; empty if that is plain. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** All that can come next. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Whether the name of a file can, too. */
  readonly files: boolean;
}

/** Arguments that are files; those of the others are choices, or ids that nobody knows. */
const FILES = /^(targets|history|files?|old|new|contracts)$/;

/**
 * What can stand in place of the typed word, after the words before it. It is read from the program itself, so that it
 * cannot lag behind. Candidates that do not begin with the typed word are left to the shell, which may match in its own way.
 */
export async function complete(
  program: Command,
  before: readonly string[],
  typed: string,
  sources: Sources,
): Promise<Completion> {
  const line = readLine(program, before, typed);
  if (line.open !== undefined) return valuesOf(line.open, "", typed, line, sources);
  if (!line.ended && typed.startsWith("-")) {
    const { option, value } = readOption(line.command, typed);
    if (value === undefined) return { candidates: furtherOptions(line), files: false };
    if (option === undefined || !takesValue(option)) return { candidates: [], files: false };
    return valuesOf(option, typed.slice(0, typed.length - value.length), value, line, sources);
  }
  const next = await argumentsOf(line, sources);
  const nothing = next.candidates.length === 0 && !next.files;
  // Of the program itself, nothing follows what it does not know.
  const wantsOptions = nothing && typed === "" && !line.ended && line.command !== program;
  return wantsOptions ? { candidates: furtherOptions(line), files: false } : next;
}

/** The options that were not given yet, or can be given again. */
function furtherOptions({ command, given }: Line): Candidate[] {
  return optionsOf(command)
    .filter((option) => !given.has(option) || option.variadic || takesList(option))
    .map(({ long, flags, description }) => ({ value: long ?? flags, about: description }));
}

/** The values of an option: `prefix` is what stands before them in the same word. */
async function valuesOf(
  option: Option,
  prefix: string,
  typed: string,
  line: Line,
  sources: Sources,
): Promise<Completion> {
  const list = takesList(option);
  // What ends with the last comma stays.
  const kept = list ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  const given = [...(line.given.get(option) ?? []), kept];
  const taken = new Set(list ? given.flatMap((text) => text.split(",")) : given);
  const candidates = (await knownValues(option, line, sources))
    .filter(({ value }) => !taken.has(value))
    .map(({ value, about }) => ({ value: prefix + kept + value, about }));
  return { candidates, files: /<(file|folder)>/.test(option.flags) };
}

async function knownValues(option: Option, line: Line, sources: Sources): Promise<readonly Candidate[]> {
  if (option.argChoices !== undefined) return option.argChoices.map(plain);
  switch (option.long) {
    case "--region":
      return sources.regions(line);
    case "--target":
    case "--group":
    case "--label":
      return sources.names(option.long, line.operands[0]);
    default:
      return [];
  }
}

/** Whether values can be separated by commas: its own parser says so. */
function takesList({ argChoices: [first = "a"] = [], parseArg }: Option): boolean {
  if (parseArg === undefined) return false;
  try {
    return Array.isArray(parseArg(`${first},${first}`, undefined));
  } catch {
    return false;
  }
}

async function argumentsOf({ command, operands }: Line, sources: Sources): Promise<Completion> {
  const below = command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), about: one.summary() || one.description() }));
  const [first] = operands;
  if (first === "help" && command.parent === null) {
    const candidates = operands.length === 1 ? below.filter(({ value }) => value !== first) : [];
    return { candidates, files: false };
  }
  const known = command.registeredArguments;
  const last = known.at(-1);
  const next = known[operands.length] ?? (last?.variadic ? last : undefined);
  const choices = (next?.argChoices ?? []).filter((choice) => !operands.includes(choice)).map(plain);
  const codes = next?.name() === "code" ? await sources.codes() : [];
  return {
    candidates: [...(operands.length === 0 ? below : []), ...choices, ...codes],
    files: FILES.test(next?.name() ?? ""),
  };
}

function plain(value: string): Candidate {
  return { value, about: "" };
}
