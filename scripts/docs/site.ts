import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildRedoc } from "../../src/cli/docs/redoc.js";
import { stableTags } from "../../src/cli/docs/tags.js";
import { buildApiReference } from "./api.js";
import { changelogPage } from "./changelog-page.js";
import { commandEntries, commandsPage } from "./commands-page.js";
import { contractPage } from "./contract-page.js";
import { downloadPath, loadContracts, type ServiceContract } from "./contracts.js";
import { errataPage } from "./errata-page.js";
import { errorCodeGroups } from "./error-codes.js";
import { errorsPage } from "./errors-page.js";
import { guidePage, loadGuide } from "./guide.js";
import { type Language, layout, type SitePage } from "./layout.js";
import { compareLedger, type LedgerSection, loadLedger } from "./ledger.js";
import { ledgerPage, sourcesPage } from "./ledger-page.js";
import { linkNotes } from "./link-notes.js";
import { missingPage } from "./missing-page.js";
import { type Publication, readPublication } from "./publication.js";
import { loadErrata, loadSources } from "./register.js";
import { type SearchEntry, searchEntries, searchIndex, searchPage, searchScript } from "./search.js";
import { sitemapFiles } from "./sitemap.js";
import { startPage } from "./start-page.js";
import { writeTwins } from "./twins.js";

const LANGUAGES: readonly Language[] = ["en", "zh-CN"];
const ASSETS = "docs/site/assets";
/** This file marks a folder as written by this script: the next run may replace it. */
const MARK = "assets/contract.js";

type Files = ReadonlyMap<string, string>;

/**
 * Writes the documentation into `out`, in place of an earlier one, and returns the number of its pages without the
 * API reference. Two runs write the same bytes.
 * @throws Error if `out` has other contents, or a part of the site cannot be built
 */
export async function buildSite(out: string, publication: Publication = readPublication()): Promise<number> {
  await clear(out);
  await mark(out);
  const contracts = await loadContracts();
  const [contractFiles, api, own] = await Promise.all([
    buildContractPages(contracts),
    buildApiReference(join(out, "api"), contracts, publication),
    loadPages(contracts),
  ]);
  const pages = [...own.pages, ...contractFiles.pages];
  const files = new Map([
    ...(await readAssets()),
    ...contractFiles.files,
    ...pages.map((page) => [page.path, layout(page, publication)] as const),
    ["assets/search.js", searchScript()] as const,
    ["assets/search-index.js", searchIndex([...own.entries, ...api])] as const,
  ]);
  for (const [path, text] of files) await write(join(out, path), text);
  const paths = (await readdir(out, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
  const shown = paths.filter((path) => path.endsWith(".html")).sort();
  for (const [path, text] of sitemapFiles(shown, publication.homepage)) await write(join(out, path), text);
  await writeTwins(out, contracts);
  return pages.length;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function clear(out: string): Promise<void> {
  const present = existsSync(out) ? await readdir(out) : [];
  if (present.length === 0) return;
  if (!existsSync(join(out, MARK))) {
    throw new Error(`${out} has contents other than this documentation (name another folder)`);
  }
  await rm(out, { recursive: true });
}

/** Written first, so that the next run may replace the folder of an interrupted one. */
async function mark(out: string): Promise<void> {
  await mkdir(dirname(join(out, MARK)), { recursive: true });
  await copyFile(join("docs/site", MARK), join(out, MARK));
}

async function readAssets(): Promise<Files> {
  const names = (await readdir(ASSETS)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [`assets/${name}`, await readFile(join(ASSETS, name), "utf8")] as const),
    ),
  );
}

/** Redoc's pages, its script, and the contracts to download. */
async function buildContractPages(
  contracts: readonly ServiceContract[],
): Promise<{ pages: SitePage[]; files: Files }> {
  const folder = await mkdtemp(join(tmpdir(), "backup-records-docs-"));
  const sources = await loadSources();
  try {
    const files = new Map<string, string>();
    const pages = await Promise.all(
      LANGUAGES.map(async (language) => {
        const work = join(folder, language);
        await mkdir(work);
        const built: SitePage[] = [];
        for (const contract of contracts) {
          const { service, en, [language]: text } = contract;
          const input = join(work, "contract.json");
          await writeFile(input, JSON.stringify(stableTags(linkNotes(text, service, language, sources), en)));
          const redoc = await buildRedoc(input, { work });
          built.push(contractPage(service, language, redoc));
          files.set(downloadPath(service, language), `${JSON.stringify(text, null, 2)}\n`);
          files.set("assets/redoc.js", redoc.script);
        }
        return built;
      }),
    );
    return { pages: pages.flat(), files };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All pages that no other tool draws, and the entries of the search for all but the API. */
export async function loadPages(
  contracts: readonly ServiceContract[],
): Promise<{ pages: SitePage[]; entries: SearchEntry[] }> {
  const errata = await loadErrata();
  const groups = errorCodeGroups(contracts);
  const ledgers = await compareAll(contracts, "en");
  const chineseLedgers = await compareAll(contracts, "zh-CN");
  const chapters = await loadGuide(
    new Map([
      ...errata.map(({ id }) => [id, `errata.html#${id}`] as const),
      ...groups.flatMap(({ codes }) => codes.map(({ code }) => [code, `errors.html#${code}`] as const)),
    ]),
  );
  const sample = await readFile("docs/site/start.ts", "utf8");
  const sources = await loadSources();
  const changelog = await changelogPage();
  const pages = [
    ...LANGUAGES.map((language) => startPage(language, contracts, sample)),
    ...chapters.map((chapter) => guidePage(chapter, chapters)),
    commandsPage(),
    errorsPage(contracts, groups),
    errataPage(errata, contracts),
    sourcesPage(sources, contracts),
    ...contracts.map((contract) => ledgerPage(contract, ledgers.get(contract.service) ?? [], sources)),
    changelog.page,
    ...LANGUAGES.map(searchPage),
    missingPage(),
  ];
  const entries = [
    ...searchEntries({ contracts, chapters, groups, errata, ledgers, chineseLedgers }),
    ...commandEntries(),
    ...changelog.entries,
  ];
  return { pages, entries };
}

async function compareAll(
  contracts: readonly ServiceContract[],
  language: Language,
): Promise<Map<string, LedgerSection[]>> {
  return new Map(
    await Promise.all(
      contracts.map(
        async ({ service, [language]: contract }) =>
          [service, compareLedger(contract, await loadLedger(service))] as const,
      ),
    ),
  );
}
