import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Files whose objects are made once for a client, or by what is not in a hurry. */
const ONCE = new Set(["budget.ts", "raw.ts", "raw-client.ts", "schema-shape.ts", "http-agent.ts"]);

const FOLDERS = ["src/core", "src/node/transport"];

/**
 * Functions that are written straight into a property by a function, with their lines. V8 puts them among the
 * old objects, and what they refer to stays with them: see docs/decisions/0011.
 */
function longLived(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node, inFunction: boolean): void => {
    const inner = inFunction || ts.isFunctionLike(node);
    if (inFunction && isWrittenIntoProperty(node)) {
      found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, false);
  return found;
}

function isWrittenIntoProperty(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return ts.isObjectLiteralExpression(parent);
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  if (ts.isPropertyAssignment(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(parent.left)
  );
}

test("what a call makes can die with it", () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !ONCE.has(name))
      .map((name) => join(folder, name)),
  );
  expect(files).toContain(join("src", "core", "send.ts"));
  expect(files.flatMap((file) => longLived(file, readFileSync(file, "utf8")))).toEqual([]);
});

test.each([
  ["function f(o) {\n o.done = () => 1; }", 2],
  ["const f = () => ({\n get a() { return 1; } });", 2],
  ["function f() { return {\n\n a() {} }; }", 3],
  ["function f() { return {\n a: async function () {} }; }", 2],
  ["class A { constructor() {\n this.a = () => 1; } }", 2],
])("this cannot: %j", (text, line) => {
  expect(longLived("a.ts", text)).toEqual([`a.ts:${line}`]);
});

test.each([
  "const o = { a: () => 1 };",
  "class A { a() { return 1; } get b() { return 2; } }",
  "function f(o) { const done = () => 1; o.done = done; return { done }; }",
])("and this can: %j", (text) => {
  expect(longLived("a.ts", text)).toEqual([]);
});
