import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, Failure } from "../check.js";
import { npm, run } from "../shell.js";

/** The repository's compilers by their version. */
const COMPILERS = { "5.9": "typescript", "6.0": "typescript-6", "7.0": "typescript-7" } as const;

/** The options of a compilation, and the consumers that cannot be compiled with them. */
interface Setting {
  readonly resolution: "bundler" | "node16" | "nodenext";
  readonly module: string;
  readonly lib: readonly string[];
  readonly types: readonly string[];
  readonly except: RegExp;
}

const server = { lib: ["ES2023"], types: ["node"] };
/** Without the types of the web and of Node, `import type` reaches the entries of types alone. */
const bare = { lib: ["ES2022"], types: [] };
const alone = /^(?!wire\.)/;

const SETTINGS: Readonly<Record<string, Setting>> = {
  bundler: { ...server, resolution: "bundler", module: "esnext", except: /\.cts$/ },
  node16: { ...server, resolution: "node16", module: "node16", except: /^(?:require\.cts|json\.mts)$/ },
  nodenext: { ...server, resolution: "nodenext", module: "nodenext", except: /^$/ },
  // The code of a page compiles without Node's types.
  "bundler without Node's types": {
    resolution: "bundler",
    module: "esnext",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    types: [],
    except: /^(?!page\.ts)/,
  },
  "bundler, types alone": { ...bare, resolution: "bundler", module: "esnext", except: /^(?!wire\.ts)/ },
  "node16, types alone": { ...bare, resolution: "node16", module: "node16", except: alone },
  "nodenext, types alone": { ...bare, resolution: "nodenext", module: "nodenext", except: alone },
};

/** The consumers compile with a compiler under every module resolution, with the declarations checked, too. */
function typesOn(version: keyof typeof COMPILERS): Check {
  return {
    name: `types ${version}`,
    async run({ project, repository, manifest }) {
      // The consumer installs the types of Node's globals.
      if (!existsSync(join(project, "node_modules/@types/node"))) {
        const types = manifest.devDependencies?.["@types/node"] ?? "20";
        await npm(["install", "--no-save", `@types/node@${types}`], project);
      }
      const tsc = join(repository, "node_modules", COMPILERS[version], "bin/tsc");
      const output = (await run(process.execPath, [tsc, "--version"], { cwd: project })).stdout;
      if (!output.startsWith(`Version ${version}.`))
        throw new Failure(`the compiler has another version: ${output.trim()}`);
      const consumers = await readdir(join(project, "types"));
      const done: string[] = [];
      for (const [name, { resolution, module, lib, types, except }] of Object.entries(SETTINGS)) {
        const files = consumers.filter((file) => !except.test(file)).map((file) => `types/${file}`);
        for (const exactOptionalPropertyTypes of [true, false]) {
          const compilerOptions = {
            ...STRICT,
            module,
            moduleResolution: resolution,
            lib,
            types,
            exactOptionalPropertyTypes,
          };
          const config = "tsconfig.json";
          await writeFile(join(project, config), JSON.stringify({ compilerOptions, files }));
          const { code, stdout } = await run(process.execPath, [tsc, "-p", config], { cwd: project });
          const exact = `exactOptionalPropertyTypes ${exactOptionalPropertyTypes ? "on" : "off"}`;
          if (code !== 0) throw new Failure(`${name}, ${exact}:\n${stdout.trim()}`);
        }
        done.push(name);
      }
      return `${consumers.length} consumers under ${done.join(", ")}, each with and without exactOptionalPropertyTypes, declarations checked`;
    },
  };
}

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
  resolveJsonModule: true,
  target: "es2022",
  noEmit: true,
};

export const types: readonly Check[] = [typesOn("5.9"), typesOn("6.0"), typesOn("7.0")];
