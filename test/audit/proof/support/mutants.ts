import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Subject } from "./prove.js";

/** A fault that is planted in a copy of the sources. */
export interface Mutant {
  /** The fault, as the end of a sentence. */
  readonly what: string;
  /** Below `src/audit/`. */
  readonly file: string;
  /** Text that occurs once, and what becomes of it. */
  readonly from: string;
  readonly to: string;
}

/** Of these a mutant has its own copies; all others it shares with the sources. */
const COPIED = /src\/audit\/(queue\/.*|run|rate-limiter)\.ts$/;

/** Loads what is proved with a fault in it. */
export async function loadMutant({ file, from, to }: Mutant): Promise<Subject> {
  const path = resolve("src/audit", file);
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  const contents = parts.join(to);
  const plant: Plugin = {
    name: "mutant",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: COPIED }, (loaded) => (loaded.path === path ? { contents, loader: "ts" } : null));
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const source = join(resolveDir, path).replace(/\.js$/, ".ts");
        return COPIED.test(source) ? null : { path: source, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "subject.ts")],
    ...{
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      packages: "external",
      plugins: [plant],
    },
  });
  mkdirSync(".tmp", { recursive: true });
  const folder = mkdtempSync(join(resolve(".tmp"), "mutant-"));
  try {
    const built = join(folder, "subject.js");
    writeFileSync(built, outputFiles[0]?.contents ?? "");
    return await import(pathToFileURL(built).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
