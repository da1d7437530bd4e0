import type { Transform } from "node:stream";
import type { IncomingBody } from "../../core/engine/transport.js";
import { decodersFor, type Zlib } from "./decoders.js";

/** Most bytes that may wait for decompression, where the transport cannot hold them back. */
const mostBehind = 64 * 2 ** 20;

/**
 * The body of one answer. The transport puts bytes in as they come, whoever reads gets them decompressed.
 * Without a stream in between where nothing is compressed: streams cost more than all the rest.
 */
export abstract class Inflow implements IncomingBody {
  readonly #coding: string;
  readonly #zlib: Zlib;
  /** What came before anybody asked: no more than one read of the socket. */
  #early: Uint8Array[] | undefined;
  /** One for each coding, in the order in which the bytes pass them. */
  #decoders: readonly Transform[] | undefined;
  #take: ((chunk: Uint8Array) => void) | undefined;
  #resolve: (() => void) | undefined;
  #reject: ((failure: unknown) => void) | undefined;
  #over = false;
  #failure: { readonly thrown: unknown } | undefined;
  /** The connection's failure, while what it brought is still being decompressed. */
  #broken: { readonly thrown: unknown } | undefined;

  /** `coding` is the header `content-encoding`; null where there is none. */
  constructor(coding: string | null, zlib: Zlib) {
    this.#coding = coding ?? "";
    this.#zlib = zlib;
  }

  /** Stops the bytes until `resume`, while decompression is behind; may do nothing, at the cost of memory. */
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
    const [decoder] = this.#decoders ?? [];
    if (decoder === undefined) this.#finish();
    else decoder.end();
  }

  /** The connection failed; what came before is handed out first. A second failure tells nothing new. */
  fail(thrown: unknown): void {
    const [decoder] = this.#decoders ?? [];
    if (this.#over || decoder === undefined || decoder.writableEnded) {
      this.#fail(thrown);
    } else {
      this.#broken = { thrown };
      decoder.end();
    }
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
    this.#fail(undefined);
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
      this.#fail(thrown);
      this.close();
    }
  }

  #finish(): void {
    if (this.#broken !== undefined) this.#fail(this.#broken.thrown);
    if (this.#over) return;
    this.#over = true;
    this.#resolve?.();
  }

  #fail(thrown: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#failure = { thrown };
    for (const decoder of this.#decoders ?? []) decoder.destroy();
    this.#reject?.(thrown);
  }

  #decode(chunk: Uint8Array): void {
    if (this.#over) return;
    this.#decoders ??= this.#open(chunk);
    const [decoder] = this.#decoders;
    if (decoder === undefined) {
      this.#hand(chunk);
    } else if (decoder.writableLength > mostBehind) {
      const error = new Error("it comes faster than it can be decompressed");
      this.#fail(Object.assign(error, { code: "Z_BEHIND" }));
      this.close();
    } else if (!decoder.write(chunk)) {
      this.pause();
      decoder.once("drain", () => this.resume());
    }
  }

  #open(first: Uint8Array): readonly Transform[] {
    const decoders = decodersFor(this.#coding, first, this.#zlib);
    let last: Transform | undefined;
    for (const decoder of decoders) {
      decoder.on("error", (error) => {
        this.#fail(this.#broken === undefined ? error : this.#broken.thrown);
        this.close();
      });
      last?.pipe(decoder);
      last = decoder;
    }
    last?.on("data", (chunk) => this.#hand(chunk));
    last?.on("end", () => this.#finish());
    return decoders;
  }
}
