import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { resolvePointer } from "../../core/pointer.js";
import { services } from "../../services.js";
import { type Language, languages, loadContract } from "../contracts.js";
import { exitCodes } from "../exit.js";
import { openSinks, type Sink } from "../output-path.js";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { assets } from "./assets.js";
import { contractPage, indexPage } from "./page.js";
import { buildRedoc, type RedocPage } from "./redoc.js";
import { stableTags } from "./tags.js";

/** The options of `docs`, as they were given. */
export interface DocsOptions {
  readonly out: string;
  readonly remoteRefs?: boolean;
}

/** A page to build: of a service in one language, or of somebody's own contract. */
interface Source {
  readonly file: string;
  /** What the command line calls the contract. */
  readonly name: string;
  readonly language: Language;
  /** Writes the contract into a folder, unless it is a file already, and returns its path. */
  input(work: string): Promise<string>;
  /** Extensions of the contract that are no part of its descriptions. */
  readonly showExtensions?: readonly string[];
}

const index = "index.html";
const script = "assets/redoc.js";

/** Runs `docs` and returns its exit code. Standard output names the files that were written. */
export async function runDocs(
  named: readonly string[],
  { out, remoteRefs = false }: DocsOptions,
  terminal: Terminal,
): Promise<number> {
  if (out === "" || out === "-") {
    throw new Problem(
      `--out ${out === "" ? "is empty" : "- is no folder"}: name the folder that takes the pages`,
    );
  }
  const sources = await findSources(named, terminal.cwd);
  await mkdir(resolve(terminal.cwd, out, "assets"), { recursive: true }).catch((error: unknown) => {
    throw fileProblem(out, error);
  });
  // A page that cannot be written is told before any is built, which takes seconds each.
  const names = [...sources.map(({ file }) => file), index, script, ...Object.keys(assets)];
  const sinks = await openFiles(names);
  await Promise.all(sinks.map((sink) => sink.discard()));
  const work = await mkdtemp(join(tmpdir(), "backup-records-docs-"));
  try {
    const built: { readonly source: Source; readonly redoc: RedocPage }[] = [];
    for (const source of sources) built.push({ source, redoc: await build(source, work, remoteRefs) });
    const pages = built.map(({ source, redoc }) => ({
      ...{ file: source.file, name: source.name, language: source.language },
      title: String(resolvePointer(redoc.contract, "/info/title")),
      ...{ contract: redoc.contract, start: redoc.start },
    }));
    for (const page of pages) {
      const other = pages.find(({ name, language }) => name === page.name && language !== page.language);
      await write(page.file, contractPage({ ...page, other }));
    }
    await write(index, indexPage(pages));
    await write(script, built[0]?.redoc.script ?? "");
    for (const [name, text] of Object.entries(assets)) await write(name, text);
    return exitCodes.fine;
  } finally {
    await rm(work, { recursive: true, force: true });
  }

  function openFiles(files: readonly string[]): Promise<Sink[]> {
    const inputs = sources.flatMap(({ name, showExtensions }) =>
      showExtensions === undefined ? [] : [{ what: "the contract", path: name }],
    );
    const outputs = files.map((name) => ({ option: "--out", path: join(out, name) }));
    return openSinks(outputs, inputs, terminal);
  }

  async function write(name: string, html: string): Promise<void> {
    for (const sink of await openFiles([name])) {
      try {
        await sink.write(html);
        await sink.commit();
      } catch (error) {
        await sink.discard();
        throw error;
      }
    }
    await terminal.out.write(`${join(out, name)}\n`);
  }
}

/** The pages of what was named, or of all services. @throws Problem if a name leads to nothing, or two to one page */
async function findSources(named: readonly string[], cwd: string): Promise<Source[]> {
  const known = services.map(({ name }) => name);
  const chosen = [...new Set(named.length === 0 ? known : named)];
  const sources: Source[] = [];
  for (const name of chosen) {
    const service = known.find((one) => one === name);
    sources.push(...(service === undefined ? [await ownContract(name, cwd)] : ofService(service)));
  }
  const taken = new Map([[index, "the list of the pages"]]);
  for (const { file, name } of sources) {
    const other = taken.get(file);
    if (other !== undefined) {
      throw new Problem(
        `${name} and ${other} would both be ${file}: rename one, or build it into another --out`,
      );
    }
    taken.set(file, name);
  }
  return sources;
}

function ofService(name: (typeof services)[number]["name"]): Source[] {
  return languages.map((language) => ({
    name,
    language,
    file: `${name}${language === "en" ? "" : `.${language}`}.html`,
    async input(work) {
      const path = join(work, "contract.json");
      const [english, contract] = [await loadContract(name), await loadContract(name, language)];
      await writeFile(path, JSON.stringify(stableTags(contract, english)));
      return path;
    },
  }));
}

async function ownContract(path: string, cwd: string): Promise<Source> {
  const file = resolve(cwd, path);
  const found = await stat(file).catch((error: unknown) => {
    const known = services.map(({ name }) => name).join(", ");
    throw new Problem(`${fileProblem(path, error).message}; or name a service: ${known}`);
  });
  if (found.isDirectory()) throw new Problem(`${path}: is a folder, not a file`);
  return {
    ...{ name: path, language: "en", file: `${basename(path, extname(path))}.html` },
    showExtensions: ["x-beyond-documents", "x-errata"],
    input: () => Promise.resolve(file),
  };
}

async function build(source: Source, work: string, remoteRefs: boolean): Promise<RedocPage> {
  const { name, showExtensions } = source;
  try {
    const options = { work, remoteRefs, ...(showExtensions === undefined ? {} : { showExtensions }) };
    return await buildRedoc(await source.input(work), options);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(`the page of ${name} cannot be built: ${error.message}`, error.exitCode, {
      cause: error,
    });
  }
}
