import { Command, Option } from "commander";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

/** `explain`: what a code means. */
export function explainCommand({ terminal, finish }: CommandContext): Command {
  return new Command("explain")
    .summary("say what a status, a verdict, a code or an erratum means")
    .description("Say what a code means, how it comes about, what to do, and which source page says so.")
    .argument(
      "[code]",
      "HTTP status, backup status, error code or class, verdict, exit code or erratum; none: the list",
    )
    .addOption(
      new Option("-o, --format <format>", "how to write it")
        .choices(formatsOf("explain"))
        .argParser(oneOf(formatsOf("explain")))
        .default("text"),
    )
    .addHelpText(
      "after",
      `
Examples:
  backup-records explain dcs.08.0008
  backup-records explain EXECUTE_TIMEOUT
  backup-records explain 429
  backup-records explain missed
  backup-records explain "exit 5"
  backup-records explain E27`,
    )
    .action(async (code, options) => {
      const { runExplain } = await import("../explain/run.js");
      finish(await runExplain(code, options, terminal));
    });
}
