import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { resolvePointer } from "../../core/pointer.js";
import type { BackupService } from "../../records/record.js";
import { type Language, languages, loadContract, services } from "../contracts.js";
import { exitCodes } from "../exit.js";
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
  const folder = resolve(terminal.cwd, out);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileProblem(out, error);
  });
  const work = await mkdtemp(join(tmpdir(), "backup-records-docs-"));
  try {
    const pages: Page[] = [];
    for (const service of named.length === 0 ? services : named) {
      for (const language of languages) {
        const page = await build(service, language, work);
        await writeFile(join(folder, page.file), page.html);
        pages.push(page);
        await terminal.out.write(`${join(out, page.file)}\n`);
      }
    }
    await writeFile(join(folder, "index.html"), indexPage(pages));
    await terminal.out.write(`${join(out, "index.html")}\n`);
    return exitCodes.fine;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
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
  const { code, talk } = await runRedocly("docs", args, work);
  if (code !== 0) throw new Problem(`the page of ${service} cannot be built: ${reasonOf(talk)}`);
  const html = (await readFile(output, "utf8"))
    .replaceAll(logos, nothing)
    .replace('<html lang="en">', `<html lang="${language}">`);
  return { file: `${service}${language === "en" ? "" : `.${language}`}.html`, language, title, html };
}
