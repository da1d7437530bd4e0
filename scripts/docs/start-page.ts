import { operationsOf } from "../generate/contract.js";
import { contractPath, downloadPath, type ServiceContract } from "./contracts.js";
import { highlightTypeScript } from "./highlight.js";
import { html, type Markup, prose, raw } from "./html.js";
import type { Language, SitePage } from "./layout.js";

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
    title: "Did every cloud backup run?",
    lead: "backup-records names every backup that should have run and did not: of Distributed Cache Service (DCS) and Cloud Backup and Recovery (CBR) on Huawei Cloud and Open Telekom Cloud, of Volume Backup Service (VBS) on Open Telekom Cloud, and of EMR Serverless StarRocks on Alibaba Cloud. One npm package has the OpenAPI 3.1 contracts, a typed client, a simulator, and a command line with an audit, a Prometheus exporter and workers.",
    contracts: "The HTTP APIs",
    read: "Read",
    inOther: "In Chinese",
    download: "Download",
    ledger: "Compared with the source pages",
    code: "The client in a few lines",
    codeLead: "The program lists every record of an instance, over all pages, in one shape for all services.",
    rest: "Where to go on",
    places: [
      [
        "guide/index.html",
        "Guide",
        "Authentication for each cloud, paging, errors, retries, time, drift, and what is inferred.",
      ],
      ["guide/audit.html", "Audit", "Check the backups of every target: late, failing, missing or stuck."],
      ["guide/exporter.html", "Exporter", "The same as metrics for Prometheus, with alerts and a dashboard."],
      ["commands.html", "Commands", "Every command with its options and exit codes."],
      [
        "errors.html",
        "Error codes",
        "Every code and status: what it means, how it comes about, what to do about it.",
      ],
      [
        "errata.html",
        "Known contradictions",
        "Where the source pages contradict themselves or are silent, and what the contracts do about it.",
      ],
      [
        "ledger/index.html",
        "Source pages",
        "Which of the vendors’ pages states what, row by row, and where they differ.",
      ],
      ["api/index.html", "TypeScript API", "Every export of the package, from its doc comments."],
      ["changelog.html", "Changelog", "What changed in each version."],
    ],
  },
  "zh-CN": {
    path: "index.zh-CN.html",
    other: "index.html",
    title: "云上的备份都执行了吗？",
    lead: "backup-records找出每一个应当执行却没有执行的备份：华为云和Open Telekom Cloud的分布式缓存服务（DCS）与云备份（CBR），Open Telekom Cloud的云硬盘备份（VBS），以及阿里云的EMR Serverless StarRocks。一个npm包包含OpenAPI 3.1契约、类型化客户端、模拟服务，以及带有审计、Prometheus指标和分布式工作进程的命令行工具。",
    contracts: "HTTP接口",
    read: "阅读",
    inOther: "英文版",
    download: "下载",
    ledger: "与文档对照（英文）",
    code: "几行代码使用客户端",
    codeLead: "读取一个实例的全部备份记录：自动翻页，各服务的记录采用同一种结构。",
    rest: "其他内容",
    places: [
      [
        "guide/index.html",
        "使用指南（英文）",
        "各云的认证方式、翻页、错误、重试、时间、契约偏离，以及哪些内容出自推断。",
      ],
      ["guide/audit.html", "审计（英文）", "检查每个目标的备份：延迟、失败、缺失或卡住。"],
      ["guide/exporter.html", "指标（英文）", "供Prometheus采集的指标，附告警规则和仪表盘。"],
      ["commands.html", "命令（英文）", "每个命令及其选项和退出码。"],
      ["errors.html", "错误码（英文，附中文释义）", "每个错误码和状态码的含义、原因及处理办法。"],
      ["errata.html", "已知矛盾（英文）", "文档自相矛盾或没有说明之处，以及契约的处理方式。"],
      ["ledger/index.html", "来源文档（英文）", "逐行列出各份文档的说法及其差异。"],
      ["api/index.html", "TypeScript API（英文）", "由源代码中的文档注释生成，涵盖全部导出内容。"],
      ["changelog.html", "更新日志（英文）", "每个版本的变化。"],
    ],
  },
};

/** The start page, with links to all other parts. `sample` is a program that the tests run. */
export function startPage(
  language: Language,
  contracts: readonly ServiceContract[],
  sample: string,
): SitePage {
  const words = WORDS[language];
  return {
    path: words.path,
    language,
    section: "start",
    twin: words.other,
    source: "scripts/docs/start-page.ts",
    title: language === "en" ? "backup-records" : "backup-records：备份记录",
    description: words.title,
    body: html`<main class="page start" id="content" tabindex="-1">
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2 id="contracts"><a class="self" href="#contracts">${words.contracts}</a></h2>
<ul class="contracts">${contracts.map((contract) => card(contract, language, words))}</ul>
<h2 id="client"><a class="self" href="#client">${words.code}</a></h2>
<p>${words.codeLead}</p>
<pre tabindex="0"><code>npm install backup-records</code></pre>
<pre tabindex="0"><code class="language-ts">${raw(highlightTypeScript(sample.trim()))}</code></pre>
<h2 id="more"><a class="self" href="#more">${words.rest}</a></h2>
<ul class="cards">${words.places.map(
      ([href, title, about]) => html`<li><a href="${href}">${title}</a><p>${about}</p></li>`,
    )}</ul>
</main>`,
  };
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
