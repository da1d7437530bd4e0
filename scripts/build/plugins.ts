import { resolve } from "node:path";

const yaml = resolve("src/node/yaml.ts");

/** Leaves the YAML parser in its own file of `dist`, found from the importing one at `place`. */
export function sharedYaml(place: string) {
  return {
    name: "shared-yaml",
    resolveId(id: string, importer: string | undefined) {
      const source = importer && resolve(importer, "..", id).replace(/\.js$/, ".ts");
      return source === yaml ? { id: place, external: true } : null;
    },
  };
}

interface OutputFile {
  readonly type: string;
  source?: string | Uint8Array;
}

/** Takes out of the source maps what is not written here: no help in a debugger, and most of their weight. */
export const lightMaps = {
  name: "light-maps",
  generateBundle(_: unknown, bundle: Record<string, OutputFile>) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!name.endsWith(".map") || typeof file.source !== "string") continue;
      const map: { sources: string[]; sourcesContent?: (string | null)[] } = JSON.parse(file.source);
      map.sourcesContent = map.sources.map((source, at) =>
        /node_modules|generated\//.test(source) ? null : (map.sourcesContent?.[at] ?? null),
      );
      file.source = JSON.stringify(map);
    }
  },
};
