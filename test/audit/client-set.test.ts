import { describe, expect, test } from "vitest";
import { checkTarget, createClientSet } from "../../src/audit/index.js";
import { iamPassword } from "../../src/auth/index.js";
import type { AuthorizationContext } from "../../src/core/auth.js";
import { fakeClock } from "../support/fake-clock.js";
import { target } from "./run-double.js";

const byName = target("t", { projectId: null, region: "eu-de", cloud: "otc", baseUrl: null });

/** An access key, say, that finds its project in a way of the test's. */
const authWith = (findProjectId: (context: AuthorizationContext) => Promise<string>) => ({
  scheme: "fake",
  authorize: () => ({}),
  findProjectId,
});

describe("a target whose project only a login can tell", () => {
  test("is checked after an earlier login has failed", async () => {
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      const url = String(input);
      sent.push(url);
      if (!url.endsWith("/auth/tokens")) return Response.json({ backup_record_response: [], total_num: 0 });
      if (sent.length === 1) return Response.json({}, { status: 503 });
      const headers = { "x-subject-token": "fake-token" };
      return Response.json({ token: { project: { id: "found" } } }, { status: 201, headers });
    };
    const auth = iamPassword({
      username: "fake-user",
      password: "fake-password",
      domainName: "fake-domain",
      projectName: "eu-de",
    });
    const clients = createClientSet({ auth, fetch });
    const first = await checkTarget(byName, clients);
    expect(first.failure).toMatchObject({ name: "ServerError" });
    const second = await checkTarget(byName, clients);
    expect(second.failure).toBeNull();
    expect(sent[2]).toMatch(/\/found\//);
    // One that has succeeded is not repeated.
    await checkTarget(byName, clients);
    expect(sent.filter((url) => url.endsWith("/auth/tokens"))).toHaveLength(2);
  });

  test("fails if the login takes longer than an attempt may", async () => {
    const clock = fakeClock();
    const auth = authWith(() => new Promise(() => {}));
    const clients = createClientSet({ auth, clock, timeout: 7_000 });
    const source = clients.source(byName);
    source.catch(() => {});
    await clock.advance(7_000);
    await expect(source).rejects.toMatchObject({ name: "TimeoutError", timeoutMs: 7_000 });
  });

  test("shares the login with the others, which goes on until the last of them is aborted", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const auth = authWith(({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const clients = createClientSet({ auth, clock: fakeClock() });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = checkTarget(byName, clients, { signal: one.signal });
    const second = checkTarget(byName, clients, { signal: two.signal });
    await expect.poll(() => signals).toHaveLength(1);
    one.abort(new Error("the first is enough"));
    await expect(first).rejects.toThrow("the first is enough");
    expect(signals[0]?.aborted).toBe(false);
    two.abort(new Error("the second, too"));
    await expect(second).rejects.toThrow("the second, too");
    expect(signals[0]?.aborted).toBe(true);
  });
});
