import { resolve } from "node:path";
import { count } from "../../audit/words.js";
import { withFileLock } from "../file-lock.js";
import { openSinks, type Sink } from "../output-path.js";
import type { Terminal } from "../terminal.js";
import type { Audit } from "./audit.js";
import type { Receiver } from "./notify/receiver.js";
import { step, withoutDelivered } from "./notify/step.js";
import { type Message, readState, writeState } from "./state.js";

/** What an audit remembers, and whom it tells. */
export interface RememberContext {
  readonly audit: Audit;
  /** The names of all targets that there are. */
  readonly names: ReadonlySet<string>;
  /** The path of the state. */
  readonly path: string;
  /** Who hears of changes; null if nobody does. */
  readonly receiver: Receiver | null;
  readonly attempts: number;
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

/**
 * Writes the state, and then delivers its messages: nothing is sent that would be forgotten if the process were killed.
 * A message that nobody takes stays in the state. Only reading and writing the state can fail. It is read again: another
 * audit may have written it since this one began, and what that has told is not told again.
 */
export async function remember(file: Sink, context: RememberContext): Promise<void> {
  const { audit, names, path, receiver, terminal } = context;
  const { rows, ended: now } = audit;
  const { before, messages, dropped } = await withFileLock(resolve(terminal.cwd, path), async () => {
    const before = readState(path, terminal);
    const { state, ...told } = step(before, { rows, names, now, notify: receiver !== null });
    await writeState(file, state);
    return { before, ...told };
  });
  if (before === null) terminal.note(`${path}: begun with ${count(rows.length, "target")}`);
  if (dropped > 0) terminal.say(`${path}: ${count(dropped, "old message")} given up, because too many wait`);
  if (messages.length === 0) return;
  if (receiver === null)
    terminal.note(`${path}: ${count(messages.length, "message")} for an audit with --notify`);
  else await tell(receiver, messages, context);
}

async function tell(
  receiver: Receiver,
  messages: readonly Message[],
  { path, attempts, timeout, signal, terminal }: RememberContext,
): Promise<void> {
  const [{ deliver }, { openPost }] = await Promise.all([
    import("./notify/deliver.js"),
    import("./notify/post.js"),
  ]);
  const limits = { attempts, timeout, signal, now: terminal.now };
  const post = openPost(terminal.env);
  const { delivered, problem } = await deliver(messages, { receiver, post, ...limits });
  const left = messages.length - delivered.size;
  if (left > 0) {
    const why = problem ?? "the audit was ended";
    const what = `${left} of ${count(messages.length, "message")}`;
    terminal.say(`--notify: ${receiver.host} did not take ${what}: ${why}; the next audit sends them again`);
  }
  if (delivered.size === 0) return;
  try {
    await withFileLock(resolve(terminal.cwd, path), async () => {
      const state = readState(path, terminal);
      const [file] = await openSinks([{ option: "--state", path, regular: true }], [], terminal);
      if (file !== undefined && state !== null)
        await writeState(file, withoutDelivered(state, delivered)).catch(discarding(file));
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.say(`${reason}; the next audit sends ${count(delivered.size, "message")} again`);
  }
}

function discarding(file: Sink) {
  return async (error: unknown): Promise<never> => {
    await file.discard();
    throw error;
  };
}
