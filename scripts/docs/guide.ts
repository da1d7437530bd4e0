import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { clouds } from "../../generated/services.js";
import { html } from "./html.js";
import type { SitePage } from "./layout.js";
import { type LinkTargets, type RenderedMarkdown, renderMarkdown } from "./markdown.js";
import { tocFrame } from "./toc.js";

/** The chapters of the guide in their order: names of files in `docs/guide`. */
export const CHAPTERS = [
  "index",
  "command-line",
  "authentication",
  "listing",
  "paging",
  "errors",
  "retries",
  "observability",
  "time",
  "numbers",
  "unified-record",
  "cbr",
  "audit",
  "targets",
  "discovery",
  "audit-verdicts",
  "notifications",
  "audit-workers",
  "exporter",
  "runbooks",
  "agents",
  "drift",
  "testing",
  "bundling",
  "contracts-in-ci",
  "publishing",
  "comparison",
  "documented-records",
  "inferred",
] as const;

/** A chapter, rendered. */
export interface Chapter extends RenderedMarkdown {
  readonly name: string;
  readonly path: string;
  readonly title: string;
}

/** The site's pages for the files that the guide links to in the repository. */
const ELSEWHERE: Record<string, string> = {
  "spec/errata.yaml": "errata.html",
  "spec/sources.yaml": "ledger/index.html",
  "spec/README.md": "ledger/index.html",
  ...Object.fromEntries(
    Object.keys(clouds).map((service) => [`spec/${service}/documented.yaml`, `ledger/${service}.html`]),
  ),
};

/**
 * Renders the guide. `terms` maps an erratum's id or an error code to its place on the site.
 * @throws Error if a chapter is missing, has no title, or has a broken link
 */
export async function loadGuide(
  terms: ReadonlyMap<string, string>,
  folder = "docs/guide",
): Promise<Chapter[]> {
  return Promise.all(
    CHAPTERS.map(async (name) => {
      const file = `${folder}/${name}.md`;
      const rendered = renderMarkdown(await readFile(file, "utf8"), linkTargets(file, terms));
      const title = rendered.headings.find(({ level }) => level === 1)?.text;
      if (title === undefined) throw new Error(`${file} has no title`);
      return { ...rendered, name, path: `guide/${name}.html`, title };
    }),
  );
}

/** The page of a chapter, with the list of all of them. */
export function guidePage(chapter: Chapter, chapters: readonly Chapter[]): SitePage {
  const at = chapters.indexOf(chapter);
  const sections = chapter.headings.filter(({ level }) => level === 2);
  const toc = tocFrame(
    "Guide",
    html`<ol>${chapters.map(({ name, title }) =>
      name === chapter.name
        ? html`<li><a href="${name}.html" aria-current="page">${title}</a>
<ul>${sections.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></li>`
        : html`<li><a href="${name}.html">${title}</a></li>`,
    )}</ol>`,
  );
  const before = chapters[at - 1];
  const after = chapters[at + 1];
  return {
    path: chapter.path,
    language: "en",
    section: "guide",
    source: `docs/guide/${chapter.name}.md`,
    title: chapter.title,
    description: `${chapter.title}: a chapter of the guide to the backup-records client.`,
    body: html`<div class="columns">${toc}
<main class="page" id="content" tabindex="-1">
${chapter.body}
<nav class="turn" aria-label="Chapters">
${before && html`<a rel="prev" href="${before.name}.html">← ${before.title}</a>`}
${after && html`<a rel="next" href="${after.name}.html">${after.title} →</a>`}
</nav>
</main></div>`,
  };
}

function linkTargets(file: string, terms: ReadonlyMap<string, string>): LinkTargets {
  return {
    link(target) {
      if (/^[a-z]+:/.test(target) || target.startsWith("#")) return target;
      const [path = "", anchor] = target.split("#");
      const inRepository = posix.join(dirname(file), path);
      if (!existsSync(inRepository)) throw new Error(`${file} links to ${target}, which does not exist`);
      const page = ELSEWHERE[inRepository];
      if (page === undefined && !path.endsWith(".md")) {
        throw new Error(`${file} links to ${target}, which the site does not show`);
      }
      const address = page === undefined ? path.replace(/\.md$/, ".html") : `../${page}`;
      return anchor === undefined ? address : `${address}#${anchor}`;
    },
    term(word) {
      const target = terms.get(word);
      return target === undefined ? undefined : `../${target}`;
    },
  };
}
