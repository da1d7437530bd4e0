import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { generateSchemaTypes } from "./types.js";

const MARK = "// Generated from spec/audit/targets.schema.json by `npm run generate`. Do not edit.\n";

interface JsonSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly [keyword: string]: unknown;
}

interface TargetsSchema extends JsonSchema {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/**
 * The validator of the targets file: its JSON Schema, compiled by ajv into a module without imports; the parts
 * of the schema that messages are made of; and the types of a file. Returns path below `generated/` to content.
 */
export async function generateTargetsValidator(spec: string): Promise<Map<string, string>> {
  const schema: TargetsSchema = JSON.parse(await readFile(join(spec, "audit/targets.schema.json"), "utf8"));
  return new Map([
    ["audit/targets-validator.js", MARK + (await validatorOf(schema))],
    ["audit/targets-validator.d.ts", MARK + DECLARATIONS],
    ["audit/targets-types.ts", MARK + (await typesOf(schema))],
  ]);
}

async function validatorOf(schema: TargetsSchema): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    // Smaller: a definition is compiled once, not at each place that refers to it.
    inlineRefs: false,
    // The schema means both: several types for one value, and branches that only require a property.
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  const compiled = standalone
    .default(ajv, ajv.compile(withoutWords(schema)))
    // A copy of all errors for each wrong target would cost the square of their number.
    .replaceAll(/\bvErrors\.concat\(/g, "append(vErrors, ")
    // The length of a text: the only code of the library itself that the module would need.
    .replaceAll(/\brequire\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, "characters");
  if (compiled.includes("require("))
    throw new Error("the validator needs a part of ajv that is not replaced");
  const append = "function append(all, more) { for (const one of more) all.push(one); return all; }";
  const characters =
    "function characters(text) { let count = 0; for (const _ of text) count++; return count; }";
  const rules = JSON.stringify(rulesOf(schema, schema.definitions));
  const bundle = await build({
    stdin: { contents: [compiled, append, characters, `export const rules = ${rules};`].join("\n") },
    // Leaves out what nothing uses.
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    lineLimit: 120,
  });
  return bundle.outputFiles[0]?.text ?? "";
}

function withoutWords(schema: TargetsSchema): TargetsSchema {
  const words = ["title", "description", "examples", "$comment"];
  return JSON.parse(JSON.stringify(schema, (key, value) => (words.includes(key) ? undefined : value)));
}

/** What messages need of a schema, its references resolved. */
function rulesOf(schema: JsonSchema, definitions: TargetsSchema["definitions"]): object {
  const { $ref, ...own } = schema;
  const definition = definitions[$ref?.replace("#/definitions/", "") ?? ""];
  const { title, type, enum: words, const: constant, pattern, minimum, maximum, required, examples } = own;
  const { properties, items, additionalProperties, propertyNames } = own;
  const below = (schemas: JsonSchema | false | undefined) => schemas && rulesOf(schemas, definitions);
  const rules = {
    ...{ title, type, enum: words, const: constant, pattern, minimum, maximum, required, examples },
    properties:
      properties && Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, below(value)])),
    items: below(items),
    additionalProperties: below(additionalProperties),
    propertyNames: below(propertyNames),
  };
  // What stands beside a reference is used before what the reference leads to.
  const stated = Object.entries(rules).filter(([, rule]) => rule !== undefined && rule !== false);
  return { ...below(definition), ...Object.fromEntries(stated) };
}

/** Every property is optional in the types: the reader leaves out what is wrong and goes on. */
async function typesOf(schema: TargetsSchema): Promise<string> {
  const { $schema, $comment, definitions, patternProperties, ...file } = schema;
  const text = JSON.stringify({ ...definitions, file }, (key, value) =>
    key === "required" || key === "oneOf" ? undefined : value,
  );
  const types = await generateSchemaTypes(
    JSON.parse(text.replaceAll("#/definitions/", "#/components/schemas/")),
  );
  return `${types}
export type FileContent = components["schemas"]["file"];
export type TargetContent = components["schemas"]["target"];
export type DiscoveryContent = components["schemas"]["discovery"];
export type Settings = components["schemas"]["settings"];
export type AccountContent = components["schemas"]["account"];
export type IdsContent = components["schemas"]["ids"];
`;
}

const DECLARATIONS = `import type { FileContent } from "./targets-types.js";

/** What a value of the file must be, and the words for it. */
export interface Rules {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  /** As one would write it in a file. */
  readonly examples?: readonly string[];
  readonly properties?: Readonly<Record<string, Rules>>;
  readonly items?: Rules;
  readonly additionalProperties?: Rules;
  readonly propertyNames?: Rules;
}

export declare const rules: Rules;

/** One place that breaks a rule. */
export interface Violation {
  /** JSON Pointer. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly additionalProperty?: string; readonly propertyName?: string };
}

export declare const validate: {
  (value: unknown): value is FileContent;
  /** What the last call found; null if nothing. */
  readonly errors?: readonly Violation[] | null;
};
`;
