import { Command, Help, Option } from "commander";
import { placeOptions } from "../audit/place-options.js";
import { formatsOf } from "../formats.js";
import { Problem } from "../problem.js";
import type { CommandContext } from "../program.js";
import { attemptsOption, integer, oneOf, timeoutOption } from "../values.js";

/** `audit`: did every backup run? */
export function auditCommand({ terminal, finish }: CommandContext): Command {
  const command = new Command("audit")
    .summary("check the backups of every target")
    .description(
      "Check whether the backups of every target ran. A targets file names them, or says where to look; " +
        "without a file, options say where to look.",
    )
    .argument("[targets]", "the targets file, or - for standard input; default: targets.yaml");
  for (const option of placeOptions()) command.addOption(option);
  command.addCommand(initCommand({ terminal, finish })).helpCommand(false);
  return command
    .option("--group <name...>", "only the targets of these groups")
    .option("--label <key=value...>", "only the targets with all of these labels")
    .option("--target <name...>", "only these targets")
    .addOption(
      new Option("-o, --format <format>", "default: table on a terminal, ndjson elsewhere")
        .choices(formatsOf("audit"))
        .argParser(oneOf(formatsOf("audit"))),
    )
    .option("--output <file>", "write there instead of to standard output")
    .option("--report <file>", "write an HTML report as well")
    .option("--state <file>", "remember the verdicts there, and say what has changed since")
    .option("--history <file>", "append what was found there, for backup-records report")
    .option("--notify <url>", "with --state: post each change of a verdict there, as a CloudEvents message")
    .option("--ping <url>", "report to this healthchecks address when the audit begins and how it ends")
    .option("--partial", "if the audit is ended early, replace existing --output and --report files as well")
    .addOption(
      new Option("--concurrency <n>", "maximum number of targets checked at once")
        .argParser(integer(1, 10_000))
        .default(16),
    )
    .addOption(timeoutOption())
    .addOption(attemptsOption())
    .option("--strict", "suspect, gone, paused and new are findings, too")
    .option("--utc", "table: times in UTC instead of local time")
    .option("--queue <url>", "have workers check the targets, over the Redis at this URL")
    .option("--run <name>", "with --queue: name of the run; one of the same name is continued")
    .addHelpText("after", help)
    .action(async (targets, _, command) => {
      const { runAuditCommand } = await import("../audit/run.js");
      finish(await runAuditCommand(targets, command.optsWithGlobals(), terminal));
    });
}

/** The options of `audit` that `audit init` has, too. */
const initOptions: ReadonlySet<string> = new Set([
  ...placeOptions().map((option) => option.attributeName()),
  "timeout",
  "attempts",
]);

/** The options of `audit` that `audit init` has no use for. */
function othersThan(init: Command): Option[] {
  return (init.parent?.options ?? []).filter((option) => !initOptions.has(option.attributeName()));
}

/** `audit init`: a first targets file. */
function initCommand({ terminal, finish }: CommandContext): Command {
  return new Command("init")
    .summary("write a targets file with comments")
    .description(
      "Write a targets file with comments. --cloud, --region, --service and --project say where to look; without them, " +
        "questions on a terminal do. What is found there is named in a comment. Nothing is overwritten.",
    )
    .argument("[file]", "default: targets.yaml")
    .configureHelp({
      visibleGlobalOptions(command) {
        const others = othersThan(command);
        return Help.prototype.visibleGlobalOptions
          .call(this, command)
          .filter((option) => !others.includes(option));
      },
    })
    .addHelpText(
      "after",
      `
Examples:
  backup-records audit init
  backup-records audit init nightly.yaml --cloud otc --region eu-de`,
    )
    .action(async (file, _, command) => {
      const given = othersThan(command).find(
        (option) => command.getOptionValueSourceWithGlobals(option.attributeName()) === "cli",
      );
      if (given !== undefined)
        throw new Problem(`${given.long} is for an audit, and audit init makes none: leave it out`);
      const { runAuditInit } = await import("../audit/init.js");
      finish(await runAuditInit(file, command.optsWithGlobals(), terminal));
    });
}

const help = `
Verdicts: ok; missed, a backup was due and did not happen; failing, it failed; late, no good backup in time;
stuck, a backup runs too long; never, none was ever good; unprotected, there is no schedule; unknown, the service
does not say; not-checked, the check failed. To know, and no finding without --strict: suspect, the last good
backup may hold too little; gone, the service does not know the target any more; paused, the targets file excuses
it; new, nothing was due yet.
The targets file names the variables that hold credentials; without names they are those of list.

Exit code 0 says that there is no finding, 1 that there are some, 5 that there are none but some targets could
not be checked, 2 that the targets file has mistakes; all of them are shown, and nothing was checked.

Examples:
  backup-records audit --cloud otc --region eu-de --state night.json
  backup-records audit
  backup-records audit nightly.yaml --group production --report report.html
  backup-records audit --format junit --output backups.xml
  backup-records audit --state /var/lib/backups.json --format ndjson
  backup-records audit --state night.json --notify https://alerts.example.com/hook --ping https://hc.example.com/ping/ID`;
