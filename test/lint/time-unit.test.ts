import { describe, expect, test } from "vitest";
import { lintWith, messages, withOperation, withSchemas } from "./lint.js";

const fields = (properties: object, more: object = {}) =>
  withSchemas({ Backup: { type: "object", properties }, ...more });
const utc = { format: "iso", zone: "UTC" };

describe("what is a time", () => {
  test.each(["created_at", "createdAt", "finish_time", "beginTime", "BackupStartTime", "timestamp", "since"])(
    "%s is, and says no unit",
    async (name) => {
      const [problem, ...others] = await lintWith("time-unit", fields({ [name]: { type: "string" } }));
      expect(problem?.message).toBe(
        `"${name}" is a time, but of no stated unit and zone. ` +
          `Add x-time: { format, zone } to its schema, or its name to "except" if it is no time.`,
      );
      expect(problem?.pointer).toBe(`#/components/schemas/Backup/properties/${name}`);
      expect(others).toEqual([]);
    },
  );

  test.each(["format", "data", "runtime", "timezone", "flat", "attempts"])("%s is not", async (name) => {
    expect(await messages("time-unit", fields({ [name]: { type: "string" } }))).toEqual([]);
  });

  test("format date-time is one under any name, in a list too", async () => {
    const time = { type: "string", format: "date-time" };
    const document = fields({ when: time, runs: { type: "array", items: time } });
    expect(await messages("time-unit", document, { formats: [] })).toHaveLength(2);
  });

  test("format date-time says unit and zone by itself, unless it is not among the formats", async () => {
    const document = fields({
      created_at: { type: "string", format: "date-time" },
      departure_time: { anyOf: [{ type: "string", format: "rfc1123" }, { type: "null" }] },
    });
    expect(await messages("time-unit", document)).toEqual([expect.stringMatching(/^"departure_time" is/)]);
    expect(await messages("time-unit", document, { formats: ["rfc1123"] })).toEqual([
      expect.stringMatching(/^"created_at" is/),
    ]);
  });

  test("a condition on one is none", async () => {
    const condition = { if: { properties: { created_at: { type: "string" } } } };
    expect(await messages("time-unit", withSchemas({ Condition: condition }))).toEqual([]);
  });

  test("an object is none, whatever its name", async () => {
    expect(await messages("time-unit", fields({ start_time: { type: "object" } }))).toEqual([]);
  });

  test("parameters and headers count", async () => {
    const parameters = [{ name: "begin_time", in: "query", schema: { type: "string" } }];
    const headers = { "X-Expires-At": { schema: { type: "string", format: "date-time" } } };
    const options = { names: ["_time$"], formats: [] };
    const problems = await lintWith(
      "time-unit",
      withOperation({ parameters, responses: { "200": { description: "Fine", headers } } }),
      options,
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "#/paths/~1backups/get/parameters/0/schema",
      "#/paths/~1backups/get/responses/200/headers/X-Expires-At/schema",
    ]);
  });

  test("names and exceptions are the caller's to choose", async () => {
    const document = fields({
      created_at: { type: "string" },
      quand: { type: "string" },
      up_time: { type: "integer" },
    });
    const problems = await messages("time-unit", document, { names: ["^quand$", "time$"], except: ["^up_"] });
    expect(problems).toEqual([expect.stringMatching(/^"quand" is a time/)]);
  });
});

describe("what it says", () => {
  test("on the field, beside its reference, or where it refers to", async () => {
    const document = fields(
      {
        created_at: { type: "string", "x-time": utc },
        updated_at: { $ref: "#/components/schemas/Plain", "x-time": utc },
        finished_at: { $ref: "#/components/schemas/Time" },
        expires_at: { anyOf: [{ $ref: "#/components/schemas/Time" }, { type: "null" }] },
      },
      { Plain: { type: "string" }, Time: { type: "string", "x-time": utc } },
    );
    expect(await messages("time-unit", document)).toEqual([]);
  });

  test("an unknown format or zone is refused", async () => {
    const document = fields({ at: { type: "integer", "x-time": { format: "seconds", zone: "CET" } } });
    expect(await lintWith("time-unit", document)).toEqual([
      {
        message:
          'x-time has no known format. Use one of "yyyyMMddHHmmss", "iso", "iso-seconds", "iso-without-zone", "s", "ms".',
        pointer: "#/components/schemas/Backup/properties/at/x-time",
      },
      expect.objectContaining({ message: 'x-time has no known zone. Use one of "UTC".' }),
    ]);
  });

  test("other formats and zones can be allowed", async () => {
    const document = fields({ at: { type: "string", "x-time": { format: "rfc1123", zone: "GMT" } } });
    expect(await messages("time-unit", document, { units: ["rfc1123"], zones: ["GMT"] })).toEqual([]);
  });

  test("seconds are no string, and notations are no number", async () => {
    const document = fields({
      a: { type: "string", "x-time": { format: "s", zone: "UTC" } },
      b: { type: "integer", "x-time": { format: "iso", zone: "UTC" } },
    });
    expect(await messages("time-unit", document)).toEqual([
      'x-time says "s", which does not fit the type "string". Correct one of the two.',
      'x-time says "iso", which does not fit the type "integer". Correct one of the two.',
    ]);
  });
});
