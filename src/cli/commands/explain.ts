import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function explainCommand(_: CommandContext): Command {
  return new Command("explain");
}
