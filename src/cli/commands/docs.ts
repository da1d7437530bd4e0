import { Argument, Command } from "commander";
import { services } from "../../services.js";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

const serviceNames = services.map(({ name }) => name);

/** `docs`: the contracts as web pages. */
export function docsCommand({ terminal, finish }: CommandContext): Command {
  return new Command("docs")
    .summary("write the contracts as web pages, in English and Chinese")
    .description(
      "Write the contracts as web pages that need no server and no network, in English and Chinese.",
    )
    .addArgument(
      new Argument("[services...]", "which ones; all of them if none is named")
        .choices(serviceNames)
        .argParser((text, before: readonly string[] = []) => [...before, oneOf(serviceNames)(text)]),
    )
    .option("--out <folder>", "where to write them", "backup-records-docs")
    .addHelpText(
      "after",
      `
Needs @redocly/cli.

Example:
  backup-records docs dcs --out public/api`,
    )
    .action(async (named, options) => {
      const { runDocs } = await import("../docs/run.js");
      finish(await runDocs(named, options, terminal));
    });
}
