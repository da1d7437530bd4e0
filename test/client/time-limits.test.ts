import { expect, test } from "vitest";
import { type Auth, createDcsClient, TimeoutError, token } from "../../src/index.js";

const auth: Auth = token("not-a-real-token");
/** A network on which nothing ever comes back. */
const fetch: typeof globalThis.fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
const dcs = createDcsClient({
  baseUrl: "https://x.test",
  projectId: "p",
  auth,
  fetch,
  retry: { attempts: 1 },
});

test("a signal's own time limit and the client's end a call with errors that can be told apart", async () => {
  const call = (options: { readonly signal?: AbortSignal; readonly timeout?: number }) =>
    dcs.listBackupRecords({ instance_id: "i" }, options).catch((error: unknown) => error);
  const signal = AbortSignal.timeout(1);
  const [caller, own] = [await call({ signal }), await call({ timeout: 1 })];
  // Both names are the same, as the platform chose one of them.
  expect([caller, own]).toMatchObject([{ name: "TimeoutError" }, { name: "TimeoutError" }]);
  expect(caller).toBe(signal.reason);
  expect(caller).not.toBeInstanceOf(TimeoutError);
  expect(own).toBeInstanceOf(TimeoutError);
  expect("timeoutMs" in (caller as object)).toBe(false);
  expect(own).toMatchObject({ timeoutMs: 1, scope: "attempt" });
});
