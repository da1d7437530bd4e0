import { type Contract, type OperationEntry, resolve, type Schema } from "../../scripts/generate/contract.js";

/** Names and sentences that the page of an operation must show, in any layout. */
export function expectedTexts(contract: Contract, { path, operation, parameters }: OperationEntry): string[] {
  const texts = [operation.summary ?? "", path, ...plain(operation.description)];
  for (const parameter of parameters) {
    texts.push(parameter.name, ...plain(parameter.description), ...ofSchema(contract, parameter.schema));
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const { description, content = {} } = resolve(contract, response);
    texts.push(status, ...plain(description));
    for (const { schema } of Object.values(content)) texts.push(...ofSchema(contract, schema ?? {}));
  }
  return [...new Set(texts)].filter((text) => text !== "");
}

/** Text without white space and the characters that break long words, which differ by layout. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\u200b]+/g, "");
}

/** What Redoc shows of a schema: the properties of an object, the allowed values of a value. */
function ofSchema(contract: Contract, schema: Schema): string[] {
  const meanings = Object.values((schema["x-enumDescriptions"] ?? {}) as Record<string, string>);
  const own = [...(schema.enum ?? []).map(String), ...meanings.flatMap(plain)];
  const parts = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.$ref !== undefined) parts.push(resolve<Schema>(contract, { $ref: schema.$ref }));
  for (const part of parts) if (part !== undefined) own.push(...ofSchema(contract, part));
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    own.push(name, ...plain(property.description), ...ofSchema(contract, property));
  }
  return own;
}

/** The plain passages of a Markdown text, without its tables. */
function plain(text = ""): string[] {
  return text
    .split("\n")
    .filter((line) => !line.startsWith("|"))
    .join("\n")
    .split(/\n\n|[`*]+|\[|\]\([^)]*\)/)
    .map((part) => part.trim());
}
