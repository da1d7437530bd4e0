import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { budgets } from "../budgets.js";
import { type Check, Failure, refuseProblems } from "../check.js";
import { run } from "../shell.js";

/** What size-limit is asked about a bundle, and the most that it may weigh. */
interface Limit {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly import?: string;
  readonly disablePlugins?: readonly string[];
  readonly gzip: true;
  readonly budget: number;
}

/** A client and a way to authenticate, as a page would import them. */
const PAIRS = [
  ["createDcsClient", "token"],
  ["createDcsClient", "iamPassword"],
  ["createDcsClient", "huaweiAccessKey"],
  ["createDcsClient", "otcAccessKey"],
  ["createVbsClient", "otcAccessKey"],
  ["createStarRocksClient", "alibabaAccessKey"],
] as const;

/** One service with one way to authenticate: until its first page of records, and all of it in one file. */
const clients: Check = {
  name: "size clients",
  async run({ project, repository }) {
    const limits = (await Promise.all(PAIRS.map((pair) => limitsOf(project, pair)))).flat();
    const config = join(project, ".size-limit.json");
    await writeFile(config, JSON.stringify(limits.map(({ budget, ...limit }) => limit)));
    const program = join(repository, "node_modules/size-limit/bin.js");
    const { stdout, stderr } = await run(process.execPath, [program, "--json", "--config", config], {
      cwd: repository,
    });
    const sizes = readSizes(stdout, stderr);
    const weighed = limits.map((limit) => ({
      ...limit,
      size: sizes.find(({ name }) => name === limit.name)?.size ?? Number.POSITIVE_INFINITY,
    }));
    refuseProblems(
      "too many bytes, minified and gzipped",
      weighed
        .filter(({ size, budget }) => size > budget)
        .map(({ name, size, budget }) => `${name}: ${size}, at most ${budget}`),
    );
    const heaviest = [budgets.firstPage, budgets.everything].map(
      (of) => weighed.filter(({ budget }) => budget === of).sort((one, other) => other.size - one.size)[0],
    );
    return heaviest.map((limit) => limit && `${limit.name} ${limit.size} of ${limit.budget}`).join(", ");
  },
};

async function limitsOf(project: string, pair: (typeof PAIRS)[number]): Promise<Limit[]> {
  const name = pair.join(" + ");
  return [
    {
      name: `${name} until the first page`,
      path: await writeEntry(project, pair),
      // It has been bundled.
      disablePlugins: ["@size-limit/esbuild"],
      gzip: true,
      budget: budgets.firstPage,
    },
    {
      name: `${name} as one file`,
      path: "node_modules/backup-records/dist/index.js",
      import: `{ ${pair.join(", ")} }`,
      gzip: true,
      budget: budgets.everything,
    },
  ];
}

/** Bundles a pair without what is loaded by `import()`, minified, and returns the path of the file. */
async function writeEntry(project: string, pair: (typeof PAIRS)[number]): Promise<string> {
  const outfile = join(project, "entries", `${pair.join("-")}.js`);
  const loadedLater: Plugin = {
    name: "loaded-later",
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path }) =>
        kind === "dynamic-import" ? { path, external: true } : null,
      );
    },
  };
  await build({
    ...silently(project, `export { ${pair.join(", ")} } from "backup-records";`),
    plugins: [loadedLater],
    outfile,
    write: true,
  });
  return outfile;
}

function readSizes(stdout: string, stderr: string): { name: string; size: number }[] {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Failure(`size-limit says: ${stdout}${stderr}`.trim());
  }
}

/** What is imported for its types alone, or not used, leaves no byte in a bundle. */
const nothing: Check = {
  name: "size types",
  async run({ project }) {
    const typesOnly = await bytesOf(
      project,
      'import type { DcsBackupRecord } from "backup-records/dcs";\nimport type { BackupRecord } from "backup-records";\nexport type All = DcsBackupRecord | BackupRecord;',
    );
    const unused = await bytesOf(
      project,
      'import { createDcsClient } from "backup-records";\nimport * as auth from "backup-records/auth";\nimport "backup-records/vbs";',
    );
    refuseProblems("left in the bundle", [
      ...(typesOnly > budgets.typesOnly ? [`${typesOnly} bytes of types alone`] : []),
      ...(unused > budgets.unused ? [`${unused} bytes of what is not used`] : []),
    ]);
    return `types alone ${typesOnly} bytes, unused imports ${unused} bytes`;
  },
};

async function bytesOf(project: string, contents: string): Promise<number> {
  const { outputFiles } = await build(silently(project, contents));
  return outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
}

function silently(project: string, contents: string) {
  return {
    stdin: { contents, loader: "ts", resolveDir: project },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
    tsconfigRaw: "{}",
  } as const satisfies BuildOptions;
}

/** The whole tarball stays within its budget. */
const tarball: Check = {
  name: "size tarball",
  async run({ size, files, installed }) {
    if (size > budgets.tarball) {
      const heaviest = await heaviestOf(files, installed);
      refuseProblems(`${size} bytes, more than ${budgets.tarball}; the heaviest files, gzipped`, heaviest);
    }
    return `${size} bytes, at most ${budgets.tarball}`;
  },
};

async function heaviestOf(files: readonly string[], folder: string): Promise<string[]> {
  const weighed = await Promise.all(
    files.map(async (file) => ({ file, bytes: gzipSync(await readFile(join(folder, file))).length })),
  );
  weighed.sort((a, b) => b.bytes - a.bytes);
  return weighed.slice(0, 10).map(({ file, bytes }) => `${String(bytes).padStart(7)}  ${file}`);
}

export const sizes: readonly Check[] = [clients, nothing, tarball];
