import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
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

/** What a page loads at its start, and until its first good answer, stays within its budgets, for every pair. */
const inParts: Check = {
  name: "size in parts",
  async run({ project }) {
    const sizes = await Promise.all(PAIRS.map(async (pair) => ({ pair, ...(await partsOf(project, pair)) })));
    const over = sizes.flatMap(({ pair, start, firstAnswer, heaviest }) => [
      ...(start > budgets.start
        ? [`${pair.join(" + ")}: ${start} at the start, at most ${budgets.start}; before gzip ${heaviest}`]
        : []),
      ...(firstAnswer > budgets.firstAnswer
        ? [`${pair.join(" + ")}: ${firstAnswer} until the first answer, at most ${budgets.firstAnswer}`]
        : []),
    ]);
    refuseProblems("too many bytes, minified and gzipped", over);
    const words = sizes.map(
      ({ pair, start, firstAnswer }) => `${pair.join(" + ")} ${start} and ${firstAnswer}`,
    );
    return `${words.join(", ")}; at most ${budgets.start} at the start and ${budgets.firstAnswer} until the first answer`;
  },
};

/** What the first call loads, by the way to authenticate: the names of the package's files, without their hashes. */
const LOADED: Readonly<Record<(typeof PAIRS)[number][1], readonly string[]>> = {
  token: ["engine"],
  iamPassword: ["engine", "iam-sessions"],
  huaweiAccessKey: ["engine", "sdk-signer"],
  otcAccessKey: ["engine", "sdk-signer"],
  alibabaAccessKey: ["engine", "acs-signer"],
};

/** A bundle that is split, gzipped file by file, as a server sends it. */
async function partsOf(project: string, pair: (typeof PAIRS)[number]) {
  const { outputFiles, metafile } = await build({
    ...silently(project, `export { ${pair.join(", ")} } from "backup-records";`),
    splitting: true,
    outdir: "out",
    metafile: true,
  });
  const gzipped = new Map(
    outputFiles.map(({ path, contents }) => [join("out", basename(path)), gzipSync(contents).length]),
  );
  const entry = closure(metafile, (_, { entryPoint }) => entryPoint === "<stdin>");
  const loaded = LOADED[pair[1]].map((part) =>
    closure(metafile, (_, { entryPoint }) => basename(entryPoint ?? "").startsWith(`${part}-`)),
  );
  const weigh = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + (gzipped.get(path) ?? Number.NaN), 0);
  const heaviest = [...entry]
    .flatMap((path) => Object.entries(metafile.outputs[path]?.inputs ?? {}))
    .sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput)
    .slice(0, 5)
    .map(([path, { bytesInOutput }]) => `${basename(path)} ${bytesInOutput}`);
  return {
    start: weigh(entry),
    firstAnswer: weigh(new Set([...entry, ...loaded.flatMap((part) => [...part])])),
    heaviest: heaviest.join(", "),
  };
}

type Outputs = Metafile["outputs"];

/** The one file that is meant, and all that it imports at once. */
function closure(
  { outputs }: Metafile,
  meant: (path: string, output: Outputs[string]) => boolean,
): Set<string> {
  const files = new Set(Object.keys(outputs).filter((path) => outputs[path] && meant(path, outputs[path])));
  if (files.size !== 1) throw new Failure(`esbuild wrote ${files.size} files of one part`);
  // Grows while it is walked.
  for (const path of files)
    for (const { kind, path: to } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") files.add(to);
  return files;
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

export const sizes: readonly Check[] = [inParts, everything, nothing, tarball];
