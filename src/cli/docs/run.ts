import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { resolvePointer } from "../../core/pointer.js";
import type { BackupService } from "../../records/record.js";
import { services } from "../../services.js";
import { type Language, languages, loadContract } from "../contracts.js";
import { exitCodes } from "../exit.js";
import { openSinks, type Sink } from "../output-path.js";
import { fileProblem, Problem } from "../problem.js";
import { reasonOf, runRedocly } from "../redocly.js";
import type { Terminal } from "../terminal.js";
import { indexPage, type Page } from "./index-page.js";

/** The options of `docs`, as they were given. */
export interface DocsOptions {
  readonly out: string;
}

/** Runs `docs` and answers its exit code. Standard output names the files that were written. */
export async function runDocs(
  named: readonly BackupService[],
  { out }: DocsOptions,
  terminal: Terminal,
): Promise<number> {
  if (out === "" || out === "-") {
    throw new Problem(
      `--out ${out === "" ? "is empty" : "- is no folder"}: name the folder that takes the pages`,
    );
  }
  const folder = resolve(terminal.cwd, out);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileProblem(out, error);
  });
  const chosen = [...new Set(named.length === 0 ? services.map(({ name }) => name) : named)];
  const files = chosen.flatMap((service) => languages.map((language) => fileOf(service, language)));
  // A page that cannot be written is told before any is built, which takes seconds each.
  const sinks = await openPages([...files, index]);
  await Promise.all(sinks.map((sink) => sink.discard()));
  const work = await mkdtemp(join(tmpdir(), "backup-records-docs-"));
  try {
    const pages: Page[] = [];
    for (const service of chosen) {
      for (const language of languages) {
        const { html, ...page } = await build(service, language, work);
        await write(page.file, html);
        pages.push(page);
      }
    }
    await write(index, indexPage(pages));
    return exitCodes.fine;
  } finally {
    await rm(work, { recursive: true, force: true });
  }

  function openPages(names: readonly string[]): Promise<Sink[]> {
    const outputs = names.map((name) => ({ option: "--out", path: join(out, name) }));
    return openSinks(outputs, [], terminal);
  }

  async function write(name: string, html: string): Promise<void> {
    for (const sink of await openPages([name])) {
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

const index = "index.html";

function fileOf(service: BackupService, language: Language): string {
  return `${service}${language === "en" ? "" : `.${language}`}.html`;
}

/** Redoc would fetch its vendor's logo, which is all that a page asks of the network. */
const logos = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const nothing = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E";

async function build(
  service: BackupService,
  language: Language,
  work: string,
): Promise<Page & { html: string }> {
  const contract = await loadContract(service, language);
  const [input, output] = [join(work, "contract.json"), join(work, "page.html")];
  const title = String(resolvePointer(contract, "/info/title"));
  await writeFile(input, JSON.stringify(contract));
  await writeFile(join(work, "redocly.yaml"), "telemetry: off\n");
  const args = ["build-docs", input, `--output=${output}`, "--inlineBundle", `--title=${title}`];
  const { code, talk } = await runRedocly(args, { cwd: work, purpose: "docs" });
  if (code !== 0) throw new Problem(`the page of ${service} cannot be built: ${reasonOf(talk)}`);
  const html = (await readFile(output, "utf8"))
    .replaceAll(logos, nothing)
    .replace('<html lang="en">', `<html lang="${language}">`);
  return { file: fileOf(service, language), language, title, html };
}
