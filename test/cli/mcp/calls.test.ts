import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { allEnded, tracked } from "../../../src/cli/mcp/calls.js";
import { explainTool } from "../../../src/cli/mcp/explain-tool.js";

/** A tool whose call ends when it is told to, and whether the wait for it is over. */
async function waiting(late: AbortSignal) {
  const calls = new Set<Promise<unknown>>();
  let end = (_: Error | null) => {};
  const call = () =>
    new Promise<object>((done, fail) => {
      end = (error) => (error === null ? done({}) : fail(error));
    });
  const context = { signal: new AbortController().signal, progress: () => {} };
  const called = tracked({ ...explainTool(), call }, calls).call({}, context);
  called.catch(() => {});
  const state = { over: false };
  const wait = allEnded(calls, late).then(() => {
    state.over = true;
  });
  for (let turns = 0; turns < 10; turns += 1) await turn();
  return { state, wait, called, end, calls };
}

test.each([null, new Error("refused")])("waits for a call, also for one that fails (%s)", async (error) => {
  const { state, wait, end, calls } = await waiting(new AbortController().signal);
  expect(state.over).toBe(false);
  end(error);
  await wait;
  expect(calls.size).toBe(0);
});

test("waits no longer once it is too late", async () => {
  const late = new AbortController();
  const { state, wait, calls } = await waiting(late.signal);
  expect(state.over).toBe(false);
  late.abort();
  await wait;
  expect(calls.size).toBe(1);
});
