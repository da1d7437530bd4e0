import { Command, Option } from "commander";
import { formatsOf } from "../formats.js";
import type { CommandContext } from "../program.js";
import { oneOf } from "../values.js";

/** `diff`: what changed between two contracts, and what of it breaks. */
export function diffCommand({ terminal, finish }: CommandContext): Command {
  return new Command("diff")
    .summary("compare two contracts and rate what changed")
    .description("Compare two versions of a contract; exit code 1 if the newer one breaks clients.")
    .argument("<old>", "the older OpenAPI file, YAML or JSON")
    .argument("<new>", "the newer one")
    .addOption(
      new Option(
        "-o, --format <format>",
        "github annotates a pull request, markdown is for a comment, sarif for code scanning",
      )
        .choices(formatsOf("diff"))
        .argParser(oneOf(formatsOf("diff")))
        .default("text"),
    )
    .option("--remote-refs", "fetch what a $ref leads to over http, on hosts that the contract names")
    .addHelpText(
      "after",
      `
Needs @redocly/cli. Ratings: breaking, additive, documentation only. A new value in a response's enumeration is
additive, since the clients accept it; a changed default, time format or paging is breaking, since they act on it.

Example:
  git show main:openapi.yaml > old.yaml && backup-records diff old.yaml openapi.yaml`,
    )
    .action(async (older, newer, options) => {
      const { runDiff } = await import("../diff/run.js");
      finish(await runDiff(older, newer, options, terminal));
    });
}
