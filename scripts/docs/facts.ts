import { componentName, type Parameter, type Schema } from "../generate/contract.js";

/** The facts of a contract about a parameter or a property, for a cell of a table. */
export interface Facts {
  /** In words, e.g. `integer`, `string or null`, `list of VbsBackupTask`. */
  readonly type: string;
  /** The schema that the type names. */
  readonly reference: string | undefined;
  /** All other facts, each in a few words. */
  readonly others: readonly string[];
}

const TIMES: Record<string, string> = {
  yyyyMMddHHmmss: "14 digits yyyyMMddHHmmss",
  iso: "RFC 3339",
  "iso-seconds": "RFC 3339 in whole seconds",
  "iso-without-zone": "ISO 8601 without a zone",
  s: "epoch seconds",
  ms: "epoch milliseconds",
};

/** The facts of a parameter. */
export function parameterFacts(parameter: Parameter): Facts {
  const { schema } = parameter;
  const join = parameter["x-join"];
  return {
    ...typeFacts(schema),
    others: [
      parameter.required === true ? "required" : "optional",
      ...schemaFacts({ ...schema, "x-time": parameter["x-time"] ?? schema["x-time"] }),
      ...(join === undefined ? [] : [`a list is joined by “${join}”`]),
    ],
  };
}

/** The facts of a property. */
export function propertyFacts(schema: Schema, required: boolean): Facts {
  return { ...typeFacts(schema), others: [required ? "required" : "optional", ...schemaFacts(schema)] };
}

function typeFacts(schema: Schema): Pick<Facts, "type" | "reference"> {
  return { type: typeName(schema), reference: referenceIn(schema) };
}

function typeName(schema: Schema): string {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map(typeName).join(" or ");
  if (schema.type === "array") return `list of ${typeName(schema.items ?? {})}`;
  return [schema.type ?? "any"].flat().join(" or ");
}

function referenceIn(schema: Schema): string | undefined {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  return [...(schema.anyOf ?? schema.oneOf ?? []), ...(schema.items === undefined ? [] : [schema.items])]
    .map(referenceIn)
    .find((name) => name !== undefined);
}

function schemaFacts(schema: Schema): string[] {
  const { format, minimum, maximum, "x-time": time } = schema;
  const facts = [];
  if (time !== undefined) facts.push(timeFact(time));
  else if (format !== undefined) facts.push(format);
  if (schema.enum !== undefined) facts.push(`one of ${schema.enum.join(", ")}`);
  if (schema.const !== undefined) facts.push(`always ${schema.const}`);
  if (minimum !== undefined) facts.push(`from ${minimum}`);
  if (maximum !== undefined) facts.push(`to ${maximum}`);
  if (schema.default !== undefined) facts.push(`default ${schema.default}`);
  if (schema.minLength !== undefined) facts.push("not empty");
  return facts;
}

function timeFact(time: unknown): string {
  const { format, zone } = time as { format: string; zone: string };
  return `${TIMES[format] ?? format}, ${zone}`;
}
