import { operationsOf } from "../generate/contract.js";
import { contractPath, downloadPath, type ServiceContract } from "./contracts.js";
import { highlightTypeScript } from "./highlight.js";
import { html, type Markup, prose, raw } from "./html.js";
import { type Language, layout } from "./layout.js";

interface Words {
  readonly path: string;
  readonly other: string;
  readonly title: string;
  readonly lead: string;
  readonly contracts: string;
  readonly read: string;
  readonly inOther: string;
  readonly download: string;
  readonly ledger: string;
  readonly code: string;
  readonly codeLead: string;
  readonly rest: string;
  readonly places: readonly (readonly [href: string, title: string, text: string])[];
}

const WORDS: Record<Language, Words> = {
  en: {
    path: "index.html",
    other: "index.zh-CN.html",
    title: "Backup records of three clouds, under contract",
    lead: "OpenAPI 3.1 contracts for the calls that list backups of DCS (Huawei Cloud, Open Telekom Cloud), VBS (Open Telekom Cloud) and EMR Serverless StarRocks (Alibaba Cloud), written by hand from the vendors’ documents with every deviation on record; a typed client that signs, pages, waits and retries; and mocks, lint rules and a command line around them.",
    contracts: "The contracts",
    read: "Read",
    inOther: "In Chinese",
    download: "Download",
    ledger: "Beside the source pages",
    code: "The client in a few lines",
    codeLead: "Every record of an instance, over all pages, in one shape for all services.",
    rest: "What else is here",
    places: [
      [
        "guide/index.html",
        "Guide",
        "Authentication for each cloud, paging, errors, retries, time, drift, and what is inferred.",
      ],
      ["errors.html", "Error codes", "Every code and status: what it means, and what to do about it."],
      [
        "errata.html",
        "Errata",
        "Where the source pages contradict themselves or are silent, and what the contracts do about it.",
      ],
      ["ledger/index.html", "Ledger", "Which document says what, row by row, and where they differ."],
      ["api/index.html", "API reference", "Every export of the package, made of its doc comments."],
      ["search.html", "Search", "One search over all of it."],
    ],
  },
  "zh-CN": {
    path: "index.zh-CN.html",
    other: "index.html",
    title: "三朵云的备份记录，一份可信的契约",
    lead: "为查询备份的接口编写的OpenAPI 3.1契约：DCS（华为云、Open Telekom Cloud）、VBS（Open Telekom Cloud）和EMR Serverless StarRocks（阿里云）。契约依据厂商文档手工编写，每一处偏差都有记录；另有一个负责签名、翻页、等待和重试的类型化客户端，以及配套的模拟服务、检查规则和命令行工具。",
    contracts: "接口契约",
    read: "阅读",
    inOther: "英文版",
    download: "下载",
    ledger: "与文档对照（英文）",
    code: "几行代码使用客户端",
    codeLead: "读取一个实例的全部备份记录：自动翻页，三个服务的记录采用同一种结构。",
    rest: "其他内容",
    places: [
      [
        "guide/index.html",
        "使用指南（英文）",
        "各云的认证方式、翻页、错误、重试、时间、契约偏离，以及哪些内容出自推断。",
      ],
      ["errors.html", "错误码", "每个错误码和状态码的含义及处理办法，附中文释义。"],
      ["errata.html", "勘误（英文）", "文档自相矛盾或没有说明之处，以及契约的处理方式。"],
      ["ledger/index.html", "文档对照（英文）", "逐行列出各份文档的说法及其差异。"],
      ["api/index.html", "API参考（英文）", "由源代码中的文档注释生成，涵盖全部导出内容。"],
      ["search.html", "搜索", "在全部内容中查找。"],
    ],
  },
};

/** The start page, with links to all other parts. `sample` is a program that the tests run. */
export function startPage(
  language: Language,
  contracts: readonly ServiceContract[],
  sample: string,
): [path: string, text: string] {
  const words = WORDS[language];
  const text = layout({
    path: words.path,
    language,
    section: "start",
    otherLanguage: words.other,
    title: language === "en" ? "backup-records" : "backup-records：备份记录",
    description: words.title,
    body: html`<main class="page start" id="content" tabindex="-1">
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2 id="contracts">${words.contracts}</h2>
<ul class="contracts">${contracts.map((contract) => card(contract, language, words))}</ul>
<h2>${words.code}</h2>
<p>${words.codeLead}</p>
<pre tabindex="0"><code>npm install backup-records</code></pre>
<pre tabindex="0"><code class="language-ts">${raw(highlightTypeScript(sample.trim()))}</code></pre>
<h2>${words.rest}</h2>
<ul class="cards">${words.places.map(
      ([href, title, about]) => html`<li><a href="${href}">${title}</a><p>${about}</p></li>`,
    )}</ul>
</main>`,
  });
  return [words.path, text];
}

function card(contract: ServiceContract, language: Language, words: Words): Markup {
  const { service } = contract;
  const other = language === "en" ? "zh-CN" : "en";
  const { title, summary } = contract[language].info as { title: string; summary?: string };
  const calls = operationsOf(contract[language]).map(
    ({ method, path, operation }) =>
      html`<li><code>${method} ${breakable(path)}</code><br>${operation.summary ?? operation.operationId}</li>`,
  );
  return html`<li><h3><a href="${contractPath(service, language)}">${title}</a></h3>
<p>${prose(summary ?? "")}</p>
<ul class="calls">${calls}</ul>
<p class="links"><a href="${contractPath(service, language)}">${words.read}<span class="for">: ${title}</span></a>
<a href="${contractPath(service, other)}" hreflang="${other}">${words.inOther}<span class="for">: ${title}</span></a>
<a href="${downloadPath(service, language)}" download>${words.download}<span class="for">: ${title}</span></a>
<a href="ledger/${service}.html">${words.ledger}<span class="for">: ${title}</span></a></p></li>`;
}

/** Allows a line break in a path after each slash, and nowhere else. */
function breakable(path: string): Markup {
  return html`${path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`)}`;
}
