import { readFileSync } from "node:fs";
import { STATUS_CODES } from "node:http";
import { buildSync } from "esbuild";
import { operationPlace } from "../../src/cli/docs/places.js";
import { withoutNotes } from "../../src/cli/notes.js";
import { operationsOf } from "../generate/contract.js";
import type { SearchEntry } from "./client/engine.js";
import { contractPath, type ServiceContract, serviceName } from "./contracts.js";
import { type ErrorCodeGroup, explanations } from "./error-codes.js";
import { hasPlace, statusAnchor, titleOf } from "./errors-page.js";
import type { Chapter } from "./guide.js";
import { html } from "./html.js";
import type { Language, SitePage } from "./layout.js";
import type { LedgerSection } from "./ledger.js";
import type { Erratum } from "./register.js";

export type { SearchEntry };

/** What the search is made of. */
export interface SearchSources {
  readonly contracts: readonly ServiceContract[];
  readonly chapters: readonly Chapter[];
  readonly groups: readonly ErrorCodeGroup[];
  readonly errata: readonly Erratum[];
  /** By service, in English. */
  readonly ledgers: ReadonlyMap<string, readonly LedgerSection[]>;
  /** The same, of the Chinese contracts. */
  readonly chineseLedgers: ReadonlyMap<string, readonly LedgerSection[]>;
}

/** What the simulator says with a code, beside the messages that the contracts have as examples. */
const SIMULATED: Readonly<Record<string, string>> = {
  "APIGW.0301": "Incorrect IAM authentication information: signature expired",
};
/** What a reader of a contract may want of it. */
const USES = "OpenAPI specification JSON download curl fetch Python Java Go C# PHP Postman code generator";

/** The entries of all but the commands, the changelog and the API: chapters, codes, errata, contents of the contracts. */
export function searchEntries(sources: SearchSources): SearchEntry[] {
  const { contracts, chapters, groups, errata, ledgers, chineseLedgers } = sources;
  const messages = messagesOf(contracts);
  return [
    ...PAGES,
    ...contracts.flatMap((contract) => contractEntries(contract, "en")),
    ...contracts.flatMap((contract) => contractEntries(contract, "zh-CN")),
    ...groups.map((group) => ({
      title: titleOf(group),
      kind: "Error codes",
      href: `errors.html#${group.schema}`,
      text: oneLine(group.description),
      keywords: /failed$/.test(titleOf(group)) ? "backup failed failure reason 备份 失败 原因" : undefined,
    })),
    ...groups.flatMap(({ codes }) =>
      codes.map(({ code, meaning, chinese, cause, remedy }) => ({
        title: code,
        kind: "Error code",
        href: `errors.html#${code}`,
        text: `${meaning} ${cause} ${remedy}`,
        chinese,
        keywords: [...(messages.get(code) ?? [])].join(" "),
      })),
    ),
    ...explanations
      .filter((entry) => hasPlace(entry))
      .map((entry) => ({
        title: entry.kind === "exit code" ? `exit code ${entry.code}` : entry.code,
        kind: `Status, ${entry.kind}`,
        href: `errors.html#${statusAnchor(entry)}`,
        text: `${entry.cause} ${entry.remedy}`,
        keywords: STATUS_CODES[entry.code],
      })),
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
      ledgerEntries(service, sections, chineseLedgers.get(service) ?? []),
    ),
  ];
}

const PAGES: readonly SearchEntry[] = [
  {
    title: "backup-records",
    kind: "Page",
    href: "index.html",
    text: "The start page: what the package is, how to install it, and where everything stands.",
    keywords: "install npm overview introduction readme getting started Node version requirements",
  },
  {
    title: "backup-records：备份记录",
    kind: "Page",
    href: "index.zh-CN.html",
    text: "中文首页：华为云、Open Telekom Cloud和阿里云的备份记录，接口契约、客户端与命令行。",
    keywords: "安装 简介",
  },
  {
    title: "Error codes",
    kind: "Page",
    href: "errors.html",
    text: "Every error code and status: what it means, how it comes about and what to do about it.",
  },
  {
    title: "Commands",
    kind: "Page",
    href: "commands.html",
    text: "The command line: every command with its options, its output and its exit codes.",
    keywords: "CLI command line terminal shell help options",
  },
  {
    title: "API reference",
    kind: "Page",
    href: "api/index.html",
    text: "Every export of the package for TypeScript and JavaScript.",
    keywords: "types TypeScript JavaScript functions classes",
  },
];

function contractEntries(contract: ServiceContract, language: Language): SearchEntry[] {
  const { service } = contract;
  const { info } = contract[language];
  const { title, description = "" } = info as { title: string; description?: string };
  const path = contractPath(service, language);
  const english = new Map(
    operationsOf(contract.en).map(({ operation }) => [operation.operationId, operation as Tagged]),
  );
  return [
    {
      title,
      kind: language === "en" ? "Contract" : "Contract, 中文",
      href: path,
      text: oneLine(description),
      keywords: USES,
    },
    ...operationsOf(contract[language]).map(({ method, path: route, operation }) => {
      const { operationId, summary = operationId, description: text = "" } = operation;
      const [tag = ""] = english.get(operationId)?.tags ?? [];
      return {
        title: summary,
        kind: `Operation, ${serviceName(service)}`,
        href: `${path}#/${operationPlace(tag, operationId)}`,
        text: oneLine(withoutNotes(text)),
        keywords: `${operationId} ${method} ${route} ${operation.deprecated === true ? DEPRECATED[language] : ""}`,
      };
    }),
  ];
}

const DEPRECATED = { en: "deprecated outdated", "zh-CN": "已过时" };

interface Tagged {
  readonly tags?: readonly string[];
}

function ledgerEntries(
  service: string,
  sections: readonly LedgerSection[],
  chinese: readonly LedgerSection[],
): SearchEntry[] {
  const translated = new Map(
    chinese.flatMap(({ id, description, rows }) => [
      [id, description] as const,
      ...rows.map((row) => [row.id, row.description] as const),
    ]),
  );
  const entry = (id: string, title: string, kind: string, text: string): SearchEntry => ({
    title,
    kind: `${kind}, ${serviceName(service)}`,
    href: `ledger/${service}.html#${id}`,
    text: oneLine(withoutNotes(text)),
    chinese: oneLine(withoutNotes(translated.get(id) ?? "")),
  });
  return sections.flatMap((section) => {
    if (section.kind === "responses") return [];
    const own =
      section.kind === "operation" ? [] : [entry(section.id, section.name, "Schema", section.description)];
    if (section.name.endsWith("ErrorCode")) return own;
    const kind = section.kind === "operation" ? "Field, parameter" : "Field";
    return [...own, ...section.rows.map((row) => entry(row.id, row.id, kind, row.description))];
  });
}

/** The messages that the examples of the contracts have with each code. */
function messagesOf(contracts: readonly ServiceContract[]): Map<string, Set<string>> {
  const messages = new Map(Object.entries(SIMULATED).map(([code, text]) => [code, new Set([text])]));
  for (const { en } of contracts) visit(en.components?.["examples"]);
  return messages;

  function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const entries = Object.entries(node);
    const code = entries.find(([name]) => /^(error_?code|err_?code|code)$/i.test(name))?.[1];
    const message = entries.find(([name]) =>
      /^(error_?msg|error_?message|err_?message|message)$/i.test(name),
    )?.[1];
    if (typeof code === "string" && typeof message === "string") {
      messages.set(code, (messages.get(code) ?? new Set()).add(message));
    }
    for (const [, value] of entries) visit(value);
  }
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

const PAGE_WORDS = {
  en: {
    title: "Search",
    description: "Search the guide, the commands, the error codes, the errata and the contracts.",
    label: "An error code, a message, a command, a field, a word of the guide",
    button: "Search",
    needs: "The search needs scripts. All that it finds stands on the pages in the header.",
  },
  "zh-CN": {
    title: "搜索",
    description: "在指南、命令、错误码、勘误和接口契约中搜索。",
    label: "错误码、报错信息、命令、字段，或指南中的词",
    button: "搜索",
    needs: "搜索需要启用脚本。能搜到的内容都在页首所列的页面上。",
  },
};

/** The path of the search in a language. */
function searchPath(language: Language): string {
  return language === "en" ? "search.html" : "search.zh-CN.html";
}

/** The page of the search. It works without a server, because the entries are a script. */
export function searchPage(language: Language): SitePage {
  const words = PAGE_WORDS[language];
  const path = searchPath(language);
  return {
    path,
    language,
    section: "search",
    twin: searchPath(language === "en" ? "zh-CN" : "en"),
    title: words.title,
    description: words.description,
    body: html`<main class="page" id="content" tabindex="-1">
<h1>${words.title}</h1>
<form role="search" action="${path}"><label for="q">${words.label}</label>
<div class="field"><input type="search" id="q" name="q" autocomplete="off" spellcheck="false"><button>${words.button}</button></div></form>
<p id="count" role="status"></p>
<ol id="results" class="results"></ol>
<noscript><p>${words.needs}</p></noscript>
</main>
<script src="assets/search-index.js"></script>
<script src="assets/search.js"></script>`,
  };
}

/** The entries as a script, which a page on disk can load. */
export function searchIndex(entries: readonly SearchEntry[]): string {
  return `var searchIndex = [\n${entries.map((one) => JSON.stringify(one)).join(",\n")}\n];\n`;
}

/** The script of the search page, MiniSearch included, with its licence. */
export function searchScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: ["scripts/docs/client/search.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2022", "chrome110", "firefox115", "safari16.4"],
    legalComments: "none",
  });
  const licence = readFileSync("node_modules/minisearch/LICENSE.txt", "utf8").trim();
  return `/*! MiniSearch\n${licence}\n*/\n${outputFiles[0]?.text ?? ""}`;
}
