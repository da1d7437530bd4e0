import { count } from "../../audit/words.js";
import { openSinks, type Sink } from "../output-path.js";
import type { Terminal } from "../terminal.js";
import type { Audit } from "./audit.js";
import type { Receiver } from "./notify/receiver.js";
import { step, withoutDelivered } from "./notify/step.js";
import { type AuditState, type Message, writeState } from "./state.js";

/** What an audit remembers, and whom it tells. */
export interface RememberContext {
  readonly audit: Audit;
  /** What was remembered before. */
  readonly state: AuditState | null;
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
 * A message that nobody takes stays in the state. Only writing the state can fail.
 */
export async function remember(file: Sink, context: RememberContext): Promise<void> {
  const { audit, state, names, path, receiver, terminal } = context;
  const { rows, ended: now } = audit;
  const { messages, state: next, dropped } = step(state, { rows, names, now, notify: receiver !== null });
  await writeState(file, next);
  if (state === null) terminal.note(`${path}: begun with ${count(rows.length, "target")}`);
  if (dropped > 0) terminal.say(`${path}: ${count(dropped, "old message")} given up, because too many wait`);
  if (messages.length === 0) return;
  if (receiver === null)
    terminal.note(`${path}: ${count(messages.length, "message")} for an audit with --notify`);
  else await tell(receiver, messages, next, context);
}

async function tell(
  receiver: Receiver,
  messages: readonly Message[],
  state: AuditState,
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
    const [file] = await openSinks([{ option: "--state", path, regular: true }], [], terminal);
    if (file !== undefined)
      await writeState(file, withoutDelivered(state, delivered)).catch(discarding(file));
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
