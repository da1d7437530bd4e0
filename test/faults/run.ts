import { inspect } from "node:util";
import { vi } from "vitest";
import type { ClientEvent, Clock } from "../../src/index.js";
import { DEAD_URL, type FaultServer, type Script, startFaultServer } from "../support/fault-server.js";
import { type Fault, goodAct, type Stage } from "./fault.js";
import { type ServiceName, type Shared, wires } from "./wire.js";

/** What a fault came to. */
export interface Observed {
  readonly stage: Stage;
  readonly error: unknown;
  readonly returned: unknown;
  readonly events: readonly ClientEvent[];
  readonly tookMs: number;
  /** Rejections that nobody handled. */
  readonly unhandled: readonly unknown[];
  /** What was written to the console, stdout, stderr or as a warning. */
  readonly logged: readonly unknown[];
  /** All of the above as it can be printed. */
  readonly printed: string;
}

/** Runs one fault for one service, to the point at which the server has lost every connection it served. */
export async function run(
  fault: Fault,
  service: ServiceName,
  elsewhere: FaultServer,
  chosen: Shared,
): Promise<Observed> {
  const wire = wires[service];
  const unhandled: unknown[] = [];
  const events: ClientEvent[] = [];
  const logged: unknown[] = [];
  const drift: unknown[] = [];
  const stopListening = listen(unhandled, logged);
  let script: Script | null = null;
  const server = await startFaultServer(
    (request, count) =>
      (typeof script === "function"
        ? script(request, count)
        : script?.[Math.min(count, script.length) - 1]) ?? (() => {}),
    fault,
  );
  let list: Stage["list"] = () => {
    throw new Error("there is no client yet");
  };
  const stage: Stage = {
    wire,
    service,
    server,
    elsewhere,
    fast: fastClock(),
    caller: new AbortController(),
    good: goodAct(wire),
    list: (call) => list(call),
    async ids(listing) {
      const ids: unknown[] = [];
      for await (const record of listing) ids.push(wire.idOf(record));
      return ids;
    },
  };
  script = fault.serve(stage);
  const url = script === null ? DEAD_URL : server.url;
  const options = {
    ...chosen,
    timeout: 10_000,
    random: () => 0,
    onEvent: (event: ClientEvent) => events.push(event),
    onDrift: (difference: unknown) => drift.push(difference),
    ...fault.options?.(stage),
  };
  const started = performance.now();
  let error: unknown;
  let returned: unknown;
  try {
    list = wire.client(url, options);
    returned = await (fault.ask?.(stage) ?? stage.ids(stage.list({ signal: stage.caller.signal })));
  } catch (thrown) {
    error = thrown;
  }
  const tookMs = performance.now() - started;
  await server.idle();
  await new Promise<void>((resolve) => setImmediate(resolve));
  await server.close();
  stopListening();
  const all = [error, events, drift, logged, unhandled];
  const printed = [
    inspect(all, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(all, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
    error instanceof Error ? `${error}\n${error.stack}` : String(error),
  ].join("\n");
  return { stage, error, returned, events, tookMs, unhandled, logged, printed };
}

function listen(unhandled: unknown[], logged: unknown[]): () => void {
  const reject = (reason: unknown) => unhandled.push(reason);
  const warn = (warning: Error) => logged.push(warning);
  process.on("unhandledRejection", reject);
  process.on("warning", warn);
  const spies = [
    ...(["debug", "error", "info", "log", "trace", "warn"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => logged.push(words)),
    ),
    ...[process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation((text) => logged.push(text) > 0),
    ),
  ];
  return () => {
    process.off("unhandledRejection", reject);
    process.off("warning", warn);
    for (const spy of spies) spy.mockRestore();
  };
}

/** A hundred milliseconds of this clock are one of the machine's. */
function fastClock(): Clock {
  const start = Date.now();
  const from = performance.now();
  return {
    now: () => Math.round(start + (performance.now() - from) * 100),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds / 100);
      return () => clearTimeout(timer);
    },
  };
}
