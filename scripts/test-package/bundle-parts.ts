import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { Failure } from "./check.js";

/** A client and a way to authenticate, as a page would import them. */
export const PAIRS = [
  ["createDcsClient", "token"],
  ["createDcsClient", "iamPassword"],
  ["createDcsClient", "huaweiAccessKey"],
  ["createDcsClient", "otcAccessKey"],
  ["createVbsClient", "otcAccessKey"],
  ["createStarRocksClient", "alibabaAccessKey"],
] as const;

type Pair = (typeof PAIRS)[number];

/** What the first call loads, by the way to authenticate: names of the package's files. */
const LOADED: Readonly<Record<Pair[1], readonly string[]>> = {
  token: ["engine"],
  iamPassword: ["engine", "iam-sessions"],
  huaweiAccessKey: ["engine", "sdk-signer"],
  otcAccessKey: ["engine", "sdk-signer"],
  alibabaAccessKey: ["engine", "acs-signer"],
};

/**
 * Bundles a pair in parts, minified, and answers the files that a page downloads at its start, and those until its
 * first good answer.
 */
export async function writeParts(project: string, pair: Pair) {
  const folder = join(project, "parts", pair.join("-"));
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${pair.join(", ")} } from "backup-records";`, resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    outdir: folder,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  await mkdir(folder, { recursive: true });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  const start = closure(metafile, (entry) => entry === "<stdin>");
  const loaded = LOADED[pair[1]].map((part) =>
    closure(metafile, (entry) => basename(entry) === `${part}.js`),
  );
  const paths = (files: Iterable<string>) => [...files].map((file) => join(folder, basename(file)));
  return {
    start: paths(start),
    firstAnswer: paths(new Set([...start, ...loaded.flatMap((part) => [...part])])),
  };
}

/** The one file whose entry is meant, and all that it imports at once. */
function closure({ outputs }: Metafile, meant: (entry: string) => boolean): Set<string> {
  const files = new Set(Object.keys(outputs).filter((path) => meant(outputs[path]?.entryPoint ?? "")));
  if (files.size !== 1) throw new Failure(`esbuild wrote ${files.size} files of one part`);
  // Grows while it is walked.
  for (const path of files)
    for (const { kind, path: to } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") files.add(to);
  return files;
}
