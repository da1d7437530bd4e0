import { basename, resolve } from "node:path";
import { decode, encode } from "@jridgewell/sourcemap-codec";
import { buildSync } from "esbuild";

/**
 * Leaves modules in files of `dist` that another build writes: by source file, where the importing file finds
 * what was built of it. One copy of each, and one class of each error.
 */
export function builtElsewhere(places: Readonly<Record<string, string>>) {
  const known = new Map(Object.entries(places).map(([source, place]) => [resolve(source), place]));
  const names = [...known.keys()].map((source) => basename(source, ".ts"));
  return {
    name: "built-elsewhere",
    resolveId: {
      // Without this the bundler asks for every import there is.
      filter: { id: new RegExp(`^\\.{1,2}/(?:.*/)?(?:${[...new Set(names)].join("|")})\\.js$`) },
      handler(id: string, importer: string | undefined) {
        const place = importer && known.get(resolve(importer, "..", id).replace(/\.js$/, ".ts"));
        return place ? { id: place, external: true } : null;
      },
    },
  };
}

interface SourceMap {
  readonly sources: readonly string[];
  sourcesContent?: (string | null)[];
  mappings: string;
  names: string[];
}

interface OutputFile {
  readonly type: string;
  code?: string;
  source?: string | Uint8Array;
}

/** Sources that a map names without their text: libraries, and tables that nobody steps through. */
export const WITHOUT_TEXT = /node_modules\/|generated\//;

/**
 * Makes source maps a quarter as heavy: without the text of what is not written here, and by the line, which is
 * all that a debugger needs of code whose lines are as they were written.
 */
export const lightMaps = {
  name: "light-maps",
  generateBundle(_: unknown, bundle: Record<string, OutputFile>) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!name.endsWith(".map") || typeof file.source !== "string") continue;
      const map: SourceMap = JSON.parse(file.source);
      map.mappings = encode(decode(map.mappings).map((line) => line.slice(0, 1)));
      map.names = [];
      map.sourcesContent = map.sources.map((source, at) =>
        WITHOUT_TEXT.test(source) ? null : (map.sourcesContent?.[at] ?? null),
      );
      file.source = JSON.stringify(map);
    }
  },
};

/**
 * Gives each doc comment of the declarations a line of its own. The bundler prints a short one at the end of the line
 * before, where TypeScript takes it for a remark on that line, and editors show nothing.
 */
export const ownLines = {
  name: "own-lines",
  generateBundle(_: unknown, bundle: Record<string, OutputFile>) {
    for (const [name, file] of Object.entries(bundle))
      if (name.endsWith(".d.ts") && file.code !== undefined)
        file.code = file.code.replace(/^( *)(\S.*[;{,]) (\/\*\*.*\*\/)$/gm, "$1$2\n$1$3");
  },
};

/**
 * Leaves out imports of files of `dist` for their effects alone: none has any, and a user's bundler would warn of each. An
 * empty line takes its place, so that source maps stay right.
 */
export const noBareImports = {
  name: "no-bare-imports",
  generateBundle(_: unknown, bundle: Record<string, OutputFile>) {
    for (const [name, file] of Object.entries(bundle))
      if (name.endsWith(".js") && file.code !== undefined)
        file.code = file.code.replace(/^import "\.\/[^"]+";$/gm, "");
  },
};

/** Begins the names of modules that no other plugin is to touch. */
const BUNDLED = "\0bundled:";

/** Makes text of what is imported as `file?bundled`: a page's script or style, bundled and minified by itself. */
export const bundledText = {
  name: "bundled-text",
  // Before Vite, which would serve the file as it is.
  enforce: "pre" as const,
  resolveId(id: string, importer: string | undefined) {
    const [file, bundled] = id.split("?");
    if (file === undefined || bundled !== "bundled" || importer === undefined) return null;
    return `${BUNDLED}${resolve(importer, "..", file)}.js`;
  },
  load(id: string) {
    if (!id.startsWith(BUNDLED)) return null;
    const entry = id.slice(BUNDLED.length, -".js".length);
    const { outputFiles, metafile } = buildSync({
      entryPoints: [entry],
      bundle: true,
      metafile: true,
      minify: true,
      write: false,
      format: "iife",
      target: ["es2022", "chrome110", "firefox115", "safari16.4"],
      legalComments: "none",
    });
    const library = Object.keys(metafile.inputs).find((input) => input.includes("node_modules/"));
    // A text has no source map, by which the licences of what is bundled are found.
    if (library !== undefined) throw new Error(`${entry} bundles ${library}, which a text must not`);
    return `export const text = ${JSON.stringify(outputFiles[0]?.text.trim() ?? "")};`;
  },
};

/**
 * Leaves these files without a map: who looks into the mock reads its code, which is as it was written but for
 * the types, and a map that weighs more than the code is nothing that every installation should carry.
 */
export function withoutMaps(...names: readonly string[]) {
  return {
    name: "without-maps",
    generateBundle(_: unknown, bundle: Record<string, OutputFile>) {
      for (const name of names) {
        const file = bundle[name];
        if (file?.code === undefined) throw new Error(`there is no ${name} to leave without a map`);
        file.code = file.code.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
        delete bundle[`${name}.map`];
      }
    },
  };
}

/**
 * Gives the entries of types alone a twin for CommonJS, whose declarations refer to those of the module: compilers that
 * keep CommonJS from importing modules find it by `require`.
 */
export const typesOfCommonJs = {
  name: "types-of-commonjs",
  generateBundle(this: Emitter, _: unknown, bundle: Record<string, OutputFile>) {
    for (const name of Object.keys(bundle).filter((file) => /\/types\.js$/.test(file))) {
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: "asset", fileName, source: `${source}\n` });
      const twin = name.replace(/\.js$/, "");
      emit(`${twin}.cjs`, '"use strict";');
      emit(`${twin}.d.cts`, 'export type * from "./types.js" with { "resolution-mode": "import" };');
    }
  },
};

interface Emitter {
  emitFile(file: { readonly type: "asset"; readonly fileName: string; readonly source: string }): string;
}

/**
 * Leaves OpenTelemetry out: prom-client wants it for exemplars alone, which the exporter does not write, and the
 * bundler gives two of its names to one variable, so that it fails where it is loaded.
 */
export const withoutOpenTelemetry = {
  name: "without-opentelemetry",
  resolveId: { filter: { id: /^@opentelemetry\/api$/ }, handler: () => "\0no-opentelemetry" },
  load: { filter: { id: /no-opentelemetry$/ }, handler: () => "export {};" },
};
