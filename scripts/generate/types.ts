import openapiTS, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { Contract } from "./contract.js";

/**
 * TypeScript types of a bundled contract: the only place that knows openapi-typescript.
 *
 * Three things differ from its defaults: a named enumeration is open (an unknown value type-checks, the
 * documented ones autocomplete), an int64 is `number | bigint`, and a default makes nothing required.
 */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTS(structuredClone(contract) as unknown as Parameters<typeof openapiTS>[0], {
    silent: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema, { path }) => openEnumeration(schema, path) ?? wideInteger(schema),
  });
  return astToString(nodes);
}

/** TypeScript types of JSON Schemas by name. Their references are of the form `#/components/schemas/<name>`. */
export async function generateSchemaTypes(schemas: Record<string, object>): Promise<string> {
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } };
  const nodes = await openapiTS(document as Parameters<typeof openapiTS>[0], {
    silent: true,
    immutable: true,
  });
  return astToString(nodes);
}

function openEnumeration(schema: SchemaObject, path: string | undefined): ts.TypeNode | undefined {
  if (!Array.isArray(schema.enum) || path === undefined || !/^#\/components\/schemas\/[^/]+$/.test(path)) {
    return undefined;
  }
  const values = schema.enum.filter((value): value is string => typeof value === "string");
  const open = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      keyword(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  return ts.factory.createUnionTypeNode([...values.map(literal), open, ...nullable(schema)]);
}

function wideInteger(schema: SchemaObject): ts.TypeNode | undefined {
  if (schema.format !== "int64") return undefined;
  return ts.factory.createUnionTypeNode([
    keyword(ts.SyntaxKind.NumberKeyword),
    keyword(ts.SyntaxKind.BigIntKeyword),
    ...nullable(schema),
  ]);
}

// A node returned from `transform` replaces the whole type, its null included.
function nullable(schema: SchemaObject): ts.TypeNode[] {
  const types: unknown = schema.type;
  return Array.isArray(types) && types.includes("null")
    ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())]
    : [];
}

function literal(value: string): ts.TypeNode {
  return ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value));
}

function keyword(kind: ts.KeywordTypeSyntaxKind): ts.TypeNode {
  return ts.factory.createKeywordTypeNode(kind);
}
