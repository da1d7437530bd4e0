import type { Command } from "commander";
import { exitCodes } from "../exit.js";
import type { Terminal } from "../terminal.js";
import { bashScript, fishScript, type Script, zshScript } from "./scripts.js";
import { surfaceOf } from "./surface.js";

const scripts: Readonly<Record<"bash" | "zsh" | "fish", Script>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Runs `completion` and answers its exit code. */
export async function runCompletion(
  shell: keyof typeof scripts,
  program: Command,
  { out }: Terminal,
): Promise<number> {
  await out.write(scripts[shell](surfaceOf(program)));
  return exitCodes.fine;
}
