import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function diffCommand(_: CommandContext): Command {
  return new Command("diff");
}
