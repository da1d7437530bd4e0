import { Command, Option } from "commander";
import type { CommandContext } from "../program.js";
import { duration, integer, listenAddress } from "../values.js";

/** `worker`: checks targets for audits that use a queue. */
export function workerCommand({ terminal, finish }: CommandContext): Command {
  return new Command("worker")
    .summary("check targets for audits that use a queue")
    .description(
      "Check the targets of audits that run with the same --queue, on any number of machines. Needs bullmq and " +
        "ioredis, and in the environment the variables that its accounts name. SIGTERM or Ctrl-C ends it after " +
        "its running jobs.",
    )
    .requiredOption(
      "--queue <url>",
      "the Redis of the audits, e.g. redis://redis:6379 or rediss://redis:6380/1",
    )
    .option("--accounts <file>", "accounts to serve, with the hosts that their credentials may be sent to")
    .addOption(
      new Option("--concurrency <n>", "maximum number of targets at a time for each account")
        .argParser(integer(1, 256))
        .default(10),
    )
    .addOption(
      new Option("--grace <duration>", "time to finish running jobs on shutdown")
        .argParser(duration(0))
        .default(20_000, "20s"),
    )
    .addOption(
      new Option(
        "--lost-after <duration>",
        "time without a heartbeat after which others take a worker's jobs",
      )
        .argParser(duration(1_000))
        .default(30_000, "30s"),
    )
    .addOption(
      new Option(
        "--health <address>",
        "serve /healthz and /readyz here, e.g. 8080 or 0.0.0.0:8080",
      ).argParser(listenAddress),
    )
    .addHelpText("after", help)
    .action(async (_, command) => {
      const { runWorkerCommand } = await import("../worker/run.js");
      finish(await runWorkerCommand(command.optsWithGlobals(), terminal));
    });
}

const help = `
Without --accounts it serves the account default with the vendors' own variables, for the vendors' hosts and
the addresses in BACKUP_RECORDS_<SERVICE>_URL. If the URL has no password, BACKUP_RECORDS_QUEUE_PASSWORD is used.

Examples:
  backup-records worker --queue redis://127.0.0.1:6379
  backup-records worker --queue rediss://audit@redis:6380/1 --accounts accounts.yaml --health 0.0.0.0:8080`;
