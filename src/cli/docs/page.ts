import type { Contract, Language } from "../contracts.js";
import { escapeHtml } from "../escape.js";
import { staticContract } from "./static/page.js";

/** A page of a contract. */
export interface Page {
  readonly file: string;
  readonly language: Language;
  readonly title: string;
}

/** A page of a contract, and what its frame needs. */
export interface ContractPage extends Page {
  /** The page of the same contract in another language. */
  readonly other?: Page | undefined;
  /** The contract, without references to other files. */
  readonly contract: Contract;
  /** The script that passes the contract to Redoc. */
  readonly start: string;
}

const words = {
  en: { contracts: "Contracts", skip: "Skip to the content" },
  "zh-CN": { contracts: "契约", skip: "跳到正文" },
};
const languageNames = { en: "English", "zh-CN": "中文" };

/** A contract as HTML, which Redoc replaces if scripts run and nobody reads it yet. */
export function contractPage({ language, title, other, contract, start }: ContractPage): string {
  const { contracts, skip } = words[language];
  const labels = language === "en" ? "" : `<script defer src="assets/labels.${language}.js"></script>\n`;
  const translation =
    other === undefined
      ? ""
      : `\n<a class="language" href="${other.file}" lang="${other.language}">${languageNames[other.language]}</a>`;
  return `${head(title, language)}
<link rel="stylesheet" href="assets/redoc.css">
<link rel="stylesheet" href="assets/static.css">
${labels}<script defer src="assets/contract.js"></script>
</head>
<body>
<header class="site-header"><a class="skip" href="#content">${skip}</a>
<a class="brand" href="index.html">${contracts}</a>
<nav aria-label="${contracts}"></nav>${translation}</header>
${contractBody(contract, language, start, "")}
</body>
</html>
`;
}

/** The contract as HTML, and the scripts that draw it with Redoc from `assets` in the folder `root`. */
export function contractBody(contract: Contract, language: Language, start: string, root: string): string {
  return `<div id="content" tabindex="-1">${staticContract(contract, language)}
<div id="redoc"></div></div>
<script defer fetchpriority="low" src="${root}assets/redoc.js"></script>
<script type="module">drawContract(() => {
const { hydrate } = Redoc;
${start}
});</script>`;
}

/** The start page: a list of the others. */
export function indexPage(pages: readonly Page[]): string {
  const items = pages
    .map(
      ({ file, language, title }) => `<li><a href="${file}" lang="${language}">${escapeHtml(title)}</a></li>`,
    )
    .join("\n");
  return `${head("Contracts", "en")}
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
</head>
<body>
<main>
<h1>Contracts</h1>
<ul>
${items}
</ul>
</main>
</body>
</html>
`;
}

function head(title: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">`;
}
