import { Command, InvalidArgumentError, Option } from "commander";
import { parseDuration } from "../../audit/duration.js";
import type { CommandContext } from "../program.js";
import { integer } from "../values.js";

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
    .addOption(
      new Option("--concurrency <n>", "targets at a time, of each account")
        .argParser(integer(1, 1_000))
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

function duration(least: number): (text: string) => number {
  return (text) => {
    const value = parseDuration(text);
    if (value !== null && value >= least) return value;
    throw new InvalidArgumentError(`It is a duration such as 30s or 5m${least > 0 ? ", at least 1s" : ""}.`);
  };
}

/** Where the health of a worker is told. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

function listenAddress(text: string): ListenAddress {
  const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === "" || Number(port) > 65_535) {
    throw new InvalidArgumentError("It is a port, or a host and a port such as 0.0.0.0:8080.");
  }
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(port) };
}

const help = `
A password of Redis that is not in the URL is taken from BACKUP_RECORDS_QUEUE_PASSWORD.

Examples:
  backup-records worker --queue redis://127.0.0.1:6379
  backup-records worker --queue rediss://audit@redis:6380/1 --concurrency 50 --health 0.0.0.0:8080`;
