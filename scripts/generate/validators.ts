import {
  bodySchema,
  type Contract,
  componentName,
  operationsOf,
  type Schema,
  successSchema,
} from "./contract.js";
import { tellSchema } from "./schema-words.js";

/**
 * Validators of every answer that a contract declares: each a function that tells the schema of the answer in
 * the words that it is given (see `src/core/schema.ts`), so that one description serves for looking and for
 * saying what is wrong. Of a successful answer they also refuse fields that the contract does not have, and
 * an enumeration's unknown value is a difference too: whoever calls decides that it is drift and no error.
 * @throws where a schema says what no word can say
 */
export function generateValidators(contract: Contract): { code: string; declarations: string } {
  const validators = new Map<string, string>();
  const success: string[] = [];
  const responses: string[] = [];
  for (const { operation } of operationsOf(contract)) {
    const expected = successSchema(contract, operation);
    if (expected?.$ref !== undefined) {
      const name = componentName(expected.$ref);
      validators.set(name, tellSchema(contract, expected, "closed"));
      success.push(`${operation.operationId}: ${name}`);
    }
    const statuses: string[] = [];
    for (const [status, response] of Object.entries(operation.responses)) {
      const schema = bodySchema(contract, response);
      if (schema === undefined) continue;
      const name =
        status.startsWith("2") && expected?.$ref !== undefined
          ? componentName(expected.$ref)
          : bodyName(schema, operation.operationId, status);
      if (!validators.has(name)) validators.set(name, tellSchema(contract, schema, "open"));
      statuses.push(`${JSON.stringify(status)}: ${name}`);
    }
    responses.push(`  ${operation.operationId}: { ${statuses.join(", ")} },`);
  }
  const names = [...validators.keys()].sort();
  const parts = [
    ...names.map((name) => `export const ${name} = ${validators.get(name)};`),
    "// The validator of an operation's successful response.",
    `export const success = { ${success.join(", ")} };`,
    "// The validator of every response that has a body, by operation and status.",
    `export const responses = {\n${responses.join("\n")}\n};`,
  ];
  return { code: `${parts.join("\n")}\n`, declarations: declare(names, success, responses) };
}

/** A body that is one named schema is called after it; the same alternatives always have the same name. */
function bodyName(schema: Schema, operationId: string, status: string): string {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  const members = schema.anyOf ?? schema.oneOf;
  if (members?.every(({ $ref }) => $ref !== undefined) === true) {
    return members.map(({ $ref }) => componentName($ref ?? "")).join("Or");
  }
  return `${operationId}${status}`;
}

function declare(names: string[], success: string[], responses: string[]): string {
  return `/** Makes the schema of a response from the given words. */
export type Validator = (...words: ((...subject: never[]) => number)[]) => (response: object) => number;

${names.map((name) => `export declare const ${name}: Validator;`).join("\n")}

/** The validator of an operation's successful response. */
export declare const success: { ${success.map((line) => `readonly ${line.replace(/: .*/, ": Validator")}`).join("; ")} };

/** The validator of every response that has a body, by operation and status. */
export declare const responses: {
${responses
  .map((line) =>
    line
      .replace(/("\d+"): \w+/g, "readonly $1: Validator")
      .replace(/^ {2}/, "  readonly ")
      .replace(/,(?= readonly)/g, ";")
      .replace(/,$/, ";"),
  )
  .join("\n")}
};
`;
}
