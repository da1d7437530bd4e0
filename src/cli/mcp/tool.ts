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

/** Makes a tool of its arguments and its work. */
export function defineTool<Of extends Fields>(
  about: Pick<Tool, "name" | "title" | "description" | "openWorld">,
  fields: Of,
  work: (values: ValuesOf<Of>, context: CallContext) => Promise<object>,
): Tool {
  return {
    ...about,
    inputSchema: inputSchema(fields),
    call: async (given, context) => work(readArguments(fields, given), context),
  };
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
