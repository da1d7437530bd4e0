import { Argument, Command } from "commander";
import { services } from "../../services.js";
import type { CommandContext } from "../program.js";

/** `docs`: contracts as web pages. */
export function docsCommand({ terminal, finish }: CommandContext): Command {
  return new Command("docs")
    .summary("write contracts as web pages")
    .description(
      "Write contracts as web pages that need no server and no network: those of this package, in English and Chinese, or your own.",
    )
    .addArgument(
      new Argument("[contracts...]", "services, or OpenAPI files; all services if none is named")
        .choices(services.map(({ name }) => name))
        // A shell completes the services; what is none is a file.
        .argParser((text, before: readonly string[] = []) => [...before, text]),
    )
    .option("--out <folder>", "where to write them", "backup-records-docs")
    .option("--remote-refs", "fetch what a $ref leads to over http, on hosts that the file names")
    .addHelpText(
      "after",
      `
Needs @redocly/cli.

Examples:
  backup-records docs dcs --out public/api
  backup-records docs openapi.yaml`,
    )
    .action(async (named, options) => {
      const { runDocs } = await import("../docs/run.js");
      finish(await runDocs(named, options, terminal));
    });
}
