import type { Command } from "commander";
import { exitCodes } from "../exit.js";
import type { Terminal } from "../terminal.js";
import { complete } from "./complete.js";
import { linesFor, shells } from "./shells.js";
import { sourcesOf } from "./sources.js";

/** Runs `completion` and returns its exit code: prints the script of a shell, or what it has the script ask for. */
export async function runCompletion(
  shell: keyof typeof shells,
  words: readonly string[],
  program: Command,
  { env, out }: Terminal,
): Promise<number> {
  const { script, read } = shells[shell];
  if (words.length === 0) await out.write(script);
  else {
    const asked = read(words);
    const completion = await complete(program, asked.before, asked.typed, sourcesOf(env));
    await out.write(linesFor(asked, completion));
  }
  return exitCodes.fine;
}
