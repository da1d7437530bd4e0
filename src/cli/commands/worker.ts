import { Command, Option } from "commander";
import type { CommandContext } from "../program.js";
import { duration, integer, listenAddress } from "../values.js";

/** `worker`: works off the targets that audits put on a queue. */
export function workerCommand({ terminal, finish }: CommandContext): Command {
  return new Command("worker")
    .summary("work off the targets that audits put on a queue")
    .description(
      "Ask the targets of audits that run with the same --queue, on as many machines as you start workers on. " +
        "Needs bullmq and ioredis beside it, and in the environment the variables that the accounts name. " +
        "SIGTERM or Ctrl-C ends it in good order.",
    )
    .requiredOption(
      "--queue <url>",
      "the Redis of the audits, e.g. redis://redis:6379 or rediss://redis:6380/1",
    )
    .option("--accounts <file>", "the accounts that it serves, and the hosts that each may be used for")
    .addOption(
      new Option("--concurrency <n>", "targets at a time, of each account")
        .argParser(integer(1, 256))
        .default(10),
    )
    .addOption(
      new Option("--grace <duration>", "what is in hand when it is to end may take so long")
        .argParser(duration(0))
        .default(20_000, "20s"),
    )
    .addOption(
      new Option("--lost-after <duration>", "not heard of for so long, a worker's targets go to others")
        .argParser(duration(1_000))
        .default(30_000, "30s"),
    )
    .addOption(
      new Option(
        "--health <address>",
        "answer /healthz and /readyz here, e.g. 8080 or 0.0.0.0:8080",
      ).argParser(listenAddress),
    )
    .addHelpText("after", help)
    .action(async (_, command) => {
      const { runWorkerCommand } = await import("../worker/run.js");
      finish(await runWorkerCommand(command.optsWithGlobals(), terminal));
    });
}

const help = `
A password of Redis that is not in the URL is taken from BACKUP_RECORDS_QUEUE_PASSWORD.

Examples:
  backup-records worker --queue redis://127.0.0.1:6379
  backup-records worker --queue rediss://audit@redis:6380/1 --concurrency 50 --health 0.0.0.0:8080`;
