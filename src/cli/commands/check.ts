import { Argument, Command, Option } from "commander";
import { services } from "../../services.js";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { integer, oneOf } from "../values.js";

const serviceNames = services.map(({ name }) => name);

/** `check`: an answer against its contract. */
export function checkCommand({ terminal, finish }: CommandContext): Command {
  return new Command("check")
    .summary("validate a captured answer against the contract")
    .description("Validate a captured answer against the contract; exit code 1 if it differs.")
    .addArgument(
      new Argument("<service>", "whose answer it is").choices(serviceNames).argParser(oneOf(serviceNames)),
    )
    .argument("[file]", "a body in JSON, or what `curl -i` printed; - or none: standard input")
    .option("--operation <id>", "the operation that answered, where the answer does not tell")
    .addOption(
      new Option("--status <n>", "its status, where the answer does not tell").argParser(integer(100, 599)),
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
  backup-records check starrocks answer.json --format github
  backup-records check vbs error.json --status 404`;
