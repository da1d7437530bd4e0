import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the tests read of a bundled contract; the rest is for the readers. */
export interface BundledContract {
  paths: Record<string, Record<string, BundledOperation>>;
  components: {
    responses: Record<string, BundledResponse>;
    examples: Record<string, { value: unknown }>;
    [kind: string]: unknown;
  };
  [key: string]: unknown;
}

export interface BundledOperation {
  operationId: string;
  parameters: Record<string, unknown>[];
  responses: Record<string, BundledResponse | { $ref: string }>;
}

export interface BundledResponse {
  content?: Record<string, { examples?: Record<string, { value: unknown } | { $ref: string }> }>;
}

/** A bundled contract and the file that holds it. */
export interface ContractFile {
  /** e.g. `vbs/openapi.json` */
  readonly name: string;
  readonly file: string;
  readonly document: BundledContract;
}

const generated = join(import.meta.dirname, "../../../generated");

/** Every bundled contract of every service, in every language. */
export function bundledContracts(): ContractFile[] {
  return readdirSync(generated, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((service) =>
      readdirSync(join(generated, service.name))
        .filter((file) => /^openapi(\..+)?\.json$/.test(file))
        .map((file) => readContract(join(service.name, file))),
    );
}

/** One bundled contract by its name below `generated/`; a fresh copy on every call. */
export function readContract(name: string): ContractFile {
  const file = join(generated, name);
  return { name, file, document: JSON.parse(readFileSync(file, "utf8")) };
}

/** A documented example of an answer: its operation, its status, its name and its value. */
export interface AnswerExample {
  readonly operationId: string;
  readonly status: string;
  readonly example: string;
  readonly value: unknown;
}

/** Every example of every answer in a contract, local references followed. */
export function answerExamples({ components, paths }: BundledContract): AnswerExample[] {
  const named = <T>(components: Record<string, T>, node: T | { $ref: string }): T | undefined =>
    isReference(node) ? components[node.$ref.slice(node.$ref.lastIndexOf("/") + 1)] : node;
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, response]) =>
        Object.values(named(components.responses, response)?.content ?? {}).flatMap(({ examples = {} }) =>
          Object.entries(examples).map(([example, node]) => ({
            operationId,
            status,
            example,
            value: named(components.examples, node)?.value,
          })),
        ),
      ),
    );
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === "object" && node !== null && "$ref" in node;
}
