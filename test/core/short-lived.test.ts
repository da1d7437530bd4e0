import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Files whose objects are made once for a client, not for every call. */
const ONCE = new Set(["budget.ts", "http-agent.ts"]);

const FOLDERS = ["src/core", "src/core/engine", "src/node/transport"];

/**
 * What a function makes in a way that V8 takes for the making of something that stays, with its lines: see
 * docs/decisions/0011.
 */
function longLived(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node, inFunction: boolean): void => {
    const inner = inFunction || ts.isFunctionLike(node);
    if (inFunction && (isAssignedToProperty(node) || isAccessorOfLiteral(node))) {
      found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, false);
  return found;
}

/** V8 puts the function among the old objects. */
function isAssignedToProperty({ kind, parent }: ts.Node): boolean {
  return (
    (kind === ts.SyntaxKind.ArrowFunction || kind === ts.SyntaxKind.FunctionExpression) &&
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(parent.left)
  );
}

/** V8 keeps the properties of the object in a dictionary. */
function isAccessorOfLiteral(node: ts.Node): boolean {
  return ts.isAccessor(node) && ts.isObjectLiteralExpression(node.parent);
}

test("what a call makes can die with it", () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !ONCE.has(name))
      .map((name) => join(folder, name)),
  );
  expect(files).toContain(join("src", "core", "engine", "send.ts"));
  expect(files.flatMap((file) => longLived(file, readFileSync(file, "utf8")))).toEqual([]);
});

test.each([
  ["function f(o) {\n o.done = () => 1; }", 2],
  ["function f(o) {\n o.done = async function () {}; }", 2],
  ["const f = () => ({\n get a() { return 1; } });", 2],
  ["class A { constructor() {\n this.a = () => 1; } }", 2],
])("this cannot: %j", (text, line) => {
  expect(longLived("a.ts", text)).toEqual([`a.ts:${line}`]);
});

test.each([
  "const o = { get a() { return 1; } };",
  "class A { a() { return 1; } get b() { return 2; } }",
  "function f() { return { a: () => 1, b() {} }; }",
  "function f(o) { const done = () => 1; o.done = done; return { done }; }",
])("and this can: %j", (text) => {
  expect(longLived("a.ts", text)).toEqual([]);
});
