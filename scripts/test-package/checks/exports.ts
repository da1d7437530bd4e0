import { join } from "node:path";
import ts from "typescript";
import { type Check, refuseProblems } from "../check.js";
import { typed } from "../entries.js";
import { compareWithSnapshot } from "../snapshot.js";

/** The exported names of every entry point, types included, are those of the snapshot. */
export const exportedNames: Check = {
  name: "exports",
  async run({ project, snapshots }) {
    const options: ts.CompilerOptions = {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      types: [],
    };
    const from = join(project, "smoke.js");
    const resolved = typed.map(({ specifier }) => ({
      specifier,
      file: ts.resolveModuleName(specifier, from, options, ts.sys, undefined, undefined, ts.ModuleKind.ESNext)
        .resolvedModule?.resolvedFileName,
    }));
    const unresolved = resolved.filter(({ file }) => file === undefined).map(({ specifier }) => specifier);
    const program = ts.createProgram({ rootNames: resolved.flatMap(({ file }) => file ?? []), options });
    const lines = resolved.flatMap(({ specifier, file }) => [
      specifier,
      ...(file === undefined ? [] : namesOf(program, file).map((line) => `  ${line}`)),
    ]);
    if (unresolved.length === 0 || snapshots.update)
      await compareWithSnapshot(snapshots, "exports.txt", lines);
    refuseProblems("no declarations", unresolved);
    return `${lines.length - typed.length} names of ${typed.length} entry points as in the snapshot`;
  },
};

function namesOf(program: ts.Program, file: string): string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker
    .getExportsOfModule(module)
    .map((symbol) => `${symbol.name} (${kindOf(checker, symbol)})`)
    .sort();
}

function kindOf(checker: ts.TypeChecker, exported: ts.Symbol): string {
  const { flags } = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Value) return "const";
  return "type";
}
