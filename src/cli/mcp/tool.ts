import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { type Fields, inputSchema, readArguments, type ValuesOf } from "./fields.js";

/** What a call of a tool is made with, besides its arguments. */
export interface CallContext {
  /** Ends the call, and the requests that it has under way. */
  readonly signal: AbortSignal;
  /** Says how far the call is; null if its end is not known. */
  progress(done: number, total: number | null, message: string): void;
}

/** What all tools are made with. */
export interface ToolContext {
  readonly terminal: Terminal;
  /** The targets file that was named when the server was started. */
  readonly targets: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
}

/** A tool as the server offers it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ReturnType<typeof inputSchema>;
  /** Whether it sends requests to a cloud. */
  readonly openWorld: boolean;
  /** @throws Problem for arguments that it cannot take, and what the client throws */
  call(given: Readonly<Record<string, unknown>>, context: CallContext): Promise<object>;
}

/** What the arguments of a tool are called as options of the command line, without the dashes. */
export type OptionNames = Readonly<Record<string, string>>;

/** Makes a tool of its arguments and its work. The problems of the work name arguments in place of options. */
export function defineTool<Of extends Fields>(
  about: Pick<Tool, "name" | "title" | "description" | "openWorld">,
  fields: Of,
  options: OptionNames,
  work: (values: ValuesOf<Of>, context: CallContext) => Promise<object>,
): Tool {
  return {
    ...about,
    inputSchema: inputSchema(fields),
    async call(given, context) {
      const values = readArguments(fields, given);
      try {
        return await work(values, context);
      } catch (error) {
        throw error instanceof Problem ? inArguments(error, options) : error;
      }
    },
  };
}

function inArguments(problem: Problem, options: OptionNames): Problem {
  const message = problem.message
    // No agent names a host.
    .replaceAll(", or --base-url instead", "")
    .replaceAll(/--([a-z][a-z-]*)/g, (option, name: string) => options[name] ?? option);
  return new Problem(message, problem.exitCode, { cause: problem.cause });
}

/** Most items in one result, and how many there are by default. */
export const MAX_ITEMS = 100;
export const USUAL_ITEMS = 20;

/** Texts of a result are cut behind so many characters. */
const MAX_TEXT = 2000;

/**
 * A result as JSON has it: dates as text, an integer beyond 2^53-1 as text, since JSON's readers would round it, and no
 * text of any length.
 */
export function plainResult(result: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(result, (_, value) => plainValue(value)));
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string" && value.length > MAX_TEXT) return `${value.slice(0, MAX_TEXT)}…`;
  return value;
}
