import { Command, Option } from "commander";
import { auditCommand } from "./commands/audit.js";
import { checkCommand } from "./commands/check.js";
import { completionCommand } from "./commands/completion.js";
import { diffCommand } from "./commands/diff.js";
import { discoverCommand } from "./commands/discover.js";
import { docsCommand } from "./commands/docs.js";
import { explainCommand } from "./commands/explain.js";
import { exporterCommand } from "./commands/exporter.js";
import { lintCommand } from "./commands/lint.js";
import { listCommand } from "./commands/list.js";
import { mcpCommand } from "./commands/mcp.js";
import { mockCommand } from "./commands/mock.js";
import { reportCommand } from "./commands/report.js";
import { workerCommand } from "./commands/worker.js";
import { plainLine } from "./escape.js";
import { exitCodeHelp } from "./exit.js";
import { fitHelp } from "./help-text.js";
import { packageFacts } from "./package.js";
import { Problem } from "./problem.js";
import { colourChoices } from "./talk.js";
import type { Output, Terminal } from "./terminal.js";
import { unknownZone } from "./time.js";
import { oneOf } from "./values.js";

/** Hands the exit code of the command that ran to the process that started it. */
export type Finish = (exitCode: number) => void;

/** What a command is made with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: Finish;
}

/**
 * The argument surface: every command with its options and help. A command's work is loaded when it runs,
 * so that help comes at once.
 */
export function createProgram(terminal: Terminal, finish: Finish): Command {
  const context = { terminal, finish };
  const program = new Command("backup-records")
    .description(
      "Backups of DCS, VBS, CBR and EMR Serverless StarRocks: audit whether they ran, list them, serve them as metrics.",
    )
    .option("--debug", "print debug output to standard error (no secrets)")
    .option("-q, --quiet", "print only errors to standard error, and no progress")
    .addOption(
      new Option("--color <when>", "default: auto, on a terminal; FORCE_COLOR and NO_COLOR count, too")
        .choices(colourChoices)
        .argParser(oneOf(colourChoices)),
    )
    .version(packageFacts().version, "-V, --version", "print the version")
    .helpCommand("help [command]", "print help for a command")
    .addHelpText("after", `\n${examples}\n\n${exitCodeHelp}`);
  for (const make of [
    listCommand,
    auditCommand,
    reportCommand,
    discoverCommand,
    mockCommand,
    checkCommand,
    explainCommand,
    lintCommand,
    diffCommand,
    docsCommand,
    exporterCommand,
    workerCommand,
    mcpCommand,
    completionCommand,
  ]) {
    program.addCommand(make(context));
  }
  program.hook("preAction", (_, command) => {
    const zone = command.getOptionValue("utc") === true ? undefined : unknownZone(terminal.env);
    const hasTimes = command.options.some(({ long }) => long === "--utc");
    if (zone !== undefined && hasTimes)
      terminal.note(["yellow", `TZ=${zone} is not a time zone that Node knows: local times are in UTC`]);
  });
  const below = program.commands.flatMap(({ commands }) => commands);
  for (const command of [program, ...program.commands, ...below]) {
    speakPlainly(command, terminal);
    refuseTwice(command);
  }
  program.hook("preAction", (_, command) => {
    const taken = takenWord(command);
    if (taken !== null) throw new Problem(taken);
  });
  return program;
}

const examples = `Examples:
  backup-records mock --mode simulate                          a service to try things on
  backup-records audit --cloud otc --region eu-de              did every backup run?
  backup-records list dcs --instance ID --from 7d              the backups of the last week
  backup-records list vbs --policy ID --status failed,timed_out
  backup-records check dcs response.json                       does this response match?
  backup-records explain dcs.08.0008                           what does this code mean?`;

/** One line per fault, in the form of all others, and no exit from within. */
function speakPlainly(command: Command, { out, err, say }: Terminal): void {
  command
    .helpOption("-h, --help", "print help")
    .configureHelp({ ...command.configureHelp(), showGlobalOptions: true, minWidthToWrap: 20 });
  command.exitOverride().configureOutput({
    writeOut: (text) => void out.write(fitHelp(text, helpWidth(out))),
    writeErr: (text) => sayAll(text, say),
    getOutHelpWidth: () => helpWidth(out),
    getErrHelpWidth: () => helpWidth(err),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text) => say(["red", "backup-records:"], ` ${wording(text, command)}`),
  });
}

/** Wider lines are hard to read. */
function helpWidth({ columns = 100 }: Output): number {
  return Math.min(columns, 100);
}

/** Of an option that takes one value, a second one would replace the first, and nobody would be told. */
function refuseTwice(command: Command): void {
  for (const option of command.options) {
    if (!option.required) continue;
    let given = false;
    command.on(`option:${option.name()}`, () => {
      // The values may be secrets. Options that collect values have a list of them.
      if (given && !Array.isArray(command.getOptionValue(option.attributeName()))) {
        throw new Problem(`${option.long} is given twice, and takes one value: leave one out`);
      }
      given = true;
    });
  }
}

/**
 * That an option which takes several values took the word that was meant as the argument, and what to write; null if none
 * seems to have.
 */
function takenWord(command: Command): string | null {
  const { registeredArguments, args, options } = command;
  const [argument] = registeredArguments;
  if (argument === undefined || (args.length > 0 && !argument.variadic)) return null;
  const isMeant = (word: unknown) =>
    typeof word === "string" &&
    (argument.argChoices?.includes(word) || (argument.name() === "targets" && /\.ya?ml$/i.test(word)));
  const values: Readonly<Record<string, unknown>> = command.opts();
  for (const option of options) {
    const given = values[option.attributeName()];
    const word = option.variadic && Array.isArray(given) ? given.find(isMeant) : undefined;
    if (word !== undefined)
      return `${option.long} took ${word} as a value: write ${word} before ${option.long}`;
  }
  return null;
}

/** Says a text of several lines. */
export function sayAll(text: string, say: Terminal["say"]): void {
  for (const line of text.trimEnd().split("\n")) say(line);
}

/** The words that call a command, without the program's own; each has a space before it. */
function nameOf(command: Command): string {
  return command.parent === null ? "" : `${nameOf(command.parent)} ${command.name()}`;
}

/** What other programs call something that this one has. */
const elsewhere: Readonly<Record<string, string>> = {
  "--json": "--format json",
  "--output": "--format",
  "--limit": "--max",
  "--silent": "--quiet",
  "--verbose": "--debug",
  "-v": "--version",
  version: "--version",
};

/** Whether a command takes the option that a text begins with. */
function has(command: Command, text: string): boolean {
  const [flag] = text.split(" ");
  const { parent } = command;
  return command.options.some(({ long }) => long === flag) || (parent !== null && has(parent, text));
}

/** Commander's words on one line; where they name no likely word, where to look one up. */
function wording(text: string, command: Command): string {
  const message = plainLine(text.replace(/^error: /, ""))
    .replace(
      /^command-argument value '(.*)' is invalid for argument '(.+?)'\. It is /,
      "$2 '$1' is not known. It is ",
    )
    .replace(/\(Did you mean (.+?)\?\)$/, ". Did you mean $1?")
    .replace(/ \. /, ". ");
  if (message.endsWith("?")) return message;
  const [, unknown = ""] = /^unknown (?:option|command) '(.+)'$/.exec(message) ?? [];
  const meant = elsewhere[unknown];
  if (meant !== undefined && has(command, meant)) return `${message}. Did you mean ${meant}?`;
  const taken = message.startsWith("missing required argument") ? takenWord(command) : null;
  if (taken !== null) return taken;
  const name = nameOf(command);
  return `${message.replace(/\.$/, "")}; see backup-records${name} --help`;
}
