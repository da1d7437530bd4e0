import openapiTS, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { Contract } from "./contract.js";

/**
 * TypeScript types of a bundled contract: the only place that knows openapi-typescript.
 *
 * Four things differ from its defaults: a named enumeration is open (an unknown value type-checks, the
 * documented ones autocomplete), an int64 is `number | bigint`, a default makes nothing required, and each schema is
 * a declaration of its own, by whose name editors and compilers call it.
 */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTS(structuredClone(contract) as unknown as Parameters<typeof openapiTS>[0], {
    silent: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema, { path }) => openEnumeration(schema, path) ?? wideInteger(schema),
  });
  return astToString(declareSchemas(nodes));
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

/** What the contract as a whole is in TypeScript: its declarations, and what editors say of them. */
const CONTRACT_TYPES: Readonly<Record<string, string>> = {
  paths: "The paths of the contract and their methods, as openapi-fetch takes them.",
  components: "The named parts of the contract, by kind. Each schema is exported by its name, too.",
  operations: "The operations of the contract by operationId: parameters, and responses by status.",
};

/** Makes each schema a declaration, refers to it by its name, and leaves out the declarations that are empty. */
function declareSchemas(nodes: readonly ts.Node[]): ts.Node[] {
  const schemas: ts.Node[] = [];
  const { transformed } = ts.transform(
    [...nodes],
    [
      (context) => (root) => {
        const visit = (node: ts.Node): ts.Node => {
          const name = schemaName(node);
          if (name !== undefined) return ts.factory.createTypeReferenceNode(name);
          const visited = ts.visitEachChild(node, visit, context);
          rewriteComments(node, visited);
          return visited;
        };
        const declaration = visit(root);
        if (!ts.isInterfaceDeclaration(declaration)) return declaration;
        return documented(
          CONTRACT_TYPES[declaration.name.text],
          declaration.name.text === "components" ? moveSchemas(declaration, schemas) : declaration,
        );
      },
    ],
  );
  return [...transformed.filter(ts.isInterfaceDeclaration), ...schemas];
}

/** Takes the schemas out of `components`, which refers to them by their names from then on. */
function moveSchemas(components: ts.InterfaceDeclaration, schemas: ts.Node[]): ts.InterfaceDeclaration {
  const members = components.members.map((kind) => {
    if (!isNamed(kind) || kind.name.text !== "schemas" || !kind.type || !ts.isTypeLiteralNode(kind.type))
      return kind;
    const references = kind.type.members.map((schema) => {
      if (!isNamed(schema) || schema.type === undefined) throw new Error("a schema has no name or no type");
      schemas.push(
        ts.setSyntheticLeadingComments(declare(schema.name.text, schema.type), commentsOf(schema)),
      );
      const type = ts.factory.createTypeReferenceNode(schema.name.text);
      return ts.factory.createPropertySignature(undefined, schema.name, undefined, type);
    });
    const literal = ts.factory.createTypeLiteralNode(references);
    return ts.factory.updatePropertySignature(kind, kind.modifiers, kind.name, kind.questionToken, literal);
  });
  const { modifiers, name, typeParameters, heritageClauses } = components;
  return ts.factory.updateInterfaceDeclaration(
    components,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    members,
  );
}

/** An object is an interface, whose name compilers keep; anything else is an alias. */
function declare(name: string, type: ts.TypeNode): ts.Statement {
  const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
}

function isNamed(node: ts.TypeElement): node is ts.PropertySignature & { name: ts.Identifier } {
  return ts.isPropertySignature(node) && ts.isIdentifier(node.name);
}

/** `X` of `components["schemas"]["X"]`. */
function schemaName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  return textOf(node.objectType.indexType) === "schemas" ? textOf(node.indexType) : undefined;
}

function textOf(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function commentsOf(node: ts.Node): ts.SynthesizedComment[] | undefined {
  return ts.getSyntheticLeadingComments(node);
}

function documented<Node extends ts.Node>(text: string | undefined, node: Node): Node {
  if (text === undefined) return node;
  ts.setSyntheticLeadingComments(node, undefined);
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, `* ${text} `, true);
}

/** Gives `to` the comments of `from` as prose with tags after it. openapi-typescript makes the prose a tag. */
function rewriteComments(from: ts.Node, to: ts.Node): void {
  const comments = commentsOf(from)?.map((comment) => ({ ...comment, text: prose(comment.text) }));
  ts.setSyntheticLeadingComments(to, comments);
}

/** The text of a doc comment with its description first, without what only repeats the type. */
function prose(comment: string): string {
  const parts = comment
    .replace(/^\*\s/, "")
    .trim()
    .replaceAll(/^ ?\* ?/gm, "")
    .split(/\n(?=@|Format: )/);
  const texts = parts.filter((part) => !/^(@|Format: )/.test(part));
  const descriptions = parts.filter((part) => part.startsWith("@description "));
  const tags = parts.filter((part) => /^@(default|example|deprecated)\b/.test(part));
  const blocks = [...texts, ...descriptions.map((part) => part.slice("@description ".length))].map((block) =>
    block.replaceAll(/^ {1,4}/gm, "").trim(),
  );
  const lines = [blocks.join("\n\n"), ...tags].join("\n").trim().split("\n");
  if (lines.length === 1) return `* ${lines[0]} `;
  return `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
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
