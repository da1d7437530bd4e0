import { createConfig, lintFromString } from "@redocly/openapi-core";
import * as plugin from "../../spec/lint/plugin.js";

/** A problem as a reader meets it: what, and where. */
export interface Found {
  readonly message: string;
  readonly pointer: string | undefined;
}

/** Lints a document with one house rule alone, through Redocly's own engine. */
export async function lintWith(
  rule: keyof typeof plugin.rules.oas3,
  document: object,
  options: Record<string, unknown> = {},
): Promise<Found[]> {
  const name = `${plugin.id}/${rule}`;
  const config = await createConfig({
    plugins: [{ ...plugin }],
    rules: { [name]: { severity: "error", ...options } },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ message, ruleId, location }) => {
    if (ruleId !== name) throw new Error(`${ruleId}: ${message}`);
    return { message, pointer: location[0]?.pointer };
  });
}

/** The messages alone. */
export async function messages(...args: Parameters<typeof lintWith>): Promise<string[]> {
  return (await lintWith(...args)).map(({ message }) => message);
}

/** A document with one operation, `GET /backups`, of the given parts. */
export function withOperation(operation: object, components: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Backups", version: "1.0.0" },
    paths: { "/backups": { get: { operationId: "ListBackups", responses: {}, ...operation } } },
    components,
  };
}

/** A document with the given schemas and nothing else. */
export function withSchemas(schemas: object): object {
  return {
    openapi: "3.1.0",
    info: { title: "Backups", version: "1.0.0" },
    paths: {},
    components: { schemas },
  };
}

/** A document whose one operation answers JSON of this schema. */
export function answering(schema: object, operation: object = {}): object {
  return withOperation({
    responses: { "200": { description: "Fine", content: { "application/json": { schema } } } },
    ...operation,
  });
}
