import { serviceName } from "./contracts.js";
import type { ErrorCodeGroup } from "./error-codes.js";
import type { Chapter } from "./guide.js";
import { html } from "./html.js";
import { layout } from "./layout.js";
import type { LedgerSection } from "./ledger.js";
import type { Erratum } from "./register.js";

/** One entry of the search. */
export interface SearchEntry {
  readonly title: string;
  readonly kind: string;
  readonly href: string;
  readonly text: string;
}

/** All entries of the search: chapters, error codes, errata, and the contents of the contracts. */
export function searchEntries(
  chapters: readonly Chapter[],
  groups: readonly ErrorCodeGroup[],
  errata: readonly Erratum[],
  ledgers: ReadonlyMap<string, readonly LedgerSection[]>,
): SearchEntry[] {
  return [
    ...groups.flatMap(({ codes }) =>
      codes.map(({ code, meaning, chinese, advice }) => ({
        title: code,
        kind: "Error code",
        href: `errors.html#${code}`,
        text: [meaning, chinese, advice].filter(Boolean).join(" "),
      })),
    ),
    ...chapters.flatMap(({ path, title, headings, passages }) =>
      headings.map(({ level, id, text }) => ({
        title: level === 1 ? title : `${title}: ${text}`,
        kind: "Guide",
        href: level === 1 ? path : `${path}#${id}`,
        text: passages.get(id) ?? "",
      })),
    ),
    ...errata.map(({ id, title, statement, contract }) => ({
      title: `${id} ${title}`,
      kind: "Erratum",
      href: `errata.html#${id}`,
      text: `${statement.trim()} ${contract.trim()}`,
    })),
    ...[...ledgers].flatMap(([service, sections]) =>
      sections.flatMap((section) => [
        ...(section.kind === "responses"
          ? []
          : [entry(service, section.id, section.name, kindOf(section.kind), section.description)]),
        ...(section.kind === "responses" || section.name.endsWith("ErrorCode")
          ? []
          : section.rows.map((row) =>
              entry(
                service,
                row.id,
                row.id,
                section.kind === "operation" ? "Parameter" : "Field",
                row.description,
              ),
            )),
      ]),
    ),
  ];
}

/** The page of the search. It works without a server, because the entries are a script. */
export function searchPage(): [path: string, text: string] {
  const path = "search.html";
  const text = layout({
    path,
    language: "en",
    section: "search",
    otherLanguage: "index.zh-CN.html",
    title: "Search",
    description: "Search the guide, the error codes, the errata and the contracts.",
    body: html`<main class="page" id="content" tabindex="-1">
<h1>Search</h1>
<form role="search" action="search.html"><label for="q">An error code, a field, a word of the guide</label>
<div class="field"><input type="search" id="q" name="q" autocomplete="off" spellcheck="false"><button>Search</button></div></form>
<p id="count" role="status"></p>
<ol id="results" class="results"></ol>
<noscript><p>The search needs scripts. All that it finds stands on the pages in the header.</p></noscript>
</main>
<script src="assets/search-index.js"></script>
<script src="assets/search.js"></script>`,
  });
  return [path, text];
}

/** The entries as a script, which a page on disk can load. */
export function searchScript(entries: readonly SearchEntry[]): string {
  return `var searchIndex = [\n${entries.map((one) => JSON.stringify(one)).join(",\n")}\n];\n`;
}

function entry(service: string, id: string, title: string, kind: string, text: string): SearchEntry {
  const words = text.trim().replaceAll(/\s+/g, " ");
  return {
    title,
    kind: `${kind}, ${serviceName(service)}`,
    href: `ledger/${service}.html#${id}`,
    text: words,
  };
}

function kindOf(kind: LedgerSection["kind"]): string {
  return kind === "operation" ? "Operation" : "Schema";
}
