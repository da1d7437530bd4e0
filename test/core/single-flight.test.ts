import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { SingleFlight } from "../../src/core/single-flight.js";

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = withResolvers<string>();
  const start = vi.fn((signal: AbortSignal) => {
    start.signals.push(signal);
    return promise;
  }) as ReturnType<typeof vi.fn<(signal: AbortSignal) => Promise<string>>> & { signals: AbortSignal[] };
  start.signals = [];
  return { start, resolve, reject };
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}

describe("SingleFlight", () => {
  it("works once for all who ask while it runs, and anew afterwards", async () => {
    const flight = new SingleFlight<string>();
    const first = work();
    const both = [flight.join(first.start), flight.join(first.start)];
    first.resolve("one");
    expect(await Promise.all(both)).toEqual(["one", "one"]);
    expect(first.start).toHaveBeenCalledTimes(1);
    const second = work();
    second.resolve("two");
    expect(await flight.join(second.start)).toBe("two");
  });

  it("fails for all alike, and forgets the failure", async () => {
    const flight = new SingleFlight<string>();
    const first = work();
    const both = [flight.join(first.start), flight.join(first.start)];
    first.reject(new Error("no"));
    for (const outcome of await Promise.allSettled(both)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { message: "no" } });
    }
    expect(await flight.join(async () => "again")).toBe("again");
  });

  it("lets one leave with its own reason while the others wait on", async () => {
    const flight = new SingleFlight<string>();
    const { start, resolve } = work();
    const leaving = new AbortController();
    const left = flight.join(start, leaving.signal);
    const stays = flight.join(start, new AbortController().signal);
    const reason = new Error("leaving");
    leaving.abort(reason);
    await expect(left).rejects.toBe(reason);
    expect(start.signals[0]?.aborted).toBe(false);
    resolve("done");
    expect(await stays).toBe("done");
  });

  it("aborts the work when the last one leaves, and starts anew for the next", async () => {
    const flight = new SingleFlight<string>();
    const { start, reject } = work();
    const [first, second] = [new AbortController(), new AbortController()];
    const left = [flight.join(start, first.signal), flight.join(start, second.signal)];
    first.abort(new Error("first"));
    second.abort(new Error("second"));
    const outcomes = await Promise.allSettled(left);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
    expect(start.signals[0]?.aborted).toBe(true);
    const next = flight.join(async () => "next");
    // The abandoned work fails late; nobody hears of it, and the new work is not forgotten over it.
    reject(new Error("aborted"));
    expect(await next).toBe("next");
  });

  it("does not begin for one who has already aborted", async () => {
    const reason = new Error("gone");
    const { start } = work();
    await expect(new SingleFlight<string>().join(start, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(start).not.toHaveBeenCalled();
  });

  it("leaves no listener on a shared signal", async () => {
    const { signal } = new AbortController();
    const flight = new SingleFlight<string>();
    await flight.join(async () => "done", signal);
    await flight.join(() => Promise.reject(new Error("no")), signal).catch(() => {});
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
