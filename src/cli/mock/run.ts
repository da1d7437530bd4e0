import { startMock } from "../../mock/index.js";
import type { BackupService } from "../../records/record.js";
import { refuseEnding } from "../ending.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { describeMock } from "./environment.js";
import { openRecording } from "./recording.js";

/** The options of `mock`, as they were given. */
export interface MockCommandOptions {
  readonly mode: "simulate" | "examples";
  readonly port: number;
  readonly prefixes?: boolean;
  readonly records: number;
  readonly seed: number;
  readonly gaps?: boolean;
  readonly healthy?: number;
  readonly bigSizes?: boolean;
  readonly fault?: readonly string[];
  readonly auth: "off" | "verify";
  readonly record?: string;
  readonly debug?: boolean;
}

/** Runs `mock` until Ctrl-C and returns its exit code. */
export async function runMock(
  services: readonly BackupService[],
  options: MockCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { mode, port, prefixes, records, seed, gaps, healthy, bigSizes, auth, fault } = options;
  if (mode === "examples" && auth === "verify") {
    throw new Problem("--auth verify needs --mode simulate: the examples are played to anyone");
  }
  if (options.record !== undefined) refuseEnding("--record", options.record, "ndjson");
  const recording = options.record === undefined ? undefined : await openRecording(options.record, terminal);
  const stopped = new Promise<void>((resolve) => terminal.onInterrupt(resolve));
  const mock = await startMock({
    services: services.length === 0 ? undefined : services,
    mode,
    port,
    prefixes,
    records,
    seed,
    gaps,
    healthy,
    bigSizes,
    faults: fault,
    auth: mode === "simulate" ? auth : undefined,
    onRequest: recording?.write,
    log: options.debug ? (line) => terminal.say(line) : undefined,
  });
  await terminal.out.write(await describeMock(mock));
  terminal.note(`${mode === "simulate" ? "simulating" : "playing the examples"}; Ctrl-C stops`);
  await stopped;
  await mock.stop();
  await recording?.close();
  terminal.note("stopped");
  return exitCodes.fine;
}
