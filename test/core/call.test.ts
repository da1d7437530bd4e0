import { describe, expect, test, vi } from "vitest";
import { applyCallOptions, executeCall } from "../../src/core/call.js";
import type { ClientContext, PreparedCall, ServiceTables } from "../../src/core/context.js";
import type { Drift } from "../../src/core/drift.js";
import { ConfigurationError, ContractError, InvalidRequestError } from "../../src/core/errors.js";
import type { CallOptions, ClientOptions } from "../../src/core/options.js";
import type { Validator } from "../../src/core/schema.js";
import { fakeClock } from "../support/fake-clock.js";
import { respond, type Step, scriptedCall } from "../support/scripted-call.js";

const never = () => new Promise<never>(() => {});
/** Wants an object without fields. */
const empty: Validator = (object) => (value) => (object as (...all: unknown[]) => number)(value, 0, 0, 0);

/** A call of a client over scripted responses. */
function prepare(
  steps: readonly Step[],
  options: Partial<ClientOptions> = {},
  callOptions: CallOptions = {},
  tables: Partial<ServiceTables> = {},
) {
  const { settings, requests, events } = scriptedCall(steps);
  const client: ClientContext = {
    tables: {
      service: "dcs",
      operations: {},
      records: {},
      validators: async () => ({ ShowInstance: empty }),
      advice: (code) => (code === "DCS.3022" ? "Check the instance id." : undefined),
      ...tables,
    },
    options: { auth: settings.auth, ...options },
    settings: { ...settings, ...(options.clock && { clock: options.clock }) },
    baseUrl: "https://dcs.example.test/prefix",
    headers: { accept: "application/json", "x-one": "client", "x-two": "client" },
  };
  const call = (): PreparedCall => ({
    operation: {
      operationId: "ShowInstance",
      method: "GET",
      path: "/v2/{project_id}/instances/{instance_id}",
      parameters: [],
      success: [200, 204],
      signing: { service: "dcs" },
    },
    path: "/v2/p/instances/i%2Fj",
    query: { limit: "1", name: "a b" },
    ...applyCallOptions(client, "ShowInstance", callOptions),
  });
  const run = async (signal = callOptions.signal) => executeCall(client, call(), signal);
  return { run, requests, events };
}

describe("a call", () => {
  test("sends its request and returns the parsed body", async () => {
    const { run, requests } = prepare([respond(200, '{"a":9007199254740993}')]);
    const { body, response } = await run();
    expect(body).toEqual({ a: 9007199254740993n });
    expect(response.status).toBe(200);
    expect(String(requests[0]?.url)).toBe(
      "https://dcs.example.test/prefix/v2/p/instances/i%2Fj?limit=1&name=a%20b",
    );
    expect(requests[0]?.headers).toMatchObject({ accept: "application/json", "x-one": "client" });
  });

  test("returns no body of a 204", async () => {
    expect((await prepare([respond(204)]).run()).body).toBeUndefined();
  });

  test("throws the error of a response, with the service's advice", async () => {
    const { run } = prepare([respond(404, '{"error_code":"DCS.3022","error_msg":"gone"}')]);
    await expect(run()).rejects.toThrow("dcs ShowInstance: 404 DCS.3022: gone. Check the instance id.");
  });

  test("takes its own headers, attempts and listener before the client's", async () => {
    const heard: string[] = [];
    const { run, requests, events } = prepare(
      [respond(503), respond(200, "{}")],
      {},
      {
        headers: { "X-Two": "call" },
        retry: { attempts: 1 },
        onEvent: ({ type }) => heard.push(type),
      },
    );
    await expect(run()).rejects.toThrow("503");
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).toMatchObject({ "x-one": "client", "x-two": "call" });
    expect([heard, events.map(({ type }) => type)]).toEqual([
      ["start", "attempt", "end"],
      ["start", "attempt", "end"],
    ]);
  });

  test.each<[CallOptions, string]>([
    [{ headers: { "x-a": "1\n" } }, "has a name or value that HTTP does not allow"],
    [{ headers: { host: "other.test" } }, 'header "host" belongs to the connection'],
    [{ timeout: -1 }, "timeout must be a number of at least 0, not -1"],
    [{ retry: { attempts: 0 } }, "retry.attempts must be an integer of at least 1, not 0"],
  ])("sends nothing with %j", async (options, message) => {
    const { run, requests } = prepare([respond(200, "{}")], {}, options);
    const call = run();
    await expect(call).rejects.toThrow(message);
    expect([InvalidRequestError, ConfigurationError]).toContain(
      (await call.catch((error) => error)).constructor,
    );
    expect(requests).toEqual([]);
  });
});

describe("the check of a response", () => {
  const different = () => [respond(200, '{"a":1}')];

  test("reports differences to onDrift, and returns the body unchanged", async () => {
    const drifts: Drift[] = [];
    const { run } = prepare(different(), { onDrift: (drift) => drifts.push(drift) });
    expect((await run()).body).toEqual({ a: 1 });
    expect(drifts).toMatchObject([{ kind: "unknown-field", pointer: "/a", operation: "ShowInstance" }]);
  });

  test("makes a ContractError of them if that is asked for", async () => {
    await expect(prepare(different(), { validate: "throw" }).run()).rejects.toThrow(ContractError);
  });

  test.each<Partial<ClientOptions>>([{}, { validate: "off", onDrift: () => {} }])(
    "is not loaded if nobody wants to know: %j",
    async (options) => {
      const validators = vi.fn(never);
      await prepare(different(), options, {}, { validators }).run();
      expect(validators).not.toHaveBeenCalled();
    },
  );

  test("is not loaded for a response without a body", async () => {
    const validators = vi.fn(never);
    await prepare([respond(204)], { validate: "throw" }, {}, { validators }).run();
    expect(validators).not.toHaveBeenCalled();
  });

  test("leaves a response alone whose operation has no validator", async () => {
    const validators = async () => ({});
    expect(await prepare(different(), { validate: "throw" }, {}, { validators }).run()).toBeDefined();
  });

  test.each<[CallOptions, number]>([
    [{}, 1_000],
    [{ timeout: 50 }, 50],
  ])("that does not arrive ends the call in time: %j", async (options, timeoutMs) => {
    const clock = fakeClock();
    const { run } = prepare(different(), { clock, validate: "throw" }, options, { validators: never });
    let ended: unknown;
    const call = run().catch((error: unknown) => {
      ended = error;
    });
    await clock.advance(timeoutMs - 1);
    expect(ended).toBeUndefined();
    await clock.advance(1);
    await call;
    expect(ended).toMatchObject({
      name: "TimeoutError",
      timeoutMs,
      scope: "attempt",
      message: `dcs ShowInstance: the check of responses was not loaded within ${timeoutMs} ms`,
    });
    expect(clock.pending).toEqual([]);
  });

  test("that does not arrive is ended by the caller, with the caller's reason", async () => {
    const clock = fakeClock();
    const caller = new AbortController();
    const options = { signal: caller.signal, timeout: 0 };
    const { run } = prepare(different(), { clock, validate: "throw" }, options, { validators: never });
    const call = expect(run()).rejects.toBe("enough");
    await clock.advance(1e9);
    caller.abort("enough");
    await call;
  });

  test("that cannot be loaded says what to do, with the cause", async () => {
    const validators = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
    const call = prepare(different(), { validate: "throw" }, {}, { validators }).run();
    await expect(call).rejects.toThrow(ConfigurationError);
    await expect(call).rejects.toMatchObject({
      message:
        "the check of responses could not be loaded: serve all files of this package, or bundle them as one",
      cause: { message: "Failed to fetch dynamically imported module" },
    });
  });
});
