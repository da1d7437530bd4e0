import { Command } from "commander";
import type { CommandContext } from "../program.js";
export function mockCommand(_: CommandContext): Command {
  return new Command("mock");
}
