import { InvalidArgumentError, Option } from "commander";
import { formatDuration, parseDuration } from "../audit/duration.js";
import { didYouMean } from "./suggest.js";

/** Reads one of a few words. */
export function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It is ${orList(values)}${didYouMean(text, values)}`);
  };
}

/** Reads words separated by commas, or one more of them each time the option is given. */
export function someOf<Value extends string>(
  values: readonly Value[],
): (text: string, before?: readonly Value[]) => readonly Value[] {
  const one = oneOf(values);
  return (text, before = []) => [...new Set([...before, ...words(text).map(one)])];
}

/** The same for any words. */
export function wordsOf(text: string, before: readonly string[] = []): readonly string[] {
  return [...new Set([...before, ...words(text)])];
}

function words(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}

/** Reads an integer of at least `least`. */
export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    const bound = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It is an integer ${bound}.`);
  };
}

/** Reads a duration such as 30s or 5m, or a number of seconds such as 30 or 0.5, as milliseconds. */
export function duration(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : parseDuration(text);
    if (value !== null && value >= least) return value;
    const bound = least > 0 ? `, at least ${formatDuration(least)}` : "";
    throw new InvalidArgumentError(`It is a duration such as 30s or 5m, or a number of seconds${bound}.`);
  };
}

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads a port, or a host and a port; of a port alone, the host is this machine. */
export function listenAddress(text: string): ListenAddress {
  const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === "" || Number(port) > 65_535) {
    throw new InvalidArgumentError("It is a port, or a host and a port such as 0.0.0.0:8080.");
  }
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(port) };
}

/** "a, b or c". */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** How long one attempt may take, for every command that sends requests. */
export function timeoutOption(): Option {
  return new Option("--timeout <duration>", "maximum time for one attempt")
    .argParser(duration(1))
    .default(30_000, "30s");
}

/** How often a request is tried, for the same commands. */
export function attemptsOption(): Option {
  return new Option("--attempts <n>", "how often to try a request").argParser(integer(1, 100)).default(3);
}
