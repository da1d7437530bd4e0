import type { Terminal } from "../../terminal.js";
import { openPost, type Post, type Posting } from "./post.js";
import { Receiver } from "./receiver.js";

/** Time to say that an audit was interrupted, in milliseconds: the process ends soon. */
const LAST_WORDS_MS = 3000;

/** How an audit ended, for a watcher that expects it. */
export interface PingEnd {
  readonly success: boolean;
  /** Lines for a person. */
  readonly log: string;
  /** Whether the process is about to end. */
  readonly hurried?: boolean;
}

/**
 * Tells a watcher, in the protocol of healthchecks, that an audit begins and how it ends. If the audit is killed or
 * never begins, nothing is told, and the watcher rings. A failure is told on standard error and changes nothing else.
 */
export class Ping {
  readonly #receiver: Receiver;
  readonly #post: Post;
  readonly #say: Terminal["say"];
  readonly #limits: { readonly attempts: number; readonly timeout: number };
  readonly #abort = new AbortController();
  #started: Promise<void> = Promise.resolve();

  constructor(
    receiver: Receiver,
    post: Post,
    {
      say,
      attempts,
      timeout,
    }: Pick<Terminal, "say"> & { readonly attempts: number; readonly timeout: number },
  ) {
    this.#receiver = receiver;
    this.#post = post;
    this.#say = say;
    this.#limits = { attempts, timeout };
  }

  /** Sends `/start` meanwhile. */
  start(): void {
    this.#started = this.#send("/start", "", { ...this.#limits, signal: this.#abort.signal });
  }

  /** Sends the end once the start was sent: a watcher takes what comes last for what holds. */
  async end({ success, log, hurried = false }: PingEnd): Promise<void> {
    const limits = hurried ? { attempts: 1, timeout: LAST_WORDS_MS } : this.#limits;
    await (hurried ? Promise.race([this.#started, expired(LAST_WORDS_MS)]) : this.#started);
    // A start that nobody took by now keeps the process from ending.
    this.#abort.abort();
    await this.#send(success ? "" : "/fail", log, limits);
  }

  async #send(
    below: string,
    body: string,
    limits: Pick<Posting, "attempts" | "timeout" | "signal">,
  ): Promise<void> {
    const contentType = "text/plain; charset=utf-8";
    const delivery = await this.#post(this.#receiver, { below, contentType, body, ...limits });
    if (delivery.kind === "delivered") return;
    const what = below === "" ? "success" : below;
    this.#say(`--ping: ${what} was not sent to ${this.#receiver.host}: ${delivery.why}`);
  }
}

function expired(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}

/** The watcher at a URL. @throws Problem if the URL cannot be used */
export function openPing(
  url: string,
  { attempts, timeout }: { readonly attempts: number; readonly timeout: number },
  { env, say }: Pick<Terminal, "env" | "say">,
): Ping {
  return new Ping(new Receiver("--ping", url), openPost(env), { say, attempts, timeout });
}
