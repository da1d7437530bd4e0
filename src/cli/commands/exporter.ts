import { Command, Option } from "commander";
import { placeOptions } from "../audit/place-options.js";
import type { CommandContext } from "../program.js";
import { attemptsOption, duration, integer, listenAddress, timeoutOption } from "../values.js";

/** `exporter`: the verdicts as metrics for Prometheus. */
export function exporterCommand({ terminal, finish }: CommandContext): Command {
  const command = new Command("exporter")
    .summary("serve the verdicts as metrics for Prometheus")
    .description(
      "Check all targets again and again, and serve what is known of them as metrics. " +
        "What is known of a target that cannot be checked stays, with its age.",
    )
    .argument("[targets]", "the targets file, or - for standard input; default: targets.yaml");
  for (const option of placeOptions()) command.addOption(option);
  return command
    .addOption(
      new Option("--listen <address>", "where to serve /metrics, /healthz and /readyz")
        .argParser(listenAddress)
        .default({ host: "127.0.0.1", port: 9464 }, "127.0.0.1:9464"),
    )
    .addOption(
      new Option("--interval <duration>", "how often to check all targets")
        .argParser(duration(1_000))
        .default(300_000, "5m"),
    )
    .addOption(
      new Option("--concurrency <n>", "maximum number of targets checked at once")
        .argParser(integer(1, 10_000))
        .default(16),
    )
    .addOption(timeoutOption())
    .addOption(attemptsOption())
    .option("--all-series", "also serve the series of a target that no alert needs", false)
    .addHelpText("after", help)
    .action(async (targets, _, command) => {
      const { runExporter } = await import("../exporter/run.js");
      finish(await runExporter(targets, command.optsWithGlobals(), terminal));
    });
}

const help = `
/readyz responds with 200 after every target has been checked once. Alert rules and a dashboard are in the repository's deploy/.

Examples:
  backup-records exporter --cloud otc --region eu-de
  backup-records exporter
  backup-records exporter production.yaml --listen 0.0.0.0:9464 --interval 10m`;
