/** What reads a text, which decides how it is escaped. */
export type Destination =
  | "terminal"
  | "json"
  | "yaml"
  | "csv"
  | "markdown"
  | "workflow"
  | "xml"
  | "html"
  | "metrics";

/**
 * Every format of every command that has a choice, and what reads it. A test sends hostile text through each of
 * them, and checks what its destination would make of it.
 */
export const formats = {
  list: { table: "terminal", json: "json", ndjson: "json", csv: "csv" },
  audit: { table: "terminal", json: "json", ndjson: "json", junit: "xml", html: "html" },
  report: { html: "html", csv: "csv" },
  discover: { table: "terminal", yaml: "yaml", json: "json" },
  check: { text: "terminal", json: "json", github: "workflow" },
  explain: { text: "terminal", json: "json" },
  lint: { text: "terminal", json: "json", sarif: "json", github: "workflow" },
  diff: { text: "terminal", json: "json", markdown: "markdown", sarif: "json", github: "workflow" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Destination>>>>;

/** The name of a format of a command. */
export type FormatOf<Command extends keyof typeof formats> = Extract<keyof (typeof formats)[Command], string>;

/** The names of a command's formats. */
export function formatsOf<Command extends keyof typeof formats>(command: Command): FormatOf<Command>[] {
  const names: string[] = Object.keys(formats[command]);
  return names.filter((name): name is FormatOf<Command> => Object.hasOwn(formats[command], name));
}
