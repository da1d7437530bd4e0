import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Auth,
  ContractError,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  type Drift,
  ServiceFailureError,
  token,
  type ValidationMode,
} from "../../src/index.js";
import { dcsRecord } from "../support/dcs-records.js";
import { record } from "../support/recording-server.js";

// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");

/** A service, a body as its contract wants it, and how to ask for it. */
const services = {
  dcs: {
    operation: "ListBackupRecordsV1",
    items: "/backup_record_response",
    body: (item: object, extra: object = {}) => ({
      backup_record_response: [dcsRecord(0, item)],
      total_num: 1,
      ...extra,
    }),
    ask: (baseUrl: string, options: Options) =>
      createDcsClient({ baseUrl, projectId: "p", auth, ...options }).listBackupRecordsV1({
        instance_id: "i",
      }),
    status: "status",
    required: "backup_name",
  },
  vbs: {
    operation: "ListBackupTasks",
    items: "/tasks",
    body: (item: object, extra: object = {}) => ({
      tasks: [
        {
          status: "RUNNING",
          job_id: "j",
          created_at: "2016-12-03T06:24:34.467",
          backup_name: "b",
          resource_id: "r",
          resource_type: "volume",
          ...item,
        },
      ],
      count: 1,
      ...extra,
    }),
    ask: (baseUrl: string, options: Options) =>
      createVbsClient({ baseUrl, projectId: "p", auth, ...options }).listBackupTasks({ policy_id: "p" }),
    status: "status",
    required: "backup_name",
  },
  starrocks: {
    operation: "DescribeBackups",
    items: "/Data",
    body: (item: object, extra: object = {}) => ({
      RequestId: "r",
      Success: true,
      Data: [{ BackupTaskId: "bt-1", InstanceId: "c-1", Status: "COMPLETED", ...item }],
      Total: 1,
      ...extra,
    }),
    ask: (baseUrl: string, options: Options) =>
      createStarRocksClient({ baseUrl, auth, ...options }).describeBackups(),
    status: "Status",
    required: "InstanceId",
  },
};

interface Options {
  onDrift?: (drift: Drift) => void;
  validate?: ValidationMode;
}

const cases = Object.entries(services).flatMap(
  ([service, { operation, items, body, status, required, ask }]) => {
    const at = `${items}/0`;
    const base = { service, operation, occurrences: 1 };
    return [
      {
        service,
        ask,
        what: "an unknown value",
        body: body({ [status]: "exploded" }),
        drift: {
          ...base,
          kind: "unknown-value",
          pointer: `${at}/${status}`,
          found: "exploded",
          expected: expect.stringContaining("one of "),
        },
      },
      {
        service,
        ask,
        what: "an unknown field of a record",
        body: body({ "new/field": 1 }),
        drift: {
          ...base,
          kind: "unknown-field",
          pointer: `${at}/new~1field`,
          found: 1,
          expected: "no such field",
        },
      },
      {
        service,
        ask,
        what: "an unknown field of the response",
        body: body({}, { page_info: {} }),
        drift: {
          ...base,
          kind: "unknown-field",
          pointer: "/page_info",
          found: "an object",
          expected: "no such field",
        },
      },
      {
        service,
        ask,
        what: "a missing field",
        body: body({ [required]: undefined }),
        drift: {
          ...base,
          kind: "missing-field",
          pointer: `${at}/${required}`,
          found: undefined,
          expected: "a value",
        },
      },
      {
        service,
        ask,
        what: "another type",
        body: body({ [required]: 7 }),
        drift: {
          ...base,
          kind: "unexpected-type",
          pointer: `${at}/${required}`,
          found: 7,
          expected: "string",
        },
      },
    ];
  },
);

describe("a response that differs from its contract", () => {
  test.each(cases)("by $what passes and is reported ($service)", async ({ ask, body, drift }) => {
    const server = await record(() => ({ status: 200, body }));
    const drifts: Drift[] = [];
    const page = await ask(server.url, { onDrift: (found) => drifts.push(found) });
    expect(page.items).toHaveLength(1);
    expect(drifts).toEqual([drift]);
  });

  test.each(cases)("by $what is refused under throw ($service)", async ({ ask, body, drift }) => {
    const server = await record(() => ({ status: 200, body }));
    const error = await ask(server.url, { validate: "throw" }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContractError);
    expect(error).toMatchObject({ pointer: drift.pointer, problems: [drift], status: 200 });
  });

  test.each(cases)("by $what is ignored under off ($service)", async ({ ask, body }) => {
    const server = await record(() => ({ status: 200, body }));
    const drifts: Drift[] = [];
    const page = await ask(server.url, { validate: "off", onDrift: (found) => drifts.push(found) });
    expect([page.items.length, drifts]).toEqual([1, []]);
  });

  test("by nothing passes under throw", async () => {
    for (const { body, ask } of Object.values(services)) {
      const server = await record(() => ({ status: 200, body: body({}) }));
      await expect(ask(server.url, { validate: "throw" })).resolves.toBeDefined();
    }
  });

  test("in the same way in many records is reported once, with their number", async () => {
    const records = Array.from({ length: 50 }, (_, i) => dcsRecord(i, { zone: "a" }));
    const server = await record(() => ({
      status: 200,
      body: { backup_record_response: records, total_num: 50 },
    }));
    const drifts: Drift[] = [];
    await services.dcs.ask(server.url, { onDrift: (found) => drifts.push(found) });
    expect(drifts).toEqual([
      expect.objectContaining({ pointer: "/backup_record_response/0/zone", occurrences: 50 }),
    ]);
    const thrown = services.dcs.ask(server.url, { validate: "throw" });
    await expect(thrown).rejects.toThrow(
      /unknown-field at \/backup_record_response\/0\/zone, expected no such field$/,
    );
  });

  test("in several ways says how many more there are", async () => {
    const server = await record(() => ({
      status: 200,
      body: services.dcs.body({ zone: "a".repeat(200), status: 3, backup_type: [] }),
    }));
    const call = services.dcs.ask(server.url, { validate: "throw" });
    await expect(call).rejects.toThrow(/, and 2 more$/);
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const found = error instanceof ContractError ? error.problems?.map((problem) => problem.found) : [];
    expect(found).toContain(`${"a".repeat(80)}…`);
    expect(found).toContain("an array");
  });

  test("is reported without the secrets of the request that it quotes", async () => {
    const body = services.dcs.body({ note: "Bearer not-a-real-token", "not-a-real-token": 1 });
    const server = await record(() => ({ status: 200, body }));
    const drifts: Drift[] = [];
    await services.dcs.ask(server.url, { onDrift: (drift) => drifts.push(drift) });
    // A place is named as it is: a short token must not make it unreadable.
    expect(drifts.map(({ pointer, found }) => [pointer, found])).toEqual([
      ["/backup_record_response/0/note", "Bearer [redacted]"],
      ["/backup_record_response/0/not-a-real-token", 1],
    ]);
    const thrown = await services.dcs.ask(server.url, { validate: "throw" }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(inspect(thrown, { depth: 10 })).not.toContain("Bearer not-a-real-token");
  });

  test("is still read if the listener's promise rejects", async () => {
    const server = await record(() => ({ status: 200, body: services.dcs.body({ zone: 1 }) }));
    const rejections: unknown[] = [];
    const onRejection = (reason: unknown) => rejections.push(reason);
    process.on("unhandledRejection", onRejection);
    await services.dcs.ask(server.url, {
      onDrift: async () => Promise.reject(new Error("the listener's own trouble")),
    });
    await new Promise<void>((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", onRejection);
    expect(rejections).toEqual([]);
  });

  test("is still read if the listener throws", async () => {
    const server = await record(() => ({ status: 200, body: services.dcs.body({ zone: 1 }) }));
    const listener = () => {
      throw new Error("the listener's own trouble");
    };
    await expect(services.dcs.ask(server.url, { onDrift: listener })).resolves.toBeDefined();
  });
});

describe("an integer beyond 2^53-1", () => {
  const text = JSON.stringify(services.dcs.body({ size: 0 })).replace(
    '"size":0',
    '"size":9223372036854775807',
  );

  test("arrives as a bigint, validates, and keeps its value in the unified record", async () => {
    const server = await record(() => ({
      status: 200,
      headers: { "content-type": "application/json" },
      body: text,
    }));
    const listing = services.dcs.ask(server.url, { validate: "throw" });
    expect((await listing).items[0]?.size).toBe(9223372036854775807n);
    const [unified] = await listing.records().toArray({ max: 1 });
    expect(unified?.sizeBytes).toBe(9223372036854775807n);
  });

  test.each(["9007199254740993.0", "9.007199254740993e15"])(
    "that is written as %s cannot be read exactly, and is reported",
    async (number) => {
      const server = await record(() => ({ status: 200, body: text.replace("9223372036854775807", number) }));
      await expect(services.dcs.ask(server.url, { validate: "throw" })).rejects.toThrow(
        /size, expected an integer/,
      );
    },
  );

  test("is not an integer if it has a fraction", async () => {
    const server = await record(() => ({ status: 200, body: services.dcs.body({ size: 1.5 }) }));
    await expect(services.dcs.ask(server.url, { validate: "throw" })).rejects.toThrow(
      /at \/backup_record_response\/0\/size, expected an integer/,
    );
  });
});

describe("a failure inside a 200", () => {
  const failure = {
    RequestId: "r-1",
    Success: false,
    ErrCode: "InvalidParams",
    ErrMessage: "Invalid params: [Region id]",
  };
  const contradiction = {
    ...services.starrocks.body({}),
    Success: false,
    ErrCode: "Success",
    ErrMessage: "Invalid params: [x].\n",
  };
  const ask = async (body: object, rule?: "contract" | "flag" | "off") => {
    const server = await record(() => ({ status: 200, body }));
    return createStarRocksClient({
      baseUrl: server.url,
      auth,
      ...(rule && { failure: rule }),
    }).describeBackups();
  };

  test("is a ServiceFailureError with the vendor's code, message and request id", async () => {
    const call = ask(failure);
    await expect(call).rejects.toThrow(ServiceFailureError);
    await expect(call).rejects.toMatchObject({
      code: "InvalidParams",
      requestId: "r-1",
      status: 200,
      service: "starrocks",
    });
    await expect(call).rejects.toThrow("Invalid params: [Region id]");
  });

  test("is not the documented contradiction, unless the flag alone decides", async () => {
    expect((await ask(contradiction)).items).toHaveLength(1);
    await expect(ask(contradiction, "flag")).rejects.toThrow(ServiceFailureError);
  });

  test("is not looked for if that is switched off", async () => {
    expect((await ask(failure, "off")).items).toEqual([]);
  });
});
