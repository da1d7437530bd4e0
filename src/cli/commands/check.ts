import { Argument, Command, Option } from "commander";
import { services } from "../../services.js";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { integer, oneOf } from "../values.js";

const serviceNames = services.map(({ name }) => name);

/** `check`: a response against its contract. */
export function checkCommand({ terminal, finish }: CommandContext): Command {
  return new Command("check")
    .summary("validate a captured response against the contract")
    .description("Validate a captured response against the contract; exit code 1 if it differs.")
    .addArgument(
      new Argument("<service>", "service that sent it").choices(serviceNames).argParser(oneOf(serviceNames)),
    )
    .argument("[file]", "a body in JSON, or what `curl -i` printed; - or none: standard input")
    .option("--operation <id>", "the operation, if the response does not show it")
    .addOption(
      new Option("--status <n>", "its status, if the response does not show it").argParser(integer(100, 599)),
    )
    .addOption(
      new Option("-o, --format <format>", "github annotates a pull request")
        .choices(formatsOf("check"))
        .argParser(oneOf(formatsOf("check")))
        .default("text"),
    )
    .addHelpText("after", help)
    .action(async (service, file, _, command) => {
      const { runCheck } = await import("../check/run.js");
      finish(await runCheck(service, file, command.optsWithGlobals(), terminal));
    });
}

const help = `
Examples:
  curl -i … | backup-records check dcs
  backup-records check starrocks response.json --format github
  backup-records check vbs error.json --status 404`;
