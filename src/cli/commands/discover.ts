import { Command, Option } from "commander";
import { placeOptions } from "../audit/place-options.js";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { attemptsOption, oneOf, timeoutOption } from "../values.js";

/** `discover`: what would be audited? */
export function discoverCommand({ terminal, finish }: CommandContext): Command {
  const command = new Command("discover")
    .summary("say what an audit would check")
    .description(
      "List the instances and policies that an audit would check: those of a file, and what it finds.",
    )
    .argument("[targets]", "the targets file, or - for standard input; default: targets.yaml");
  for (const option of placeOptions()) command.addOption(option);
  return command
    .addOption(
      new Option("-o, --format <format>", "default: table on a terminal, yaml, a targets file, elsewhere")
        .choices(formatsOf("discover"))
        .argParser(oneOf(formatsOf("discover"))),
    )
    .addOption(timeoutOption())
    .addOption(attemptsOption())
    .addHelpText("after", help)
    .action(async (targets, _, command) => {
      const { runDiscover } = await import("../discover/run.js");
      finish(await runDiscover(targets, command.optsWithGlobals(), terminal));
    });
}

const help = `
Exit code 0 says that all places were listed, 5 that some could not be; the others are shown all the same.

Examples:
  backup-records discover --cloud otc --region eu-de
  backup-records discover --cloud alibabacloud --region cn-hangzhou > targets.yaml
  backup-records discover nightly.yaml --format json`;
