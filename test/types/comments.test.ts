import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { wholeRound } from "../support/round.js";

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types?: string; readonly default?: string }>>;
}

/** Entry points of the package, and the declarations that it ships. */
function entryPoints(): Map<string, string> {
  const { exports }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
  return new Map(
    Object.entries(exports).flatMap(([name, target]): [string, string][] => {
      if (typeof target === "string") return [];
      const file = target.types ?? target.default?.replace(/\.js$/, ".d.ts");
      return file === undefined ? [] : [[name, file]];
    }),
  );
}

/** Every exported name, its members and theirs, and whether an editor shows a text for it. */
function shownTexts(files: ReadonlyMap<string, string>): Map<string, boolean> {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram([...files.values()], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = new Map<string, boolean>();
  // A contract's own structure: its schemas are exported by their names, and the rest follows OpenAPI.
  const isStructure = (name: string) => /: (paths|operations|components)$/.test(name);
  const note = (name: string, symbol: ts.Symbol) => {
    const instead = symbol.getJsDocTags(checker).filter((tag) => tag.name === "deprecated");
    const parts = [...symbol.getDocumentationComment(checker), ...instead.flatMap(({ text = [] }) => text)];
    found.set(name, (found.get(name) ?? true) && ts.displayPartsToString(parts).trim() !== "");
  };
  const descend = (name: string, type: ts.Type) => {
    // The rows of a table of methods are not for people.
    if (/Methods\.\w+$/.test(name)) return;
    for (const part of type.isUnion() ? type.types : [type])
      for (const member of part.flags & ts.TypeFlags.Object ? part.getProperties() : []) {
        const declarations = member.declarations ?? [];
        if (declarations.some((one) => /node_modules|\/lib\./.test(one.getSourceFile().fileName))) continue;
        const path = `${name}.${member.name}`;
        note(path, member);
        const inner = declarations.flatMap((one) =>
          ts.isPropertySignature(one) && one.type !== undefined ? literalsIn(one.type) : [],
        );
        for (const literal of inner) descend(path, checker.getTypeFromTypeNode(literal));
      }
  };
  for (const [entry, file] of files) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file) ?? fail(file));
    for (const exported of checker.getExportsOfModule(module ?? fail(file))) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const name = `${entry}: ${exported.name}`;
      note(name, symbol);
      if (!isStructure(name)) descend(name, checker.getDeclaredTypeOfSymbol(symbol));
    }
  }
  return found;
}

/** The object types that are written out in a type. */
function literalsIn(type: ts.TypeNode): ts.TypeNode[] {
  if (ts.isTypeLiteralNode(type)) return [type];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsIn);
  if (ts.isArrayTypeNode(type)) return literalsIn(type.elementType);
  return ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type) ? literalsIn(type.type) : [];
}

function fail(file: string): never {
  throw new Error(`${file} is no module`);
}

// A program of all entry points takes seconds.
test.skipIf(!wholeRound)("editors show a text for all that is exported", { timeout: 120_000 }, () => {
  const entries = entryPoints();
  expect(entries.size).toBeGreaterThan(7);
  const texts = shownTexts(entries);
  expect([...texts].filter(([, shown]) => !shown).map(([name]) => name)).toEqual([]);
  expect(texts.size).toBeGreaterThan(1000);
});

test("a missing text is found", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "comments-"));
  const file = join(folder, "some.d.ts");
  writeFileSync(
    file,
    `/** Has one. */
export interface One {
  /** Has one. */
  a: string;
  b: string;
  /** Has one. */
  c: readonly { d: string }[] | null; /** At the end of a line, where nobody looks. */
  e: string;
}
export declare function two(): void;
`,
  );
  const texts = shownTexts(new Map([["some", file]]));
  rmSync(folder, { recursive: true });
  expect([...texts].filter(([, shown]) => !shown).map(([name]) => name)).toEqual([
    "some: two",
    "some: One.b",
    "some: One.c.d",
    "some: One.e",
  ]);
});
