import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { budgets } from "../budgets.js";
import { type Check, Failure, refuseProblems } from "../check.js";
import { run } from "../shell.js";

/** A client and a way to authenticate, as a page would import them. */
const PAIRS = [
  ["createDcsClient", "token"],
  ["createDcsClient", "iamPassword"],
  ["createDcsClient", "huaweiAccessKey"],
  ["createDcsClient", "otcAccessKey"],
  ["createVbsClient", "otcAccessKey"],
  ["createStarRocksClient", "alibabaAccessKey"],
] as const;

/** What a page loads before its first good answer stays within its budget; every pair is measured. */
const firstLoads: Check = {
  name: "size first load",
  async run({ project }) {
    const sizes = await Promise.all(
      PAIRS.map(async (pair) => ({ name: pair.join(" + "), ...(await firstLoadOf(project, pair)) })),
    );
    const limit = budgets.firstLoad;
    refuseProblems(
      `more than ${limit} bytes, minified and gzipped, before anything is loaded on demand`,
      sizes
        .filter(({ size }) => size > limit)
        .map(({ name, size, heaviest }) => `${name}: ${size}, ${heaviest}`),
    );
    return `${sizes.map(({ name, size }) => `${name} ${size}`).join(", ")}; at most ${limit}`;
  },
};

/** The entry of a bundle that is split, and all that it imports at once: what is gzipped file by file. */
async function firstLoadOf(project: string, names: readonly string[]) {
  const { outputFiles, metafile } = await build({
    ...silently(project, `export { ${names.join(", ")} } from "backup-records";`),
    splitting: true,
    outdir: "out",
    metafile: true,
  });
  const files = Object.entries(metafile.outputs);
  const first = new Set(files.filter(([, { entryPoint }]) => entryPoint === "<stdin>").map(([path]) => path));
  // Grows while it is walked.
  for (const path of first)
    for (const { kind, path: to } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement") first.add(to);
  const gzipped = outputFiles
    .filter(({ path }) => first.has(join("out", basename(path))))
    .map(({ contents }) => gzipSync(contents).length);
  if (gzipped.length === 0) throw new Failure("esbuild wrote no entry");
  const parts = files
    .filter(([path]) => first.has(path))
    .flatMap(([, { inputs }]) => Object.entries(inputs))
    .sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput)
    .slice(0, 5)
    .map(([path, { bytesInOutput }]) => `${basename(path)} ${bytesInOutput}`);
  return {
    size: gzipped.reduce((sum, bytes) => sum + bytes, 0),
    heaviest: `before gzip ${parts.join(", ")}`,
  };
}

/** One service with one signer, and all that it may load later, stays within its budget as well. */
const everything: Check = {
  name: "size everything",
  async run({ project, repository }) {
    const config = join(project, ".size-limit.json");
    const limits = PAIRS.map((pair) => ({
      name: pair.join(" + "),
      path: "node_modules/backup-records/dist/index.js",
      import: `{ ${pair.join(", ")} }`,
      gzip: true,
    }));
    await writeFile(config, JSON.stringify(limits));
    const program = join(repository, "node_modules/size-limit/bin.js");
    const { stdout, stderr } = await run(process.execPath, [program, "--json", "--config", config], {
      cwd: repository,
    });
    const sizes = readSizes(stdout, stderr);
    const limit = budgets.everything;
    refuseProblems(
      `more than ${limit} bytes, minified and gzipped`,
      sizes.filter(({ size }) => size > limit).map(({ name, size }) => `${name}: ${size}`),
    );
    return `${sizes.map(({ name, size }) => `${name} ${size}`).join(", ")}; at most ${limit}`;
  },
};

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

export const sizes: readonly Check[] = [firstLoads, everything, nothing, tarball];
