import { html, type Markup } from "./html.js";
import type { Publication } from "./publication.js";

/** The languages of the site. */
export type Language = "en" | "zh-CN";

/** A section of the navigation. */
export type Section =
  | "start"
  | "contracts"
  | "guide"
  | "commands"
  | "errors"
  | "errata"
  | "ledger"
  | "api"
  | "search"
  | "changelog"
  | "missing";

/** A page of the site before it is laid out. */
export interface SitePage {
  /** The page's path below the site's root, e.g. `guide/paging.html`. */
  readonly path: string;
  readonly language: Language;
  readonly section: Section;
  /** The same page in the other language, below the site's root; undefined if there is none. */
  readonly twin?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** A file to download, below the site's root. */
  readonly download?: string | undefined;
  /** The file in the repository to edit; undefined if there is no single one. */
  readonly source?: string | undefined;
  readonly body: Markup;
  /** The style sheets in `assets`. @default ["site"] */
  readonly styles?: readonly string[] | undefined;
  /** Further elements of the head. */
  readonly head?: Markup | undefined;
}

interface Label {
  readonly section: Section;
  readonly path: string;
  readonly en: string;
  readonly "zh-CN": string;
  /** The page in Chinese, if there is one. */
  readonly chinesePath?: string;
}

const NAVIGATION: readonly Label[] = [
  {
    section: "contracts",
    path: "index.html#contracts",
    en: "HTTP APIs",
    "zh-CN": "HTTP接口",
    chinesePath: "index.zh-CN.html#contracts",
  },
  { section: "guide", path: "guide/index.html", en: "Guide", "zh-CN": "指南" },
  { section: "commands", path: "commands.html", en: "Commands", "zh-CN": "命令" },
  { section: "errors", path: "errors.html", en: "Error codes", "zh-CN": "错误码" },
  { section: "errata", path: "errata.html", en: "Known contradictions", "zh-CN": "已知矛盾" },
  { section: "ledger", path: "ledger/index.html", en: "Source pages", "zh-CN": "来源文档" },
  { section: "api", path: "api/index.html", en: "TypeScript API", "zh-CN": "TypeScript API" },
];

const WORDS = {
  en: {
    skip: "Skip to the content",
    site: "Site",
    start: "index.html",
    search: "Search",
    searchPath: "search.html",
    about: "About this page",
    changelog: "Changelog",
    repository: "Repository",
    edit: "Edit this page",
    download: "Download the contract (OpenAPI 3.1)",
    licence: "Apache-2.0",
    other: "中文",
    otherStart: "中文首页",
    otherTitle: "本页的中文版",
    otherStartTitle: "本页没有中文版，前往中文首页",
  },
  "zh-CN": {
    skip: "跳到正文",
    site: "站点导航",
    start: "index.zh-CN.html",
    search: "搜索",
    searchPath: "search.zh-CN.html",
    about: "关于本页",
    changelog: "更新日志（英文）",
    repository: "代码仓库",
    edit: "编辑本页",
    download: "下载契约（OpenAPI 3.1）",
    licence: "Apache-2.0",
    other: "English",
    otherStart: "English",
    otherTitle: "This page in English",
    otherStartTitle: "The start page in English",
  },
};

/** The relative path from a page to the site's root: `""` or `../` repeated. */
export function toRoot(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** A whole page around its content. */
export function layout(page: SitePage, publication: Publication): string {
  const root = toRoot(page.path);
  const styles = (page.styles ?? ["site"]).map(
    (name) => html`<link rel="stylesheet" href="${root}assets/${name}.css">
`,
  );
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<meta name="generator" content="backup-records ${publication.version}">
<title>${page.title}${page.section === "start" ? "" : " · backup-records"}</title>
${addresses(page, publication)}<link rel="icon" type="image/svg+xml" href="${root}assets/favicon.svg">
${styles}${page.head}<script defer src="${root}assets/page.js"></script>
</head>
<body>
${siteHeader(page)}
${page.body}
${siteFooter(page, publication)}
</body>
</html>
`.text;
}

/** What a search engine or a messenger needs: absolute addresses, so nothing as long as the site has no address. */
function addresses(page: SitePage, { homepage }: Publication): Markup | undefined {
  if (homepage === undefined) return undefined;
  // What a server gives for a wrong address has none of its own; its links must work from any folder.
  if (page.section === "missing") {
    return html`<meta name="robots" content="noindex">
<base href="${homepage}">
`;
  }
  const { path, language, twin } = page;
  const address = addressOf(path, homepage);
  const versions: readonly (readonly [string, string])[] =
    twin === undefined
      ? []
      : language === "en"
        ? [
            ["en", path],
            ["zh-CN", twin],
            ["x-default", path],
          ]
        : [
            ["en", twin],
            ["zh-CN", path],
            ["x-default", twin],
          ];
  return html`<link rel="canonical" href="${address}">
${versions.map(
  ([name, of]) => html`<link rel="alternate" hreflang="${name}" href="${addressOf(of, homepage)}">
`,
)}<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="website">
<meta property="og:url" content="${address}">
`;
}

/** The address of a page: a start page is its folder. */
export function addressOf(path: string, homepage: string): string {
  return homepage + path.replace(/(^|\/)index\.html$/, "$1");
}

function siteHeader({ path, language, section, twin }: SitePage): Markup {
  const root = toRoot(path);
  const words = WORDS[language];
  const links = NAVIGATION.map((item) => {
    const target = language === "en" ? item.path : (item.chinesePath ?? item.path);
    const current = item.section === section ? html` aria-current="true"` : undefined;
    const english = language !== "en" && target === item.path ? html` hreflang="en"` : undefined;
    return html`<a href="${root}${target}"${english}${current}>${item[language]}</a>`;
  });
  const other = language === "en" ? "zh-CN" : "en";
  const [label, title, target] =
    twin === undefined
      ? [words.otherStart, words.otherStartTitle, WORDS[other].start]
      : [words.other, words.otherTitle, twin];
  return html`<header class="site-header"><a class="skip" href="#content">${words.skip}</a>
<a class="brand" href="${root}${words.start}">backup-records</a>
<nav aria-label="${words.site}">${links}</nav>
${section === "search" || section === "missing" ? undefined : html`<form class="find" role="search" action="${root}${words.searchPath}"><input type="search" name="q" placeholder="${words.search}" aria-label="${words.search}" autocomplete="off" spellcheck="false"></form>`}
<a class="language" href="${root}${target}" lang="${other}" hreflang="${other}" title="${title}"${twin === undefined ? undefined : html` data-twin`}>${label}</a></header>`;
}

function siteFooter(page: SitePage, { version, repository }: Publication): Markup {
  const root = toRoot(page.path);
  const words = WORDS[page.language];
  const edit =
    repository === undefined || page.source === undefined
      ? undefined
      : html`<a href="${repository}/edit/main/${page.source}">${words.edit}</a>`;
  return html`<footer class="site-footer" aria-label="${words.about}"><p>backup-records ${version} · ${words.licence}</p>
<p>${page.download === undefined ? undefined : html`<a href="${root}${page.download}" download>${words.download}</a>`}
<a href="${root}changelog.html">${words.changelog}</a>
${repository === undefined ? undefined : html`<a href="${repository}">${words.repository}</a>`}
${edit}</p></footer>`;
}
