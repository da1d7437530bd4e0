import { Argument, Command, Option } from "commander";
import { services } from "../../services.js";
import { formatsOf } from "../formats.js";
import { columnNames, states } from "../list/options.js";
import type { CommandContext } from "../program.js";
import { attemptsOption, duration, integer, oneOf, someOf, timeoutOption } from "../values.js";

const serviceNames = services.map(({ name }) => name);

/** `list`: the backups of instances, policies or clusters. */
export function listCommand({ terminal, finish }: CommandContext): Command {
  const choice = <Value extends string>(flags: string, text: string, values: readonly Value[]) =>
    new Option(flags, text).choices(values).argParser(oneOf(values));
  return new Command("list")
    .summary("list backups")
    .description("List backups, in one shape for all services.")
    .addArgument(
      new Argument("<service>", "where the backups are").choices(serviceNames).argParser(oneOf(serviceNames)),
    )
    .argument("[ids]", "pass - to read ids from standard input, one per line")
    .addOption(
      choice("--api <version>", "dcs: the call to use; v1.0 is the outdated one; default: v2", [
        "v2",
        "v1.0",
      ]),
    )
    .addOption(
      choice("--cloud <cloud>", "dcs, cbr: huaweicloud or otc; the others have one cloud each", [
        "huaweicloud",
        "otc",
        "alibabacloud",
      ]),
    )
    .option("--region <region>", "region, e.g. eu-de")
    .option("--base-url <url>", "endpoint instead of the vendor's own; or set BACKUP_RECORDS_<SERVICE>_URL")
    .option("--project <id>", "dcs, vbs, cbr: the project")
    .option(
      "--instance <id...>",
      "dcs, starrocks: instances to list the backups of; cbr: servers, disks or shares",
    )
    .option("--policy <id...>", "vbs: policies to list the backups of")
    .option("--from <time>", "not before: 7d, 1h30m, yesterday, 2026-11-01, 2026-11-01T08:00Z")
    .option("--to <time>", "not after; a day is included. Both take zones: 2026-11-01[Europe/Berlin]")
    .addOption(
      new Option("--status <states>", "only these, separated by commas")
        .choices(states)
        .argParser(someOf(states)),
    )
    .addOption(new Option("--latest <n>", "number of records of each id, the newest").argParser(integer(1)))
    .addOption(new Option("--max <n>", "maximum number of records").argParser(integer(1)))
    .option("--resume <cursor>", "go on where a listing stopped; it says the cursor")
    .addOption(
      new Option(
        "--skip <n>",
        "number of records to leave out first; a listing that stopped says it",
      ).argParser(integer(0)),
    )
    .addOption(
      choice("-o, --format <format>", "default: table on a terminal, ndjson in a pipe", formatsOf("list")),
    )
    .option("--wire", "records as the service sends them, instead of the unified shape")
    .option("--csv-raw", "csv: cells as they are, even if a spreadsheet would run them as formulas")
    .option("--wide", "table: all columns in full, however wide the terminal is")
    .addOption(
      new Option("--columns <names>", "table: these columns, separated by commas")
        .choices(columnNames)
        .argParser(someOf(columnNames)),
    )
    .option("--no-headers", "table and csv: without the heading, and without those of ids")
    .option("--utc", "table: times in UTC instead of local time; also how --from and --to are read")
    .option("--watch", "follow running backups until they end")
    .addOption(
      new Option("--interval <duration>", "with --watch: time between two requests")
        .argParser(duration(100))
        .default(5000, "5s"),
    )
    .addOption(new Option("--page-size <n>", "records per request (default: 100)").argParser(integer(1)))
    .addOption(timeoutOption())
    .addOption(attemptsOption())
    .addHelpText("after", help)
    .action(async (service, ids, _, command) => {
      const { runList } = await import("../list/run.js");
      finish(await runList(service, ids, command.optsWithGlobals(), terminal));
    });
}

const help = `
Credentials come from the environment, never from a flag:
  HUAWEICLOUD_SDK_AK, _SK, _PROJECT_ID, _SECURITY_TOKEN               Huawei Cloud
  OS_TOKEN; OS_ACCESS_KEY, OS_SECRET_KEY; OS_USERNAME …; clouds.yaml  Open Telekom Cloud
  ALIBABA_CLOUD_ACCESS_KEY_ID, _SECRET, ALIBABA_CLOUD_SECURITY_TOKEN  Alibaba Cloud
--debug says which of them were used. HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS are obeyed.
With --watch: exit code 1 if a watched backup failed.

Examples:
  backup-records list dcs --cloud otc --region eu-de --instance ID
  backup-records list vbs --policy ID --from 2026-11-01 --format csv > jobs.csv
  backup-records list starrocks --region eu-central-1 --status running --watch
  backup-records list dcs --instance ID ID --from 7d --latest 1 --columns resource,state,finished
  cat ids.txt | backup-records list dcs --region eu-west-101 --cloud huaweicloud - --format ndjson`;
