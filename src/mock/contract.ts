import { createRequire } from "node:module";
import { operations as dcs } from "../../generated/dcs/operations.js";
import { operations as starrocks } from "../../generated/starrocks/operations.js";
import { operations as vbs } from "../../generated/vbs/operations.js";
import type { OperationDescriptor } from "../core/operation.js";
import { escapePointer, resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";

/** A contract as the mock reads it: the table that drives the client, and the bundled document. */
export interface MockContract {
  readonly service: BackupService;
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
  readonly examples: readonly AnswerExample[];
}

/** What a server checks that a client leaves to it. */
export interface ParameterDetails {
  readonly values?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly example?: string | undefined;
}

/** A documented answer. */
export interface AnswerExample {
  readonly status: number;
  readonly name: string;
  readonly value: unknown;
}

/** Reads a service's contract; no document is loaded before. */
export async function loadContract(service: BackupService): Promise<MockContract> {
  return describeContract(service, Object.values(OPERATIONS[service]), readDocument(service));
}

/** Joins a table of operations with the document that it was generated from. */
export function describeContract(
  service: BackupService,
  operations: readonly OperationDescriptor[],
  document: object,
): MockContract {
  return {
    service,
    document,
    operations: operations.map((operation) => describe(operation, document)),
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
    const example = resolvePointer(schema, "/examples/0") ?? resolvePointer(parameter, "/example");
    details[text(resolvePointer(parameter, "/name")) ?? ""] = {
      values: Array.isArray(values) ? values.map(String) : undefined,
      format: text(resolvePointer(schema, "/format")),
      example: text(example),
    };
  }
  const responses = Object.entries(Object(resolvePointer(document, `${operation}/responses`)));
  const examples = responses.flatMap(([status, response]) => {
    const named = resolvePointer(follow(response), "/content/application~1json/examples");
    return Object.entries(Object(named)).map(([name, example]) => ({
      status: Number(status),
      name,
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

const OPERATIONS: Readonly<Record<BackupService, Readonly<Record<string, OperationDescriptor>>>> = {
  dcs,
  vbs,
  starrocks,
};

/** The bundled contract, by the package's own entry point: the same file before and after a build. */
function readDocument(service: BackupService): object {
  return createRequire(import.meta.url)(`backup-records/spec/${service}.json`);
}
