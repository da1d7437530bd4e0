import { Command, Option } from "commander";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

/** `lint`: the house rules on any contract. */
export function lintCommand({ terminal, finish }: CommandContext): Command {
  return new Command("lint")
    .summary("check an OpenAPI file with the house rules")
    .description("Check OpenAPI files with the house rules; exit code 1 if there are errors.")
    .argument("[files...]", "OpenAPI 3.0 or 3.1, YAML or JSON; none: the apis of the folder's redocly.yaml")
    .option("--config <file>", "a redocly.yaml; without it that of the folder, or the house rules")
    .addOption(
      new Option("-o, --format <format>", "github annotates a pull request, sarif is for code scanning")
        .choices(formatsOf("lint"))
        .argParser(oneOf(formatsOf("lint")))
        .default("text"),
    )
    .option("--baseline <file>", "leave out the findings that this file lists")
    .option("--update-baseline", "write all findings into the file of --baseline, and exit with 0")
    .option("--remote-refs", "fetch what a $ref leads to over http, on hosts that the file names")
    .addHelpText(
      "after",
      `
Needs @redocly/cli. To set the rules' options, extend them in a redocly.yaml of your own:
  extends: [./node_modules/backup-records/spec/lint/redocly.yaml]

Examples:
  backup-records lint openapi.yaml
  backup-records lint --config redocly.yaml --format github openapi.yaml
  backup-records lint --baseline lint-baseline.yaml --update-baseline openapi.yaml`,
    )
    .action(async (files, options) => {
      const { runLint } = await import("../lint/run.js");
      finish(await runLint(files, options, terminal));
    });
}
