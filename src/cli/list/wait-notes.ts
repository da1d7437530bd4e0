import { duration } from "../../audit/words.js";
import type { ClientEvent } from "../../core/events.js";
import type { Terminal } from "../terminal.js";

/** Shorter waits are over before anybody wonders. */
const NOTICED = 2000;

/** Least time between two notes, in milliseconds: many targets may wait at once. */
const PACE = 5000;

/**
 * Says on a terminal why nothing happens: a service asks to wait, or attempts fail. Does nothing with
 * `--quiet`, and where nobody looks.
 */
export function waitNotes(
  { err, quiet, now }: Pick<Terminal, "err" | "quiet" | "now">,
  say: Terminal["say"],
  attempts: number,
): ((event: ClientEvent) => void) | undefined {
  if (quiet || !err.isTerminal) return undefined;
  let last = Number.NEGATIVE_INFINITY;
  /** What the last attempt of each operation came to. */
  const outcomes = new Map<string, string>();
  return (event) => {
    const call = `${event.service} ${event.operation}`;
    if (event.type === "attempt") outcomes.set(call, String(event.status ?? event.code ?? "no response"));
    if (event.type !== "wait" || event.delayMs < NOTICED || now() - last < PACE) return;
    last = now();
    const wait = duration(Math.ceil(event.delayMs / 1000) * 1000);
    const what = event.source === "server" ? `asks to wait ${wait}` : `is tried again in ${wait}`;
    const why = outcomes.get(call) ?? "no response";
    say(["dim", `${event.service} ${what} (${why}): attempt ${event.attempt} of ${attempts}`]);
  };
}
