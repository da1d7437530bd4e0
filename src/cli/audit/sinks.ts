import { type OutputPath, openSinks, type Sink } from "../output-path.js";
import type { Terminal } from "../terminal.js";
import type { AuditCommandOptions } from "./options.js";

/** Where an audit writes. */
export interface Sinks {
  readonly main: Sink;
  readonly report: Sink | null;
  readonly state: Sink | null;
}

/**
 * Opens all that an audit writes.
 * @param file the path of the targets file; null if there is none
 */
export async function openAuditSinks(
  file: string | null,
  { output, report, state, history }: AuditCommandOptions,
  terminal: Terminal,
): Promise<Sinks> {
  const outputs: OutputPath[] = [
    output === undefined ? { option: "", path: "-" } : { option: "--output", path: output },
    ...(report === undefined ? [] : [{ option: "--report", path: report }]),
    ...(state === undefined ? [] : [{ option: "--state", path: state, regular: true }]),
  ];
  const inputs = [
    ...(file === null ? [] : [{ what: "the targets file", path: file }]),
    ...(history === undefined ? [] : [{ what: "--history", path: history }]),
  ];
  const sinks = await openSinks(outputs, inputs, terminal);
  const [main, ...others] = sinks;
  if (main === undefined) throw new Error("an audit has an output");
  return {
    main,
    report: report === undefined ? null : (others.shift() ?? null),
    state: others.shift() ?? null,
  };
}
