import type { Language } from "../contracts.js";
import { escapeHtml } from "../escape.js";

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
  /** The script that passes the contract to Redoc. */
  readonly start: string;
}

const words = {
  en: { contracts: "Contracts", skip: "Skip to the content", needs: "This page is drawn by a script." },
  "zh-CN": { contracts: "契约", skip: "跳到正文", needs: "本页由脚本绘制，请启用脚本。" },
};
const languageNames = { en: "English", "zh-CN": "中文" };

/** A contract, drawn by Redoc from the scripts and the style sheet in `assets`. */
export function contractPage({ language, title, other, start }: ContractPage): string {
  const { contracts, skip, needs } = words[language];
  const labels = language === "en" ? "" : `<script src="assets/labels.${language}.js"></script>\n`;
  const translation =
    other === undefined
      ? ""
      : `\n<a class="language" href="${other.file}" lang="${other.language}">${languageNames[other.language]}</a>`;
  return `${head(title, language)}
<link rel="stylesheet" href="assets/redoc.css">
${labels}<script src="assets/contract.js"></script>
</head>
<body>
<header class="site-header"><a class="skip" href="#content">${skip}</a>
<a class="brand" href="index.html">${contracts}</a>
<nav aria-label="${contracts}"></nav>${translation}</header>
<div id="content" tabindex="-1"><div id="redoc"></div></div>
<noscript><h1>${escapeHtml(title)}</h1><p>${needs}</p></noscript>
<script src="assets/redoc.js"></script>
<script type="module">const { hydrate } = Redoc;
${start}</script>
</body>
</html>
`;
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
