import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function completionCommand(_: CommandContext): Command {
  return new Command("completion");
}
