import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { wholeRound } from "../support/round.js";

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types?: string; readonly default?: string }>>;
}

/** Entry points of the package: the declarations that it ships, and the source that they are made of. */
function entryPoints(): { name: string; packed: string; source: string }[] {
  const { exports }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.values(exports).flatMap((target) => {
    const file = typeof target === "string" ? target : (target.default ?? "");
    const name = /^\.\/dist\/([\w-]+)\.js$/.exec(file)?.[1];
    if (name === undefined) return [];
    return {
      name,
      packed: `dist/${name}.d.ts`,
      source: name === "index" ? "src/index.ts" : `src/${name}/index.ts`,
    };
  });
}

/** Every exported name and its members, and whether an editor shows a text for it. */
function shownTexts(files: ReadonlyMap<string, string>): Map<string, boolean> {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const program = ts.createProgram([...files.values()], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const isShown = (symbol: ts.Symbol) => {
    const tags = symbol
      .getJsDocTags(checker)
      .flatMap(({ name, text }) => (name === "enum" ? [] : (text ?? [])));
    return ts.displayPartsToString([...symbol.getDocumentationComment(checker), ...tags]).trim() !== "";
  };
  const found = new Map<string, boolean>();
  for (const [entry, file] of files) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file) ?? fail(file));
    for (const exported of checker.getExportsOfModule(module ?? fail(file))) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const name = `${entry}: ${exported.name}`;
      found.set(name, isShown(symbol));
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      if (type.isUnion()) continue;
      for (const member of type.getProperties()) {
        const library = member.declarations?.some((one) => /node_modules/.test(one.getSourceFile().fileName));
        if (!library) found.set(`${name}.${member.name}`, isShown(member));
      }
    }
  }
  return found;
}

function fail(file: string): never {
  throw new Error(`${file} is no module`);
}

// A program of all entry points takes seconds, and it takes two of them.
test.skipIf(!wholeRound)("no doc comment is lost in packing", { timeout: 120_000 }, () => {
  const entries = entryPoints();
  expect(entries.length).toBeGreaterThan(7);
  const texts = (of: "source" | "packed") =>
    shownTexts(new Map(entries.map((entry): [string, string] => [entry.name, entry[of]])));
  const [source, packed] = [texts("source"), texts("packed")];
  const lost = [...source].filter(([name, shown]) => shown && packed.get(name) === false);
  expect(lost.map(([name]) => name)).toEqual([]);
  expect([...packed.values()].filter(Boolean).length).toBeGreaterThan(1000);
});
