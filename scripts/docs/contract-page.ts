import type { Contract } from "../generate/contract.js";
import { contractPath, downloadPath } from "./contracts.js";
import { html, raw } from "./html.js";
import { type Language, layout } from "./layout.js";

const WORDS = {
  en: {
    needs: "This page is drawn by a script. Without one, read the",
    ledger: "tables of the ledger",
    or: "or download the",
    contract: "contract",
  },
  "zh-CN": {
    needs: "本页由脚本绘制。若不启用脚本，请阅读",
    ledger: "文档对照表",
    or: "，或下载",
    contract: "契约文件",
  },
};

/** The page that shows a contract in one language; `start` is the script that passes it to Redoc. */
export function contractPage(
  service: string,
  language: Language,
  contract: Contract,
  start: string,
): [path: string, text: string] {
  const path = contractPath(service, language);
  const other = language === "en" ? "zh-CN" : "en";
  const words = WORDS[language];
  const { title } = contract.info;
  const summary = (contract.info as { summary?: string }).summary ?? title;
  const text = layout({
    path,
    language,
    section: "contracts",
    otherLanguage: contractPath(service, other),
    title,
    description: summary,
    styles: "redoc",
    head: html`${
      language === "en"
        ? ""
        : html`<script src="../assets/labels.${language}.js"></script>
`
    }<script src="../assets/contract.js"></script>
`,
    body: html`<div id="content" tabindex="-1"><div id="redoc"></div></div>
<noscript><main class="page"><h1>${title}</h1><p>${summary}</p>
<p>${words.needs} <a href="../ledger/${service}.html">${words.ledger}</a> ${words.or}
<a href="../${downloadPath(service, language)}" download>${words.contract}</a>.</p></main></noscript>
<script src="../assets/redoc.js"></script>
<script type="module">const { hydrate } = Redoc;
${raw(start)}</script>`,
  });
  return [path, text];
}
