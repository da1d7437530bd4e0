import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function checkCommand(_: CommandContext): Command {
  return new Command("check");
}
