import { readFile } from "node:fs/promises";
import { html } from "./html.js";
import type { SitePage } from "./layout.js";
import { renderMarkdown } from "./markdown.js";
import type { SearchEntry } from "./search.js";
import { tocNavigation } from "./toc.js";

const PATH = "changelog.html";

/** The changelog as a page, with the entries of its sections for the search. */
export async function changelogPage(): Promise<{ page: SitePage; entries: SearchEntry[] }> {
  const { body, headings, passages } = renderMarkdown(await readFile("CHANGELOG.md", "utf8"), {
    link(target) {
      throw new Error(`CHANGELOG.md links to ${target}, which would be broken in the package or on the site`);
    },
    term: () => undefined,
  });
  const sections = headings.filter(({ level }) => level > 1);
  const page: SitePage = {
    path: PATH,
    language: "en",
    section: "changelog",
    title: "Changelog",
    description: "What changed in each version of backup-records.",
    source: "CHANGELOG.md",
    body: html`<div class="columns">${tocNavigation(sections.map(({ id, text }) => ({ id, title: text })))}
<main class="page" id="content" tabindex="-1">
${body}
</main></div>`,
  };
  const entries = headings.map(({ level, id, text }) => ({
    title: level === 1 ? text : `Changelog: ${text}`,
    kind: "Changelog",
    href: level === 1 ? PATH : `${PATH}#${id}`,
    text: passages.get(id) ?? "What changed in each version, release by release.",
  }));
  return { page, entries };
}
