import { _, Ajv, type KeywordCxt } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import {
  bodySchema,
  type Contract,
  componentName,
  operationsOf,
  resolve,
  type Schema,
  successSchema,
} from "./contract.js";

/**
 * Validators of every answer that a contract declares, as plain JavaScript without a run-time dependency.
 *
 * They collect all differences, not the first alone, and of a successful answer also fields that the
 * contract does not have. An enumeration's unknown value is a difference too: whoever calls decides that
 * it is drift and no error. An int64 passes as an integer that a number holds exactly, or as a bigint.
 */
export async function generateValidators(
  contract: Contract,
): Promise<{ code: string; declarations: string }> {
  const open = new Map<string, Schema>();
  const closed = new Map<string, Schema>();
  const success: string[] = [];
  const answers: string[] = [];
  for (const { operation } of operationsOf(contract)) {
    const expected = successSchema(contract, operation);
    if (expected?.$ref !== undefined) {
      const name = componentName(expected.$ref);
      closed.set(name, { $ref: `closed#/components/schemas/${name}` });
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
      if (!closed.has(name)) open.set(name, rebase(schema, "open"));
      statuses.push(`${JSON.stringify(status)}: ${name}`);
      // Of alternatives inside a success only the first is the answer; the others are offered by name.
      for (const other of schema.anyOf?.slice(1) ?? []) {
        if (other.$ref !== undefined && status.startsWith("2"))
          open.set(componentName(other.$ref), rebase(other, "open"));
      }
    }
    answers.push(`  ${operation.operationId}: { ${statuses.join(", ")} },`);
  }
  const names = [...closed.keys(), ...open.keys()].sort();
  const code = await compile(contract, new Map([...closed, ...open]));
  const table = [
    "// The validator of an operation's successful answer.",
    `export const success = { ${success.join(", ")} };`,
    "// The validator of every answer that has a body, by operation and status.",
    `export const answers = {\n${answers.join("\n")}\n};`,
  ];
  return { code: `${code}${table.join("\n")}\n`, declarations: declare(names, success, answers) };
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

async function compile(contract: Contract, roots: Map<string, Schema>): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    validateFormats: false,
    inlineRefs: true,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addKeyword({ keyword: "x-int64", schemaType: ["boolean", "string"], code: int64 });
  const schemas = contract.components?.schemas ?? {};
  for (const variant of ["open", "closed"] as const) {
    const components = Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, essence(contract, schema, variant)]),
    );
    ajv.addSchema({ $id: variant, components: { schemas: components } } as object);
  }
  for (const [name, schema] of roots) ajv.addSchema({ $id: name, ...essence(contract, schema, "open") });
  const source = standalone.default(ajv, Object.fromEntries([...roots.keys()].map((name) => [name, name])));
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: false,
  });
  // esbuild heads a module with its name, which says nothing here.
  return (outputFiles[0]?.text ?? "").replace(/^\/\/ <stdin>\n/, "");
}

/** What a validator needs of a schema, annotations left out; `closed` also refuses unknown fields. */
function essence(contract: Contract, schema: Schema, variant: "open" | "closed"): Schema {
  const values = enumeration(contract, schema);
  if (values !== undefined) return { enum: values };
  const result: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") {
      result.properties = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          essence(contract, property, variant),
        ]),
      );
    } else if (key === "items" || key === "not") {
      result[key] = essence(contract, value as Schema, variant);
    } else if (key === "anyOf" || key === "oneOf" || key === "allOf") {
      // A field unknown to one alternative may be known to another.
      result[key] = (value as Schema[]).map((member) => essence(contract, member, "open"));
    } else if (key === "$ref") {
      result.$ref = String(value).startsWith("#") ? `${variant}${String(value)}` : String(value);
    } else if (VALIDATING.has(key)) {
      result[key] = value;
    }
  }
  if (schema.format === "int64") {
    delete result.type;
    result["x-int64"] = Array.isArray(schema.type) && schema.type.includes("null") ? "nullable" : true;
  }
  if (variant === "closed" && result.properties !== undefined) result["additionalProperties"] ??= false;
  return result;
}

/** The values of an enumeration, whether it stands here, is referred to or is one of two beside null. */
function enumeration(contract: Contract, schema: Schema): unknown[] | undefined {
  if (schema.enum !== undefined) return schema.enum;
  if (schema.$ref?.startsWith("#") === true) return enumeration(contract, resolve<Schema>(contract, schema));
  const [first, second, ...others] = schema.anyOf ?? schema.oneOf ?? [];
  if (first === undefined || second?.type !== "null" || others.length > 0) return undefined;
  const values = enumeration(contract, first);
  return values === undefined ? undefined : [...values, null];
}

const VALIDATING = new Set(
  "type enum const required minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern minItems maxItems additionalProperties".split(
    " ",
  ),
);

function rebase(schema: Schema, variant: string): Schema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${variant}#/`);
  return JSON.parse(text) as Schema;
}

function int64(context: KeywordCxt): void {
  const { data, schema } = context;
  const orNull = schema === "nullable" ? _` && ${data} !== null` : _``;
  context.fail(_`typeof ${data} != "bigint" && !Number.isSafeInteger(${data})${orNull}`);
}

function declare(names: string[], success: string[], answers: string[]): string {
  return `/** One difference between an answer and its contract. */
export interface ValidationError {
  /** JSON pointer to the place in the answer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  /** The JSON Schema keyword that the value breaks, e.g. \`required\`. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Answers whether a value fits; if not, \`errors\` holds every difference until the next call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

${names.map((name) => `export declare const ${name}: Validator;`).join("\n")}

/** The validator of an operation's successful answer. */
export declare const success: { ${success.map((line) => `readonly ${line.replace(/: .*/, ": Validator")}`).join("; ")} };

/** The validator of every answer that has a body, by operation and status. */
export declare const answers: {
${answers
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
