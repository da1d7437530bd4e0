import { Command, Option } from "commander";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

/** `report`: what did the audits of a period find? */
export function reportCommand({ terminal, finish }: CommandContext): Command {
  return new Command("report")
    .summary("say how many due runs were kept in a period")
    .description(
      "Read what audits wrote with --history, and say of each target how many due runs were kept, which were missed " +
        "or failed and why, its restores, and its exceptions.",
    )
    .argument("<history>", "the file that audit --history has written")
    .option("--from <time>", "the first day, or time, of the period", "30d")
    .option("--to <time>", "the last day, or time, of the period", "now")
    .addOption(
      new Option("-o, --format <format>", "default: that of the --output name, .html or .csv; else html")
        .choices(formatsOf("report"))
        .argParser(oneOf(formatsOf("report"))),
    )
    .option("--output <file>", "write there instead of to standard output")
    .addHelpText("after", help)
    .action(async (history, _, command) => {
      const { runReport } = await import("../evidence/run.js");
      finish(await runReport(history, command.optsWithGlobals(), terminal));
    });
}

const help = `
Each line of a history has a hash of itself and of the line before. Exit code 1 says that a line was altered, removed
or added; the message names the first one, and nothing is written. Exit code 2 says that there is nothing to report: no
history, an empty one, or none of its audits and due runs are of the period. Lines that were cut off the end leave no trace: keep
the hash of the last line elsewhere. Times are in UTC.

Examples:
  backup-records audit --state night.json --history history.ndjson
  backup-records report history.ndjson --from 2026-10-01 --to 2026-10-31 --output october.html
  backup-records report history.ndjson --from 90d --output quarter.csv`;
