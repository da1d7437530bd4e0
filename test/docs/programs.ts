import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A piece of a program, and the output that the guide shows for it. */
export interface Piece {
  readonly code: string;
  /** Undefined if the guide shows no output. */
  readonly output: string | undefined;
}

/** A program of the documentation: from a block with imports up to the next such block. */
export interface Program {
  /** Its place, e.g. `docs/guide/paging.md, program 1`. */
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** The programs of the guide in its own order, and the samples beside the contracts. */
export function readPrograms(): Program[] {
  const chapters = readdirSync("docs/guide").sort();
  const samples = readdirSync("docs/site/samples").map((name) => join("docs/site/samples", name));
  return [
    ...chapters.flatMap((name) =>
      programsOf(join("docs/guide", name), readFileSync(join("docs/guide", name), "utf8")),
    ),
    ...["docs/site/start.ts", ...samples].map((file) => ({
      name: file,
      pieces: [{ code: readFileSync(file, "utf8"), output: undefined }],
    })),
  ];
}

/** The programs of one Markdown text. */
export function programsOf(file: string, text: string): Program[] {
  const programs: { name: string; pieces: Piece[] }[] = [];
  for (const [, code = "", output] of text.matchAll(
    /^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm,
  )) {
    if (/^import /.test(code)) programs.push({ name: `${file}, program ${programs.length + 1}`, pieces: [] });
    const program = programs.at(-1);
    if (program === undefined) throw new Error(`${file}: the first program imports nothing`);
    program.pieces.push({ code, output });
  }
  return programs;
}

const FOLDER = ".tmp/docs-programs";

/** The sources of the package's entry points, for the compiler and for running. */
const PATHS = {
  "backup-records": "src/index.ts",
  "backup-records/audit": "src/audit/index.ts",
  "backup-records/mock": "src/mock/index.ts",
  "backup-records/node": "src/node/index.ts",
};

/** Type-checks programs as a reader's strict compiler would; returns the errors by the name of the program. */
export function typeCheck(programs: readonly Program[]): Map<string, string[]> {
  const errors = new Map(programs.map(({ name }): [string, string[]] => [name, []]));
  const names = new Map(programs.map((program) => [write(program, "checked", (code) => code), program.name]));
  const compiled = ts.createProgram([...names.keys()], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.asynciterable.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    paths: {
      "#transport": ["./src/node/transport.ts"],
      ...Object.fromEntries(Object.entries(PATHS).map(([name, path]) => [name, [`./${path}`]])),
    },
  });
  // What they import is type-checked with the rest of the package.
  const own = [...names.keys()].flatMap((file) => compiled.getSourceFile(file) ?? []);
  const found = own.flatMap((file) => ts.getPreEmitDiagnostics(compiled, file));
  for (const { file, start, messageText } of found) {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const text = `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    const name = names.get(relative(".", file?.fileName ?? "")) ?? file?.fileName ?? "no file";
    errors.set(name, [...(errors.get(name) ?? []), text]);
  }
  return errors;
}

/** Writes a program so that it can be imported; before each piece it calls `globalThis.nextPiece`. */
export function prepare(program: Program): string {
  return write(program, "run", (code) => {
    const imports = code.match(/^import [^;]*;\n/gm) ?? [];
    const rest = code.replaceAll(/^import [^;]*;\n/gm, "");
    const resolved = imports.map((line) =>
      line.replace(/"(backup-records[^"]*)"/, (_, name: keyof typeof PATHS) => {
        return JSON.stringify(`../../../${PATHS[name].replace(/ts$/, "js")}`);
      }),
    );
    return `${resolved.join("")}globalThis.nextPiece();\n${rest}`;
  });
}

function write(program: Program, folder: string, change: (code: string) => string): string {
  mkdirSync(join(FOLDER, folder), { recursive: true });
  const file = join(FOLDER, folder, `${program.name.replaceAll(/\W+/g, "-")}.ts`);
  writeFileSync(file, program.pieces.map(({ code }) => change(code)).join("\n"));
  return file;
}
