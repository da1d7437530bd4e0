import MarkdownIt, { type State, type Token } from "markdown-it";
import { highlightTypeScript } from "./highlight.js";
import { type Markup, raw } from "./html.js";

/** A heading of a rendered text. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface RenderedMarkdown {
  readonly body: Markup;
  readonly headings: readonly Heading[];
  /** The text below each heading, without markup, for the search. */
  readonly passages: ReadonlyMap<string, string>;
}

/** The targets of links that differ between the repository and the site. */
export interface LinkTargets {
  /** The page for a link of a Markdown file. */
  link(target: string): string;
  /** The page of a term of the site, such as an erratum's id; undefined for all other words. */
  term(word: string): string | undefined;
}

/** Renders Markdown: headings get anchors, tables get labels for narrow screens, links lead to pages of the site. */
export function renderMarkdown(text: string, targets: LinkTargets): RenderedMarkdown {
  const markdown = new MarkdownIt({
    highlight: (code, language) => (language === "ts" ? highlightTypeScript(code) : ""),
  });
  const headings: Heading[] = [];
  markdown.core.ruler.push("site", (state) => {
    anchorHeadings(state, headings);
    labelCells(state.tokens);
    for (const { children } of state.tokens) relink(children ?? [], targets);
    state.tokens.forEach((token, at) => {
      if (token.type !== "inline" || !token.children) return;
      const before = state.tokens[at - 1];
      token.children =
        before?.type === "heading_open"
          ? linkHeading(state, token.children, before)
          : linkTerms(state, token.children, targets);
    });
  });
  const tokens = markdown.parse(text, {});
  const body = markdown.renderer
    .render(tokens, markdown.options, {})
    .replaceAll("<table>", '<div class="table"><table>')
    .replaceAll("</table>", "</table></div>")
    // A part that scrolls must be reachable by keyboard.
    .replaceAll("<pre>", '<pre tabindex="0">');
  return { body: raw(body), headings, passages: passagesOf(tokens) };
}

/** Returns an id made of a heading's words. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

function anchorHeadings({ tokens }: State, headings: Heading[]): void {
  tokens.forEach((token, at) => {
    if (token.type !== "heading_open") return;
    const text = plainText(tokens[at + 1]);
    const id = slug(text);
    if (headings.some((heading) => heading.id === id)) throw new Error(`two headings are called “${text}”`);
    token.attrSet("id", id);
    headings.push({ level: Number(token.tag.slice(1)), id, text });
  });
}

/** Gives each cell the name of its column: a narrow screen shows it before the cell. */
function labelCells(tokens: Token[]): void {
  let columns: string[] = [];
  let column = 0;
  tokens.forEach((token, at) => {
    if (token.type === "table_open") columns = [];
    if (token.type === "th_open") columns.push(plainText(tokens[at + 1]));
    if (token.type === "tr_open") column = 0;
    if (token.type === "td_open") token.attrSet("data-label", columns[column++] ?? "");
  });
}

function relink(tokens: Token[], targets: LinkTargets): void {
  for (const token of tokens) {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (href !== null) token.attrSet("href", targets.link(href));
  }
}

/** Makes a heading a link to its own place, unless there is a link in it already. */
function linkHeading(state: State, tokens: Token[], heading: Token): Token[] {
  if (heading.tag === "h1" || tokens.some(({ type }) => type === "link_open")) return tokens;
  const linked = link(state, tokens, `#${heading.attrGet("id")}`);
  linked[0]?.attrSet("class", "self");
  return linked;
}

const TERM = /\b(E\d\d)\b/;

function linkTerms(state: State, tokens: Token[], targets: LinkTargets): Token[] {
  let inLink = false;
  return tokens.flatMap((token) => {
    if (token.type === "link_open") inLink = true;
    if (token.type === "link_close") inLink = false;
    if (inLink) return [token];
    if (token.type === "code_inline") return linked(state, [token], targets.term(token.content));
    if (token.type !== "text") return [token];
    return token.content.split(TERM).flatMap((content, at) => {
      const part = new state.Token("text", "", 0);
      part.content = content;
      return linked(state, [part], at % 2 === 1 ? targets.term(content) : undefined);
    });
  });
}

function linked(state: State, tokens: Token[], href: string | undefined): Token[] {
  return href === undefined ? tokens : link(state, tokens, href);
}

function link(state: State, tokens: Token[], href: string): Token[] {
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", href);
  return [open, ...tokens, new state.Token("link_close", "a", -1)];
}

function passagesOf(tokens: Token[]): Map<string, string> {
  const passages = new Map<string, string>();
  let heading = "";
  tokens.forEach((token, at) => {
    if (token.type === "heading_open") heading = token.attrGet("id") ?? "";
    if (token.type !== "inline" || tokens[at - 1]?.type === "heading_open") return;
    passages.set(heading, `${passages.get(heading) ?? ""} ${plainText(token)}`.trim());
  });
  return passages;
}

function plainText(token: Token | undefined): string {
  const parts = token?.children ?? [];
  return parts.map(({ type, content }) => (type.endsWith("break") ? " " : content)).join("");
}
