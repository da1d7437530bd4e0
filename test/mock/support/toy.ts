import type { OperationDescriptor } from "../../../src/core/operation.js";
import { huaweiFormat, huaweiGatewayErrors } from "../../../src/mock/api-formats.js";
import { keyOf, uuid } from "../../../src/mock/random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../../../src/mock/service-definition.js";
import { createPopulation } from "../../../src/mock/simulate/population.js";
import { createRecords, type Records } from "../../../src/mock/simulate/records.js";

/** A service that does not exist. Its contract, operations and records stand in this file alone. */
export const toyMock: MockServiceDefinition<"toy"> = {
  name: "toy",
  operations: operations(),
  document: contract(),
  format: huaweiFormat,
  errors: {
    ...huaweiGatewayErrors,
    parameter: [400, "Toy.0400"],
    "empty-project": [400, "Toy.0400"],
    "empty-resource": [400, "Toy.0400"],
    address: [404, "Toy.0404"],
    method: [405, "Toy.0405"],
    "unknown-resource": [404, "Toy.0404"],
    forbidden: [403, "Toy.0403"],
    "no-credentials": [401, "Toy.0401"],
    token: [401, "Toy.0401"],
    "expired-token": [401, "Toy.0401"],
    "other-project": [403, "Toy.0403"],
  },
  simulate: (options) => ({
    resource: "box-1",
    listings: {
      ListSnapshots: {
        parameters: { resource: "box_id", from: "since", states: "state" },
        records: (box = "") => snapshotsOf(options, box),
      },
    },
  }),
};

function snapshotsOf(options: SimulatorOptions, box: string): Records {
  const key = keyOf(options.seed, "toy", box);
  const population = createPopulation(options, key, box);
  const state = (index: number, now: number) =>
    population.run(index, now).phase !== "ended"
      ? "busy"
      : population.outcome(index) === "bad"
        ? "broken"
        : "done";
  return createRecords(population, {
    id: (number, index) => uuid(number, key, index),
    state,
    record: (id, index, now) => ({
      id,
      state: state(index, now),
      created: Math.floor(population.createdAt(index) / 1000),
    }),
  });
}

function operations(): Record<string, OperationDescriptor> {
  const signing = { service: "toy" };
  const ids = ["project_id", "box_id"].map((name) => ({
    name,
    in: "path" as const,
    required: true,
    type: "string" as const,
  }));
  const query = { in: "query", required: false } as const;
  return {
    listSnapshots: {
      operationId: "ListSnapshots",
      method: "GET",
      path: "/v1/{project_id}/boxes/{box_id}/snapshots",
      parameters: [
        ...ids,
        { ...query, name: "offset", type: "integer", minimum: 0, default: 0 },
        { ...query, name: "limit", type: "integer", minimum: 1, maximum: 50, default: 5 },
        { ...query, name: "state", type: "string" },
        { ...query, name: "since", type: "integer", time: { format: "s", zone: "UTC" } },
      ],
      success: [200],
      paging: {
        style: "offset",
        parameters: { position: "offset", limit: "limit" },
        total: "/total",
        items: "/snapshots",
        id: "/id",
        required: true,
      },
      signing,
    },
    showBox: {
      operationId: "ShowBox",
      method: "GET",
      path: "/v1/{project_id}/boxes/{box_id}",
      parameters: ids,
      success: [200],
      signing,
    },
  };
}

function contract(): object {
  const parameter = (name: string, place: "path" | "query", schema: object) => ({
    name,
    in: place,
    required: place === "path",
    schema,
  });
  const ids = [
    parameter("project_id", "path", { type: "string" }),
    parameter("box_id", "path", { type: "string" }),
  ];
  const json = (description: string, examples: Record<string, unknown>) => ({
    description,
    content: {
      "application/json": {
        schema: { type: "object" },
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
    },
  });
  const error = (code: string, message: string) =>
    json(message, { [code]: { code, message, request_id: "r-0" } });
  const errors = {
    "400": error("Toy.0400", "A parameter is wrong."),
    "401": error("Toy.0401", "Not you."),
    "404": error("Toy.0404", "No such box."),
    "429": error("APIGW.0308", "Too many requests."),
  };
  const snapshot = { id: "5d0e7f0a-0000-4000-8000-000000000001", state: "done", created: 1_790_000_000 };
  return {
    openapi: "3.1.0",
    info: { title: "Toy", version: "1.0.0" },
    servers: [{ url: "https://toy.invalid" }],
    security: [{ Token: [] }, { HuaweiAccessKey: [] }],
    paths: {
      "/v1/{project_id}/boxes/{box_id}/snapshots": {
        get: {
          operationId: "ListSnapshots",
          parameters: [
            ...ids,
            parameter("offset", "query", { type: "integer", minimum: 0, default: 0 }),
            parameter("limit", "query", { type: "integer", minimum: 1, maximum: 50, default: 5 }),
            parameter("state", "query", { type: "string", enum: ["busy", "done", "broken"] }),
            parameter("since", "query", { type: "integer" }),
          ],
          responses: { "200": json("A page.", { page: { snapshots: [snapshot], total: 1 } }), ...errors },
        },
      },
      "/v1/{project_id}/boxes/{box_id}": {
        get: {
          operationId: "ShowBox",
          parameters: ids,
          responses: {
            "200": json("A box.", { box: { id: "box-0", sizes: [1, { unit: "GB" }] } }),
            ...errors,
          },
        },
      },
    },
    components: {
      securitySchemes: {
        Token: { type: "apiKey", in: "header", name: "X-Auth-Token" },
        HuaweiAccessKey: { type: "apiKey", in: "header", name: "Authorization" },
      },
    },
  };
}
