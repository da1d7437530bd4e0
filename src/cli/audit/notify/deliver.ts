import { toJson } from "../../escape.js";
import type { Message } from "../state.js";
import type { Post } from "./post.js";
import type { Receiver } from "./receiver.js";

/** Refused messages in a row after which a receiver is taken to want none. */
const MAX_REFUSALS = 3;

/** Longest time that an audit spends on delivering, in milliseconds. The next audit goes on. */
const LONGEST_DELIVERY = 5 * 60_000;

/** How messages are delivered. */
export interface DeliveryContext {
  readonly receiver: Receiver;
  readonly post: Post;
  readonly attempts: number;
  /** Maximum time of one attempt, in milliseconds. */
  readonly timeout: number;
  /** Ends the delivery early. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  now(): number;
}

/** What became of messages. */
export interface Deliveries {
  /** The ids of those that the receiver has taken. */
  readonly delivered: ReadonlySet<string>;
  /** Why others were not taken, in words; null if all were. */
  readonly problem: string | null;
}

/**
 * Delivers messages one after the other, so that they arrive in their order. One that the receiver refuses holds up no
 * other; a receiver that cannot be reached ends it. Never throws.
 */
export async function deliver(
  messages: readonly Message[],
  { receiver, post, now, ...limits }: DeliveryContext,
): Promise<Deliveries> {
  const delivered = new Set<string>();
  let problem: string | null = null;
  let refusals = 0;
  const end = now() + LONGEST_DELIVERY;
  for (const message of messages) {
    if (now() > end) return { delivered, problem: problem ?? "it takes too long to respond" };
    const posting = { contentType: "application/cloudevents+json; charset=utf-8", body: toJson(message) };
    const delivery = await post(receiver, { ...posting, ...limits });
    if (delivery.kind === "delivered") {
      delivered.add(message.id);
      refusals = 0;
      continue;
    }
    problem ??= delivery.why;
    refusals += 1;
    if (delivery.kind === "unreachable" || refusals === MAX_REFUSALS) break;
  }
  return { delivered, problem };
}
