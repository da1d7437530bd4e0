import { resolvePointer } from "../../core/pointer.js";
import { type Contract, dereference } from "../contracts.js";

/** A response that the contract declares. */
export interface DeclaredAnswer {
  readonly operation: string;
  readonly status: number;
  /** Its JSON schema; undefined if the response has no body. */
  readonly schema: unknown;
}

/** All responses that a contract declares, in its order. */
export function declaredAnswers(contract: Contract): DeclaredAnswer[] {
  return entries(resolvePointer(contract, "/paths")).flatMap(([, item]) =>
    entries(item).flatMap(([, operation]) => {
      const id = resolvePointer(operation, "/operationId");
      if (typeof id !== "string") return [];
      return entries(resolvePointer(operation, "/responses")).map(([status, response]) => ({
        operation: id,
        status: Number(status),
        schema: resolvePointer(dereference(contract, response), "/content/application~1json/schema"),
      }));
    }),
  );
}

/** The operationIds of a contract. */
export function operationsOf(answers: readonly DeclaredAnswer[]): string[] {
  return [...new Set(answers.map(({ operation }) => operation))];
}

/** The schema itself and all that it is made of by `$ref`, `allOf`, `anyOf` and `oneOf`. */
export function partsOf(contract: Contract, schema: unknown): object[] {
  if (typeof schema !== "object" || schema === null) return [];
  const target = dereference(contract, schema);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = resolvePointer(target, `/${key}`);
    return Array.isArray(list) ? list.flatMap((part) => partsOf(contract, part)) : [];
  });
  return [...new Set([schema, ...(typeof target === "object" && target !== null ? [target] : []), ...parts])];
}

/** Names of the properties that an object of the schema can have. */
export function propertyNames(contract: Contract, schema: unknown): string[] {
  return partsOf(contract, schema).flatMap((part) =>
    Object.keys(Object(resolvePointer(part, "/properties"))),
  );
}

function entries(value: unknown): [string, unknown][] {
  return Object.entries(Object(value));
}
