import { beforeEach, describe, expect, test } from "vitest";
import { loadEngine } from "#engine";
import { operations } from "../../generated/dcs/operations.js";
import { createClient } from "../../src/core/client.js";
import type { ServiceDefinition } from "../../src/core/environment.js";
import type { ClientOptions } from "../../src/core/options.js";
import { NotFoundError, TimeoutError, token } from "../../src/index.js";
import { dcsRecord } from "../support/dcs-records.js";
import { fakeClock } from "../support/fake-clock.js";

const never = () => new Promise<never>(() => {});
const reason = new Error("the caller has left");
const clock = fakeClock();

/** Parts that do not arrive, as those of a page whose server stalls. */
const stalled: ServiceDefinition = {
  service: "dcs",
  operations,
  loadEngine,
  validators: never,
  toRecord: never,
  advice: never,
};

const client = (status: number, options: Partial<ClientOptions> = {}, definition = stalled) => {
  const body =
    status === 200 ? { total_num: 1, backup_record_response: [dcsRecord(0)] } : { error_code: "A" };
  return createClient<Record<"listBackupRecords", { params: object; body: unknown; item: object }>, object>(
    definition,
    {
      auth: token("not-a-real-token"),
      clock,
      fetch: async () => Response.json(body, { status }),
      ...options,
    },
    { baseUrl: "http://127.0.0.1:9", projectId: "p" },
  );
};

type Call = (options: Partial<ClientOptions>, signal?: AbortSignal) => Promise<unknown>;

/** Calls that wait for a part, by its name. */
const calls: Record<string, Call> = {
  "the engine": (options, signal) =>
    Promise.resolve(
      client(200, options, { ...stalled, loadEngine: never }).listBackupRecords(
        { instance_id: "i" },
        { signal },
      ),
    ),
  "the check of answers": (options, signal) =>
    Promise.resolve(
      client(200, { ...options, onDrift: () => {} }).listBackupRecords({ instance_id: "i" }, { signal }),
    ),
  "the mapping of records": (options, signal) =>
    client(200, options).listBackupRecords({ instance_id: "i" }, { signal }).records().toArray({ max: 1 }),
};

let ended: unknown;
const watch = (call: Promise<unknown>) => {
  ended = undefined;
  call.then(
    (value) => {
      ended = value;
    },
    (thrown: unknown) => {
      ended = thrown;
    },
  );
};

beforeEach(() => clock.advance(0));

describe.each(Object.entries(calls))("%s that does not arrive", (_, call) => {
  test.each([
    [{}, 30_000, "attempt"],
    [{ timeout: 500 }, 500, "attempt"],
    [{ timeout: 500, totalTimeout: 200 }, 200, "total"],
  ])("ends the call in time: %j", async (options, timeoutMs, scope) => {
    watch(call(options));
    await clock.advance(timeoutMs - 1);
    expect(ended).toBeUndefined();
    await clock.advance(1);
    expect(ended).toBeInstanceOf(TimeoutError);
    expect(ended).toMatchObject({ timeoutMs, scope, operation: "ListBackupRecords" });
    expect(String(ended)).toContain("a part of backup-records did not arrive");
    expect(clock.pending).toEqual([]);
  });

  test("is waited for without end where no limit is set", async () => {
    watch(call({ timeout: 0 }));
    await clock.advance(1e9);
    expect(ended).toBeUndefined();
  });

  test("keeps no caller who aborts", async () => {
    const leaving = new AbortController();
    watch(call({}, leaving.signal));
    await clock.advance(1);
    expect(ended).toBeUndefined();
    leaving.abort(reason);
    await clock.advance(0);
    expect(ended).toBe(reason);
    expect(clock.pending).toEqual([]);
  });
});

test("advice that does not arrive is left out of its error after two seconds", async () => {
  watch(Promise.resolve(client(404).listBackupRecords({ instance_id: "i" })));
  await clock.advance(1_999);
  expect(ended).toBeUndefined();
  await clock.advance(1);
  expect(ended).toBeInstanceOf(NotFoundError);
  expect(ended).toMatchObject({ code: "A" });
});
