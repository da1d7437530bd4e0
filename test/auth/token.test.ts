import { describe, expect, it } from "vitest";
import { token } from "../../src/auth/index.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { authContext, outgoing } from "../support/auth-context.js";

const request = outgoing("https://dcs.test/");

describe("token", () => {
  it("sends a given token, and has no other after a rejection", () => {
    const auth = token("fake-token");
    expect(auth.scheme).toBe("token");
    expect(auth.authorize(request, authContext())).toEqual({ "x-auth-token": "fake-token" });
    expect(auth.rejected).toBeUndefined();
  });

  it("cannot be changed through the headers that it gave out", () => {
    const auth = token("fake-token");
    Object.assign(auth.authorize(request, authContext()), { "x-auth-token": "changed" });
    expect(auth.authorize(request, authContext())).toEqual({ "x-auth-token": "fake-token" });
  });

  it.each([
    ["nothing", undefined, /The token is missing/],
    ["an empty one", "", /The token is missing/],
    ["a header smuggled in", "t\r\nx-evil: 1", /line break/],
    ["a blank at its end", "t ", /blank/],
  ])("refuses %s at once, and one of a provider when it is used", async (_, value, message) => {
    expect(() => token(value as string)).toThrow(ConfigurationError);
    expect(() => token(value as string)).toThrow(message);
    const provided = token(() => value as string).authorize(request, authContext());
    await expect(provided).rejects.toThrow(ConfigurationError);
    await expect(provided).rejects.toThrow(message);
  });

  it("asks a provider for every attempt", async () => {
    let asked = 0;
    const auth = token(() => `fake-${++asked}`);
    expect(await auth.authorize(request, authContext())).toEqual({ "x-auth-token": "fake-1" });
    expect(await auth.authorize(request, authContext())).toEqual({ "x-auth-token": "fake-2" });
    const promised = token(async () => "fake-promised");
    expect(await promised.authorize(request, authContext())).toEqual({ "x-auth-token": "fake-promised" });
  });

  it("asks a provider once more for all calls under way with a refused token, until it repeats it", async () => {
    let current = "fake-1";
    const auth = token(() => current);
    const first = await auth.authorize(request, authContext());
    expect([auth.rejected?.(first), auth.rejected?.(first), auth.rejected?.(first)]).toEqual([
      true,
      true,
      true,
    ]);
    const repeated = await auth.authorize(request, authContext());
    expect(auth.rejected?.(repeated)).toBe(false);
    current = "fake-2";
    const renewed = await auth.authorize(request, authContext());
    expect(auth.rejected?.(first)).toBe(true);
    expect(auth.rejected?.(renewed)).toBe(true);
    expect(auth.rejected?.({})).toBe(true);
  });

  it.each([
    [
      "thrown",
      () =>
        token(() => {
          throw new Error("vault is sealed");
        }),
    ],
    [
      "rejected",
      () =>
        token(async () => {
          throw new Error("vault is sealed");
        }),
    ],
  ])("gives a %s failure of the provider as the cause", async (_, create) => {
    const failure: unknown = await (async () => create().authorize(request, authContext()))().catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ConfigurationError);
    expect(failure).toMatchObject({
      message: "The provider of the token failed: see the cause",
      cause: { message: "vault is sealed" },
    });
  });

  it("leaves what a provider throws alone once the call has been aborted", async () => {
    const reason = new Error("the caller has left");
    const auth = token(async () => {
      throw reason;
    });
    const context = authContext({ signal: AbortSignal.abort(reason) });
    await expect(Promise.resolve(auth.authorize(request, context))).rejects.toBe(reason);
  });
});
