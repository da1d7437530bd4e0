import { Validator } from "@seriousme/openapi-schema-validator";

/** What the OpenAPI 3.1 meta-schema, in an implementation of its own, finds wrong: a line for each finding. */
export async function metaSchemaFindings(document: Record<string, unknown>): Promise<string[]> {
  const validator = new Validator();
  const { valid, errors = [] } = await validator.validate(structuredClone(document));
  if (valid) return [];
  if (typeof errors === "string") return [errors];
  return errors.map(({ instancePath, message = "is wrong" }) => `${instancePath} ${message}`);
}
