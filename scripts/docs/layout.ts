import { html, type Markup } from "./html.js";

/** The languages of the site. */
export type Language = "en" | "zh-CN";

/** A section of the navigation. */
export type Section = "start" | "contracts" | "guide" | "errors" | "errata" | "ledger" | "api" | "search";

export interface PageFrame {
  /** The page's path below the site's root, e.g. `guide/paging.html`. */
  readonly path: string;
  readonly language: Language;
  readonly section: Section;
  /** The page that the language switch leads to, below the site's root. */
  readonly otherLanguage: string;
}

export interface PageContent extends PageFrame {
  readonly title: string;
  readonly description: string;
  readonly body: Markup;
  /** The style sheet in `assets`. @default "site" */
  readonly styles?: string | undefined;
  /** Further elements of the head. */
  readonly head?: Markup | undefined;
}

interface Label {
  readonly section: Section;
  readonly path: string;
  readonly en: string;
  readonly "zh-CN": string;
}

const NAVIGATION: readonly Label[] = [
  { section: "contracts", path: "index.html#contracts", en: "Contracts", "zh-CN": "契约" },
  { section: "guide", path: "guide/index.html", en: "Guide", "zh-CN": "指南" },
  { section: "errors", path: "errors.html", en: "Errors", "zh-CN": "错误码" },
  { section: "errata", path: "errata.html", en: "Errata", "zh-CN": "勘误" },
  { section: "ledger", path: "ledger/index.html", en: "Ledger", "zh-CN": "对照" },
  { section: "api", path: "api/index.html", en: "API", "zh-CN": "API" },
  { section: "search", path: "search.html", en: "Search", "zh-CN": "搜索" },
];

const WORDS = {
  en: { skip: "Skip to the content", site: "Site", other: "中文", otherTitle: "本站的中文页面" },
  "zh-CN": { skip: "跳到正文", site: "站点导航", other: "English", otherTitle: "This page in English" },
};

/** The relative path from a page to the site's root: `""` or `../` repeated. */
export function toRoot(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

/** The header of every page of the site, pages of other tools included. */
export function siteHeader({ path, language, section, otherLanguage }: PageFrame): Markup {
  const root = toRoot(path);
  const words = WORDS[language];
  const start = language === "en" ? "index.html" : "index.zh-CN.html";
  const links = NAVIGATION.map((item) => {
    const target = item.section === "contracts" ? `${start}#contracts` : item.path;
    const current = item.section === section ? html` aria-current="true"` : undefined;
    return html`<a href="${root}${target}"${current}>${item[language]}</a>`;
  });
  const other = language === "en" ? "zh-CN" : "en";
  return html`<header class="site-header"><a class="skip" href="#content">${words.skip}</a>
<a class="brand" href="${root}${start}">backup-records</a>
<nav aria-label="${words.site}">${links}</nav>
<a class="language" href="${root}${otherLanguage}" lang="${other}" hreflang="${other}" title="${words.otherTitle}">${words.other}</a></header>`;
}

/** A whole page around its content. */
export function layout(page: PageContent): string {
  const root = toRoot(page.path);
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<title>${page.title}${page.section === "start" ? "" : " · backup-records"}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}assets/${page.styles ?? "site"}.css">
${page.head}</head>
<body>
${siteHeader(page)}
${page.body}
</body>
</html>
`.text;
}
