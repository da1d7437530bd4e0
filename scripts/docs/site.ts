import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildRedoc } from "../../src/cli/docs/redoc.js";
import { buildApiReference } from "./api.js";
import { contractPage } from "./contract-page.js";
import { downloadPath, loadContracts, type ServiceContract } from "./contracts.js";
import { errataPage } from "./errata-page.js";
import { errorCodeGroups } from "./error-codes.js";
import { errorsPage } from "./errors-page.js";
import { guidePage, loadGuide } from "./guide.js";
import type { Language } from "./layout.js";
import { compareLedger, loadLedger } from "./ledger.js";
import { ledgerPage, sourcesPage } from "./ledger-page.js";
import { linkNotes } from "./link-notes.js";
import { loadErrata, loadSources } from "./register.js";
import { type SearchEntry, searchEntries, searchPage, searchScript } from "./search.js";
import { startPage } from "./start-page.js";

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
export async function buildSite(out: string): Promise<number> {
  await clear(out);
  await mark(out);
  const contracts = await loadContracts();
  const [contractFiles, api] = await Promise.all([
    buildContractPages(contracts),
    buildApiReference(join(out, "api"), contracts),
  ]);
  const files = new Map([
    ...(await readAssets()),
    ...contractFiles,
    ...(await buildOwnPages(contracts, api)),
  ]);
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  return [...files.keys()].filter((path) => path.endsWith(".html")).length;
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

/** Writes Redoc's pages, its script, and the contracts to download. */
async function buildContractPages(contracts: readonly ServiceContract[]): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), "backup-records-docs-"));
  try {
    const files = new Map<string, string>();
    await Promise.all(
      LANGUAGES.map(async (language) => {
        const work = join(folder, language);
        await mkdir(work);
        for (const contract of contracts) {
          const { service, [language]: text } = contract;
          const input = join(work, "contract.json");
          await writeFile(input, JSON.stringify(linkNotes(text, service, language)));
          const { script, start } = await buildRedoc(input, { work });
          files.set(...contractPage(service, language, text, start));
          files.set(downloadPath(service, language), `${JSON.stringify(text, null, 2)}\n`);
          files.set("assets/redoc.js", script);
        }
      }),
    );
    return files;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes all pages that no other tool writes. */
async function buildOwnPages(
  contracts: readonly ServiceContract[],
  api: readonly SearchEntry[],
): Promise<Files> {
  const errata = await loadErrata();
  const groups = errorCodeGroups(contracts);
  const ledgers = new Map(
    await Promise.all(
      contracts.map(
        async ({ service, en }) => [service, compareLedger(en, await loadLedger(service))] as const,
      ),
    ),
  );
  const chapters = await loadGuide(
    new Map([
      ...errata.map(({ id }) => [id, `errata.html#${id}`] as const),
      ...groups.flatMap(({ codes }) => codes.map(({ code }) => [code, `errors.html#${code}`] as const)),
    ]),
  );
  const sample = await readFile("docs/site/start.ts", "utf8");
  const entries = [...searchEntries(chapters, groups, errata, ledgers), ...api];
  return new Map([
    ...LANGUAGES.map((language) => startPage(language, contracts, sample)),
    ...chapters.map((chapter) => guidePage(chapter, chapters)),
    errorsPage(contracts, groups),
    errataPage(errata, contracts),
    sourcesPage(await loadSources(), contracts),
    ...contracts.map((contract) => ledgerPage(contract, ledgers.get(contract.service) ?? [])),
    searchPage(),
    ["assets/search-index.js", searchScript(entries)] as const,
  ]);
}
