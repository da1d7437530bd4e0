import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function docsCommand(_: CommandContext): Command {
  return new Command("docs");
}
