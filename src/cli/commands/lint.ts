import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function lintCommand(_: CommandContext): Command {
  return new Command("lint");
}
