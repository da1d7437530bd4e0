import { expect, test } from "vitest";
import { Cancellation } from "../../src/core/deadline.js";
import { fetchTransport } from "../../src/core/transport.js";

const request = {
  method: "GET",
  url: new URL("http://127.0.0.1/a?b=%20"),
  headers: { "x-a": "1" },
  body: "",
};
const cancellation = new Cancellation();

test("fetch is given the request as it stands, and told to follow no redirect", async () => {
  const calls: [unknown, unknown][] = [];
  const transport = fetchTransport((input, init) => {
    calls.push([input, init]);
    return Promise.resolve(new Response("text", { status: 503, headers: { "x-b": "2" } }));
  });
  const answer = await transport(request, cancellation);
  const init = { method: "GET", headers: { "x-a": "1" }, redirect: "manual", signal: cancellation.signal };
  expect(calls).toEqual([["http://127.0.0.1/a?b=%20", init]]);
  expect([answer.status, answer.header("X-B"), answer.header("x-c")]).toEqual([503, "2", null]);
  expect([...answer.headers]).toContainEqual(["x-b", "2"]);
  await transport({ ...request, method: "POST", body: "{}" }, cancellation);
  expect(calls[1]?.[1]).toEqual({ ...init, method: "POST", body: "{}" });
});

test("fetch is spared a signal that nothing could abort", async () => {
  const signals: unknown[] = [];
  const transport = fetchTransport((_, init) => {
    signals.push(init?.signal);
    return Promise.resolve(new Response("text"));
  });
  await transport(request, new Cancellation(false));
  expect(signals).toEqual([null]);
});

test("a redirect that a fetch followed in spite of it is one too", async () => {
  const followed = Object.defineProperty(new Response("elsewhere"), "redirected", { value: true });
  const answer = await fetchTransport(() => Promise.resolve(followed))(request, cancellation);
  expect(answer.status).toBe(302);
});

test("a redirect that a browser hides is one all the same", async () => {
  const hidden = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
  });
  const answer = await fetchTransport(() => Promise.resolve(hidden))(request, cancellation);
  expect(answer.status).toBe(302);
});
