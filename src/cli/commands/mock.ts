import { Argument, Command, Option } from "commander";
import { services } from "../../services.js";
import type { CommandContext } from "../program.js";
import { integer, oneOf } from "../values.js";

const serviceNames = services.map(({ name }) => name);
const modes = ["simulate", "examples"] as const;
const auths = ["off", "verify"] as const;

/** `mock`: local services to try things on. */
export function mockCommand({ terminal, finish }: CommandContext): Command {
  return new Command("mock")
    .summary("start local services that behave like the real ones")
    .description("Start the services on this machine, without accounts. Ctrl-C stops them.")
    .addArgument(
      new Argument("[services...]", "which ones; all of them if none is named")
        .choices(serviceNames)
        .argParser((text, before: readonly string[] = []) => [...before, oneOf(serviceNames)(text)]),
    )
    .addOption(
      new Option("--mode <mode>", "simulate: records that behave; examples: the documented responses")
        .choices(modes)
        .argParser(oneOf(modes))
        .default("simulate"),
    )
    .addOption(
      new Option("--port <n>", "of the first service, the others take the next; 0: any")
        .argParser(integer(0, 65_535))
        .default(4010),
    )
    .option("--prefixes", `all services on one port: ${serviceNames.map((name) => `/${name}`).join(", ")}`)
    .addOption(
      new Option("--records <n>", "simulate: per instance, policy or cluster")
        .argParser(integer(0, 1_000_000))
        .default(25),
    )
    .addOption(
      new Option("--seed <n>", "simulate: another number, other records")
        .argParser(integer(0, 2 ** 32 - 1))
        .default(1),
    )
    .option("--gaps", "simulate: also list what has backups that went wrong")
    .addOption(
      new Option("--healthy <n>", "simulate: also list so many whose backups all ran").argParser(
        integer(0, 100_000),
      ),
    )
    .option("--big-sizes", "simulate: sizes beyond 2^53-1")
    .option("--fault <fault...>", "what goes wrong: [service/]what[=ms][:share|@numbers]")
    .addOption(
      new Option("--auth <how>", "simulate: verify checks signatures and tokens")
        .choices(auths)
        .argParser(oneOf(auths))
        .default("off"),
    )
    .option("--record <file>", "write requests and responses to a file, as NDJSON without secrets")
    .addHelpText("after", help)
    .action(async (named, _, command) => {
      const { runMock } = await import("../mock/run.js");
      finish(await runMock(named, command.optsWithGlobals(), terminal));
    });
}

const help = `
Standard output is a shell script that sets the environment for the other commands.
Ids that begin with missing-, forbidden- or empty- behave so; any other id has records. Those that begin with
late-, failing-, stuck-, never-, missed-, hollow- or manual- have backups that go wrong in that way, those of healthy-
have good ones, and one that begins with gone- does not exist any more after a minute.

Faults, in --fault:
  429=1500:0.1      a tenth of the responses is 429 with a wait of 1.5 s
  dcs/reset@3       the third request to dcs breaks off
  stall@2,5-7       these requests never get a response
  latency=50        every response takes 50 ms longer
  throttle, truncate, any status from 400 to 599

Examples:
  backup-records mock                                  all services, on 4010 to 4013
  backup-records mock dcs --records 10000 --fault 503:0.05
  backup-records mock --auth verify --record calls.ndjson > env.sh`;
