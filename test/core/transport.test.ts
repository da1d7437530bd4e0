import { describe, expect, test } from "vitest";
import { BrokenResponse, UnreadableResponse } from "../../src/core/errors.js";
import { createTransport } from "../../src/core/platform-transport.js";
import { fetchTransport, type TransportLimits } from "../../src/core/transport.js";
import { settle } from "../support/fake-clock.js";

const request = {
  method: "GET",
  url: new URL("http://127.0.0.1/a?b=%20"),
  headers: { "x-a": "1" },
  body: "",
};
const limits: TransportLimits = { maxBytes: 10, signal: undefined };
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A body of these chunks that remembers how often it was cancelled. It can fail, or stay open, at its end. */
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
  return { body, state };
}

const send = (body: ReadableStream<Uint8Array> | null, status = 200, bounds = limits) =>
  fetchTransport(() => Promise.resolve(new Response(body, { status })))(request, bounds);
const textOf = async (...sent: Parameters<typeof send>) => (await send(...sent)).text;

test("on platforms other than Node, fetch sends every request", () => {
  const overFetch = fetchTransport(fetch);
  expect(createTransport(overFetch)).toBe(overFetch);
});

describe("a request over fetch", () => {
  test("is sent as it stands, with an instruction to follow no redirect", async () => {
    const calls: [unknown, unknown][] = [];
    const transport = fetchTransport((input, init) => {
      calls.push([input, init]);
      return Promise.resolve(new Response("text", { status: 503, headers: { "x-b": "2" } }));
    });
    const { signal } = new AbortController();
    const response = await transport(request, { ...limits, signal });
    const init = { method: "GET", headers: { "x-a": "1" }, redirect: "manual", signal };
    expect(calls).toEqual([["http://127.0.0.1/a?b=%20", init]]);
    expect([response.status, response.header("X-B"), response.header("x-c")]).toEqual([503, "2", null]);
    expect([...response.headers()]).toContainEqual(["x-b", "2"]);
    await transport({ ...request, method: "POST", body: "{}" }, { ...limits, signal });
    expect(calls[1]?.[1]).toEqual({ ...init, method: "POST", body: "{}" });
  });

  test("has no signal if nothing can end it", async () => {
    const signals: unknown[] = [];
    const transport = fetchTransport((_, init) => {
      signals.push(init?.signal);
      return Promise.resolve(new Response("text"));
    });
    await transport(request, limits);
    expect(signals).toEqual([null]);
  });

  test("fails as fetch does", async () => {
    const failure = new TypeError("fetch failed");
    await expect(fetchTransport(() => Promise.reject(failure))(request, limits)).rejects.toBe(failure);
  });
});

describe("a redirect", () => {
  test("that a fetch followed all the same is still one", async () => {
    const followed = Object.defineProperty(new Response("elsewhere"), "redirected", { value: true });
    const response = await fetchTransport(() => Promise.resolve(followed))(request, limits);
    expect([response.status, response.text]).toEqual([302, ""]);
  });

  test("that a browser hides is still one", async () => {
    const hidden = Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
    });
    const response = await fetchTransport(() => Promise.resolve(hidden))(request, limits);
    expect(response.status).toBe(302);
  });

  test("has a body that is cancelled unread", async () => {
    const { body, state } = stream([utf8("elsewhere")], { open: true });
    expect(await textOf(body, 307)).toBe("");
    await settle();
    expect(state.cancelled).toBe(1);
  });
});

describe("a body", () => {
  test("that is absent is an empty text", async () => {
    expect(await textOf(null)).toBe("");
    expect(await textOf(stream([]).body)).toBe("");
    const withoutStreams = Object.defineProperty(new Response("text"), "body", { value: undefined });
    expect((await fetchTransport(() => Promise.resolve(withoutStreams))(request, limits)).text).toBe("");
  });

  test("can be cut between chunks in the middle of a character", async () => {
    const chunks = [...utf8("备份€😀")].map((byte) => Uint8Array.of(byte));
    expect(await textOf(stream(chunks).body, 200, { ...limits, maxBytes: 13 })).toBe("备份€😀");
  });

  test("loses its byte-order mark, and bytes that are not UTF-8 become U+FFFD", async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62, 0xe5);
    expect(await textOf(stream([bytes]).body)).toBe("a\ufffdb\ufffd");
  });

  test("is read up to the limit; beyond it the rest is cancelled", async () => {
    expect(await textOf(stream([utf8("12345"), utf8("67890")]).body)).toBe("1234567890");
    const { body, state } = stream([utf8("12345"), utf8("678901")], { open: true });
    const reading = send(body);
    await expect(reading).rejects.toThrow(BrokenResponse);
    await expect(reading).rejects.toMatchObject({
      status: 200,
      cause: new UnreadableResponse("the body is larger than 10 bytes"),
    });
    expect(state.cancelled).toBe(1);
  });

  test("that fails is a broken response with its status and cause", async () => {
    const failure = new TypeError("terminated");
    const reading = send(stream([utf8("{")], { failure }).body);
    await expect(reading).rejects.toThrow(BrokenResponse);
    await expect(reading).rejects.toMatchObject({ status: 200, cause: failure });
  });

  test("of an error is what came before it failed or grew too long", async () => {
    const words = [utf8("the first "), utf8("words")];
    const broken = stream(words, { failure: new Error("reset") });
    expect(await textOf(broken.body, 503, { ...limits, maxBytes: 100 })).toBe("the first words");
    const long = stream(words, { open: true });
    expect(await textOf(long.body, 400, { ...limits, maxBytes: 12 })).toBe("the first wo");
    expect(long.state.cancelled).toBe(1);
  });

  test.each([200, 503])("of status %i ends with the abort, and the stream is cancelled", async (status) => {
    const controller = new AbortController();
    const { body, state } = stream([utf8("{")], { open: true });
    const reading = send(body, status, { ...limits, signal: controller.signal });
    await settle();
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toMatchObject({ status, cause: new Error("enough") });
    expect(state.cancelled).toBe(1);
  });

  test("is cancelled unread if the abort came before it", async () => {
    const { body, state } = stream([utf8("{}")]);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(send(body, 200, { ...limits, signal })).rejects.toMatchObject({
      cause: new Error("enough"),
    });
    await settle();
    expect(state.cancelled).toBe(1);
  });
});
