import { describe, expect, it } from "vitest";
import { readBody } from "../../../src/core/engine/body.js";
import { Cancellation } from "../../../src/core/engine/cancellation.js";
import { streamedBody } from "../../../src/core/engine/transport.js";
import { UnreadableAnswer } from "../../../src/core/engine/unreadable.js";

/** A stream of these chunks that never ends if `open`, and remembers that it was cancelled. */
function stream(
  chunks: readonly Uint8Array[],
  { open = false, failure }: { open?: boolean; failure?: unknown } = {},
) {
  const rest = [...chunks];
  const state = { cancelled: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = rest.shift();
        if (chunk) controller.enqueue(chunk);
        else if (failure !== undefined) controller.error(failure);
        else if (!open) controller.close();
        else return new Promise(() => {});
      },
      cancel() {
        state.cancelled++;
        throw new Error("cancelling fails, too");
      },
    },
    { highWaterMark: 0 },
  );
  const cancellation = new Cancellation();
  return { body: streamedBody(body, cancellation), state, cancellation };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const limit = { maxBytes: 10 };

describe("readBody", () => {
  it("reads no body as an empty text", async () => {
    expect(await readBody(null, limit)).toBe("");
    expect(await readBody(stream([]).body, limit)).toBe("");
  });

  it("joins characters that are cut between chunks", async () => {
    const chunks = [...utf8("备份€😀")].map((byte) => Uint8Array.of(byte));
    expect(await readBody(stream(chunks).body, { maxBytes: 13 })).toBe("备份€😀");
  });

  it("drops a byte-order mark and replaces what is no UTF-8", async () => {
    expect(
      await readBody(stream([Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62, 0xe5)]).body, limit),
    ).toBe("a\ufffdb\ufffd");
  });

  it("reads up to the limit and gives up beyond it, cancelling the rest", async () => {
    expect(await readBody(stream([utf8("12345"), utf8("67890")]).body, limit)).toBe("1234567890");
    const { body, state } = stream([utf8("12345"), utf8("678901")], { open: true });
    await expect(readBody(body, limit)).rejects.toThrow(
      new UnreadableAnswer("the body is larger than 10 bytes"),
    );
    expect(state.cancelled).toBe(1);
  });

  it("passes on what the stream fails with", async () => {
    const failure = new TypeError("terminated");
    await expect(readBody(stream([utf8("{")], { failure }).body, limit)).rejects.toBe(failure);
  });

  it("answers what has come, where that is asked for and the rest cannot be had", async () => {
    const words = [new TextEncoder().encode("the first "), new TextEncoder().encode("words")];
    const broken = stream(words, { failure: new Error("reset") });
    expect(await readBody(broken.body, { maxBytes: 100, partial: true })).toBe("the first words");
    const long = stream(words, { open: true });
    expect(await readBody(long.body, { maxBytes: 12, partial: true })).toBe("the first wo");
    expect(long.state.cancelled).toBe(1);
  });

  it("gives up with the reason of the cancellation, and cancels the stream", async () => {
    const reason = new Error("enough");
    const { body, state, cancellation } = stream([utf8("{")], { open: true });
    const reading = readBody(body, limit);
    cancellation.cancel(reason);
    await expect(reading).rejects.toBe(reason);
    expect(state.cancelled).toBe(1);
  });

  it("does not begin once the attempt is cancelled", async () => {
    const reason = new Error("enough");
    const { body, state, cancellation } = stream([utf8("{}")]);
    cancellation.cancel(reason);
    await expect(readBody(body, limit)).rejects.toBe(reason);
    expect(state.cancelled).toBe(1);
  });
});

describe("a body that nobody reads", () => {
  it("is cancelled, which never fails", async () => {
    const { body, state } = stream([], { open: true });
    body.discard();
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.cancelled).toBe(1);
  });
});
