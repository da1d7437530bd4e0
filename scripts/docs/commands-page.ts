import type { Command } from "commander";
import { createProgram } from "../../src/cli/program.js";
import { processTerminal } from "../../src/cli/terminal.js";
import { html, type Markup } from "./html.js";
import type { SitePage } from "./layout.js";
import type { SearchEntry } from "./search.js";
import { tocNavigation } from "./toc.js";

const PATH = "commands.html";
/** Columns of the help texts: they fit beside the list of the commands. */
const WIDTH = 88;

/** What people look for who do not know the name of a command. */
const KEYWORDS: Readonly<Record<string, string>> = {
  audit: "missing late failed backups report monitor",
  check: "validate response drift",
  completion: "bash zsh fish tab",
  diff: "breaking change compare gate",
  docs: "redoc html pages publish openapi",
  lint: "openapi house rules redocly spectral",
  mock: "prism simulator server test",
};

const program = createProgram(processTerminal(process), () => {});

/** The page of the command line: what `--help` of each command prints. */
export function commandsPage(): SitePage {
  const sections = [
    { id: "backup-records", title: "backup-records", body: section("backup-records", program) },
    ...program.commands.map((command) => ({
      id: command.name(),
      title: command.name(),
      body: section(`backup-records ${command.name()}`, command),
    })),
  ];
  return {
    path: PATH,
    language: "en",
    section: "commands",
    title: "Commands",
    description: "Every command of backup-records with its options, its output and its exit codes.",
    source: "src/cli/program.ts",
    body: html`<div class="columns">${tocNavigation(sections)}
<main class="page wide" id="content" tabindex="-1">
<h1>Commands</h1>
<p class="lead">What <code>backup-records COMMAND --help</code> prints.</p>
${sections.map(({ id, body }) => html`<section aria-labelledby="${id}">${body}</section>`)}
</main></div>`,
  };
}

/** Entries of the search: each command and each of its options. */
export function commandEntries(): SearchEntry[] {
  return program.commands.flatMap((command) => [
    {
      title: `backup-records ${command.name()}`,
      kind: "Command",
      href: `${PATH}#${command.name()}`,
      text: helpOf(command).replaceAll(/\s+/g, " "),
      keywords: KEYWORDS[command.name()],
    },
    ...command.options.map(({ flags, description }) => ({
      title: `${command.name()} ${flags}`,
      kind: "Option",
      href: `${PATH}#${command.name()}`,
      text: description,
    })),
  ]);
}

function section(title: string, command: Command): Markup {
  const id = command.parent === null ? title : command.name();
  return html`<h2 id="${id}"><a class="self" href="#${id}">${title}</a></h2>
<pre tabindex="0"><code class="language-text">${helpOf(command).trim()}</code></pre>`;
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => WIDTH }).outputHelp();
  return text;
}
