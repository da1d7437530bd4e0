import { Command } from "commander";
import type { CommandContext } from "../program.js";
import { attemptsOption, timeoutOption } from "../values.js";

/** `mcp`: audits, listings and explanations for an agent. */
export function mcpCommand({ terminal, finish }: CommandContext): Command {
  return new Command("mcp")
    .summary("serve audit, list_backups and explain to an agent")
    .description(
      "Serve three read-only tools to an agent over standard input and output, by the Model Context Protocol: audit, " +
        "list_backups and explain. Needs @modelcontextprotocol/sdk. Ends with its input.",
    )
    .argument("[targets]", "the targets file of audit; default: targets.yaml")
    .addOption(timeoutOption())
    .addOption(attemptsOption())
    .addHelpText("after", help)
    .action(async (targets, _, command) => {
      const { runMcp } = await import("../mcp/run.js");
      finish(await runMcp(targets, command.optsWithGlobals(), terminal));
    });
}

const help = `
Credentials come from the environment of this command, as for audit and list. An agent chooses clouds, regions and
ids; it cannot name a host, a file or a variable.

Examples:
  backup-records mcp
  backup-records mcp nightly.yaml
  claude mcp add backups -- npx backup-records mcp`;
