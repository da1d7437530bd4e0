import { parseArgs } from "node:util";
import { renderGithub } from "../../src/cli/annotations.js";
import { annotationsOf, renderMarkdown, renderText } from "../../src/cli/contract-diff/render.js";
import { Problem } from "../../src/cli/problem.js";
import { type Comparison, compareFiles, compareWithRef, DiffInputError } from "./comparison.js";

/** Where the script runs, and what takes its output. */
export interface DiffContext {
  readonly cwd: string;
  /** Takes the report. */
  readonly out: (text: string) => void;
  /** Takes what is said about it, a line at a time. */
  readonly talk: (line: string) => void;
}

const usage = "usage: npm run diff -- <git ref> | <old file> <new file>  [--format text|github|markdown]";

const renderers: Readonly<Record<string, (comparison: Comparison) => string>> = {
  text: ({ contracts }) => renderText(contracts),
  markdown: ({ contracts, verdict }) => renderMarkdown(contracts, verdict.text),
  github: ({ contracts, verdict, locate }) =>
    renderGithub(annotationsOf(contracts, locate, verdict.passes ? "warning" : "error")),
};

/**
 * Compares the generated contracts with those of a git ref, or two contracts in files, and returns the exit
 * code: 0 nothing breaks, or the version carries it · 1 something breaks · 2 it cannot be told.
 */
export async function main(args: readonly string[], { cwd, out, talk }: DiffContext): Promise<number> {
  try {
    const { render, older, newer } = optionsOf(args);
    const comparison =
      newer === undefined ? await compareWithRef(cwd, older, talk) : await compareFiles(cwd, older, newer);
    out(render(comparison));
    talk(comparison.verdict.text);
    return comparison.verdict.passes ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DiffInputError || error instanceof Problem)) throw error;
    talk(error.message);
    return 2;
  }
}

interface Options {
  readonly render: (comparison: Comparison) => string;
  readonly older: string;
  readonly newer: string | undefined;
}

function optionsOf(args: readonly string[]): Options {
  const { format = "text", places } = parse(args);
  const [older, newer, ...more] = places;
  const render = renderers[format];
  if (render === undefined) throw new DiffInputError(`no format "${format}"; ${usage}`);
  if (older === undefined || more.length > 0) throw new DiffInputError(usage);
  return { render, older, newer };
}

function parse(args: readonly string[]): { format: string | undefined; places: string[] } {
  try {
    const options = { format: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { format: values.format, places: positionals };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new DiffInputError(`${reason}; ${usage}`);
  }
}
