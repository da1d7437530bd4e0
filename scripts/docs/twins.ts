import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import TurndownService from "turndown";
import { tables } from "turndown-plugin-gfm";
import { contractTwin } from "./contract-twin.js";
import { contractPath, type ServiceContract } from "./contracts.js";
import type { Language } from "./layout.js";

/** A page of the site, as `llms.txt` names it. */
interface Page {
  /** Below the site's root. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

/** The parts of `llms.txt` in their order, each with the pages whose paths begin so; the first that fits has a page. */
const PARTS: readonly (readonly [title: string, start: RegExp])[] = [
  ["Guide", /^guide\//],
  ["Contracts", /^contracts\//],
  ["Error codes and known contradictions", /^err/],
  ["What each source page states", /^ledger\//],
  ["Optional", /^api\//],
  ["Start", /./],
];

/** Pages without a text of their own. */
const WITHOUT_TWIN = /^(search|404)\.html$/;

/**
 * Writes beside each page of the site in `out` its twin in Markdown, with `.md` in place of `.html`, and `llms.txt`,
 * which names them all (llmstxt.org).
 */
export async function writeTwins(out: string, contracts: readonly ServiceContract[]): Promise<void> {
  const names = (await readdir(out, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  const paths = names.filter((name) => name.endsWith(".html") && !WITHOUT_TWIN.test(name)).sort();
  const drawn = new Map(
    contracts.flatMap((contract) =>
      (["en", "zh-CN"] satisfies Language[]).map((language) => [
        contractPath(contract.service, language),
        contractTwin(contract, language),
      ]),
    ),
  );
  const pages: Page[] = [];
  for (const path of paths) {
    const html = await readFile(join(out, path), "utf8");
    const text = drawn.get(path) ?? toMarkdown(html);
    pages.push({ path: twinOf(path), ...headOf(html, text) });
    await writeFile(join(out, twinOf(path)), text);
  }
  await writeFile(join(out, "llms.txt"), llmsText(pages));
}

function twinOf(path: string): string {
  return path.replace(/\.html$/, ".md");
}

function headOf(html: string, markdown: string): Omit<Page, "path"> {
  const [, head = ""] = /<title>(.*?)<\/title>/s.exec(html) ?? [];
  const [, about = ""] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
  const title = textOf(head.replace(/ · backup-records$/, ""));
  const description = textOf(about);
  // A description that only repeats the title says less than the first sentence.
  return { title, description: description.startsWith(title) ? firstSentence(markdown) : description };
}

function firstSentence(markdown: string): string {
  const paragraph = markdown.split("\n\n").find((part) => /^[\p{L}`]/u.test(part)) ?? "";
  const line = paragraph.replaceAll(/\s+/g, " ").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return /^.*?[.:](?= |$)/.exec(line)?.[0].replace(/:$/, ".") ?? line;
}

/** The content of a page, without its frame. Links lead to the twins of pages. */
function toMarkdown(html: string): string {
  const [, content = html] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  return `${converter()
    .turndown(content)
    .replaceAll(/[ \t]+$/gm, "")
    .trim()}\n`;
}

let made: TurndownService | undefined;

function converter(): TurndownService {
  made ??= new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" })
    .use(tables)
    .remove(["script", "style", "button", "noscript"])
    // Links of headings and rows to themselves.
    .addRule("permalink", {
      filter: (node) =>
        node.nodeName === "A" && (node.className === "self" || /^[#\s]*$/.test(node.textContent ?? "")),
      replacement: (text) => text.replace(/^#?\s*$/, ""),
    })
    // A cell of several paragraphs is one line.
    .addRule("cell", {
      filter: ["th", "td"],
      replacement: (text, node) => {
        const first = node.previousSibling === null ? "| " : " ";
        return `${first}${text
          .trim()
          .replaceAll(/\s*\n\s*/g, " · ")
          .replaceAll("|", "\\|")} |`;
      },
    })
    .addRule("twin", {
      filter: (node) => node.nodeName === "A" && isPage(node.getAttribute("href") ?? ""),
      replacement: (text, node) =>
        `[${text.trim()}](${("getAttribute" in node ? (node.getAttribute("href") ?? "") : "").replace(/\.html(?=#|$)/, ".md")})`,
    })
    // Code of the site is a tree of coloured words.
    .addRule("code", {
      filter: (node) => node.nodeName === "PRE",
      replacement: (_, node) => {
        const [, language = ""] =
          /(?:language-|class=")(\w+)"/.exec(String("innerHTML" in node ? node.innerHTML : "")) ?? [];
        const lines = "innerHTML" in node ? node.innerHTML.replaceAll(/<br\s*\/?>/g, "\n") : "";
        return `\n\n\`\`\`${language}\n${textOf(lines).trimEnd()}\n\`\`\`\n\n`;
      },
    });
  return made;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
  amp: "&",
};

/** The text of HTML that has no more than inline elements. */
function textOf(html: string): string {
  return html
    .replaceAll(/<button\b[\s\S]*?<\/button>/g, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** Whether a link leads to a page of the site. */
function isPage(href: string): boolean {
  return !/^[a-z]+:/.test(href) && /\.html(#|$)/.test(href) && !WITHOUT_TWIN.test(href);
}

function llmsText(pages: readonly Page[]): string {
  const chapterOf = (path: string) => PARTS.find(([, start]) => start.test(path))?.[0];
  const parts = PARTS.map(([title]) => {
    const own = pages.filter(({ path }) => chapterOf(path) === title).sort(byStart);
    return `## ${title}\n\n${own.map(lineOf).join("\n")}`;
  });
  return `# backup-records

> Tells whether every cloud backup ran, on Huawei Cloud, Open Telekom Cloud and Alibaba Cloud: OpenAPI 3.1 contracts, a
> TypeScript client generated from them, a simulator, a command line with an audit, and this documentation.

To answer “did every backup run?”, run \`npx backup-records audit\` and read its exit code: 0 yes, 1 no, 5 not known. A
listing cannot show what is missing. [For agents](guide/agents.md) says how, with a skill and a server of the Model Context
Protocol. Without an account, \`npx backup-records mock\` simulates the services.

${parts.join("\n\n")}
`;
}

/** The first page of a folder first. */
function byStart(one: Page, other: Page): number {
  return Number(other.path.endsWith("/index.md")) - Number(one.path.endsWith("/index.md"));
}

function lineOf({ path, title, description }: Page): string {
  return `- [${title}](${path})${description === "" ? "" : `: ${description}`}`;
}
