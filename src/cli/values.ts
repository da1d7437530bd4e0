import { InvalidArgumentError } from "commander";
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
  return (text, before = []) => [...new Set([...before, ...text.split(",").map((word) => one(word.trim()))])];
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

/** Reads a number of seconds, such as 30 or 0.5, as milliseconds. */
export function seconds(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value >= least) return value * 1000;
    throw new InvalidArgumentError(`It is a number of seconds, at least ${least}.`);
  };
}

/** "a, b or c". */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
