import type { Service } from "../../records/service.js";
import { meaningfulLines } from "../lines.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import type { ListOptions } from "./options.js";

/** What is listed: the kind of thing, how many as far as is known, and their ids as they come. */
export interface Subjects {
  readonly option: "instance" | "policy";
  /** The ids as they were given; `-` stands for those on standard input. */
  readonly given: readonly string[];
  /** Whether there can be more than one, so that output has to tell them apart. */
  readonly several: boolean;
  /** Undefined, once, stands for everything there is. */
  readonly ids: AsyncIterable<string | undefined>;
}

/**
 * Reads the ids to list from the options and, where one is `-`, from standard input.
 * @throws Problem if there is none although the service needs one, or the option is another service's
 */
export function readSubjects(
  { name: service, subject }: Service,
  positional: string | undefined,
  options: ListOptions,
  terminal: Terminal,
): Subjects {
  const { option, required } = subject;
  const other = option === "instance" ? "policy" : "instance";
  if (options[other] !== undefined) {
    throw new Problem(`${service} lists by --${option}, not by --${other}`);
  }
  if (positional !== undefined && positional !== "-") {
    throw new Problem(`an id is given with --${option}: --${option} ${positional}`);
  }
  const given = [...(options[option] ?? []), ...(positional === undefined ? [] : [positional])];
  if (given.length === 0) {
    if (required) {
      throw new Problem(
        `${service} lists the backups of one ${option}: pass --${option} ID, or - to read ids from standard input`,
      );
    }
    return { option, given, several: false, ids: once(undefined) };
  }
  if (given.includes("")) throw new Problem(`--${option} is empty: pass the id of one`);
  const piped = given.includes("-");
  if (piped && terminal.stdinIsTerminal)
    terminal.note("reading ids from standard input, one a line; Ctrl-D ends");
  return { option, given, several: piped || given.length > 1, ids: expand(given, terminal, option) };
}

async function* once(id: undefined): AsyncGenerator<undefined, void, undefined> {
  yield id;
}

async function* expand(
  given: readonly string[],
  terminal: Terminal,
  option: string,
): AsyncGenerator<string, void, undefined> {
  let count = 0;
  for (const id of given) {
    if (id !== "-") {
      count += 1;
      yield id;
      continue;
    }
    for await (const line of meaningfulLines(terminal.stdin)) {
      count += 1;
      yield line;
    }
  }
  if (count === 0) throw new Problem(`standard input holds no ${option} id`);
}
