import type { Transform } from "node:stream";
import type { IncomingBody } from "../../core/transport.js";
import { decoderFor, type Zlib } from "./decoders.js";

/**
 * The body of one answer. The transport puts bytes in as they come, whoever reads gets them decompressed.
 * Without a stream in between where nothing is compressed: streams cost more than all the rest.
 */
export abstract class Inflow implements IncomingBody {
  readonly #coding: string;
  readonly #zlib: Zlib;
  /** What came before anybody asked: no more than one read of the socket. */
  #early: Uint8Array[] | undefined;
  #decoder: Transform | undefined;
  #take: ((chunk: Uint8Array) => void) | undefined;
  #resolve: (() => void) | undefined;
  #reject: ((failure: unknown) => void) | undefined;
  #over = false;
  #failure: { readonly thrown: unknown } | undefined;

  /** `coding` is the header `content-encoding`; null where there is none. */
  constructor(coding: string | null, zlib: Zlib) {
    this.#coding = coding ?? "";
    this.#zlib = zlib;
  }

  /** Stops the bytes until `resume`, while decompression is behind. */
  abstract pause(): void;
  abstract resume(): void;
  /** Closes the connection, or lets it live on where the body has ended. */
  abstract close(): void;

  push(chunk: Uint8Array): void {
    if (this.#coding === "") this.#hand(chunk);
    else this.#decode(chunk);
  }

  /** The last byte has come. */
  end(): void {
    if (this.#decoder === undefined) this.#finish();
    else this.#decoder.end();
  }

  /** The connection failed; a second failure tells nothing new. */
  fail(thrown: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#failure = { thrown };
    this.#decoder?.destroy();
    this.#reject?.(thrown);
  }

  read(take: (chunk: Uint8Array) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#take = take;
      this.#resolve = resolve;
      this.#reject = reject;
      for (const chunk of this.#early ?? []) this.#give(take, chunk);
      this.#early = undefined;
      if (this.#failure !== undefined) reject(this.#failure.thrown);
      else if (this.#over) resolve();
    });
  }

  discard(): void {
    this.fail(undefined);
    this.close();
  }

  #hand(chunk: Uint8Array): void {
    if (this.#take !== undefined) this.#give(this.#take, chunk);
    else if (this.#early === undefined) this.#early = [chunk];
    else this.#early.push(chunk);
  }

  #give(take: (chunk: Uint8Array) => void, chunk: Uint8Array): void {
    if (this.#failure !== undefined) return;
    try {
      take(chunk);
    } catch (thrown) {
      // Even where the body has ended by now.
      this.#over = false;
      this.fail(thrown);
      this.close();
    }
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#resolve?.();
  }

  #decode(chunk: Uint8Array): void {
    if (this.#over) return;
    this.#decoder ??= this.#open(chunk);
    const decoder = this.#decoder;
    if (decoder === undefined) {
      this.#hand(chunk);
    } else if (!decoder.write(chunk)) {
      this.pause();
      decoder.once("drain", () => this.resume());
    }
  }

  #open(first: Uint8Array): Transform | undefined {
    const decoder = decoderFor(this.#coding, first, this.#zlib);
    decoder?.on("data", (chunk) => this.#hand(chunk));
    decoder?.on("end", () => this.#finish());
    decoder?.on("error", (error) => {
      this.fail(error);
      this.close();
    });
    return decoder;
  }
}
