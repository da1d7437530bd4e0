import { createRequire } from "node:module";
import type { OperationDescriptor } from "../core/operation.js";
import { escapePointer, resolvePointer } from "../core/pointer.js";
import type { MockServiceDefinition } from "./service-definition.js";

/** A contract as the mock reads it: the service's definition, joined with the bundled document. */
export interface MockContract {
  readonly definition: MockServiceDefinition;
  /** The bundled OpenAPI document. */
  readonly document: object;
  readonly operations: readonly MockOperation[];
  /** Names of the security schemes that the contract allows. */
  readonly schemes: readonly string[];
}

/** An operation with what the client's table leaves out. */
export interface MockOperation extends OperationDescriptor {
  /** By parameter: the values that the document lists, open lists included, and its `format`. */
  readonly details: Readonly<Record<string, ParameterDetails>>;
  readonly examples: readonly ResponseExample[];
}

/** What a server checks that a client leaves to it. */
export interface ParameterDetails {
  readonly values?: readonly string[] | undefined;
  readonly format?: string | undefined;
}

/** A documented response. */
export interface ResponseExample {
  readonly status: number;
  readonly value: unknown;
}

/** Reads a service's contract. Its document is loaded only now. */
export async function loadContract(definition: MockServiceDefinition): Promise<MockContract> {
  const document = definition.document ?? (await readDocument(definition.name));
  return {
    definition,
    document,
    operations: Object.values(definition.operations).map((operation) => describe(operation, document)),
    schemes: list(resolvePointer(document, "/security")).flatMap((entry) => Object.keys(Object(entry))),
  };
}

function describe(descriptor: OperationDescriptor, document: object): MockOperation {
  const { path, method } = descriptor;
  const operation = `/paths/${escapePointer(path)}/${method.toLowerCase()}`;
  const follow = (value: unknown) => dereference(document, value);
  const details: Record<string, ParameterDetails> = {};
  for (const entry of list(resolvePointer(document, `${operation}/parameters`))) {
    const parameter = follow(entry);
    const schema = follow(resolvePointer(parameter, "/schema"));
    const values = resolvePointer(schema, "/enum");
    details[text(resolvePointer(parameter, "/name")) ?? ""] = {
      values: Array.isArray(values) ? values.map(String) : undefined,
      format: text(resolvePointer(schema, "/format")),
    };
  }
  const responses = Object.entries(Object(resolvePointer(document, `${operation}/responses`)));
  const examples = responses.flatMap(([status, response]) => {
    const named = resolvePointer(follow(response), "/content/application~1json/examples");
    return Object.values(Object(named)).map((example) => ({
      status: Number(status),
      value: resolvePointer(follow(example), "/value"),
    }));
  });
  return { ...descriptor, details, examples };
}

function dereference(document: object, value: unknown): unknown {
  const reference = resolvePointer(value, "/$ref");
  return typeof reference === "string" ? resolvePointer(document, reference.slice(1)) : value;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The bundled contract, by the package's own entry point: the same file before and after a build. */
async function readDocument(service: string): Promise<object> {
  return createRequire(await ownLocation())(`backup-records/spec/${service}.json`);
}

/** Where this package is, as an ES module and as the CommonJS that a test runner makes of it. */
export async function ownLocation(): Promise<string> {
  return typeof __filename === "string" ? __filename : (await import("./location.js")).location;
}
