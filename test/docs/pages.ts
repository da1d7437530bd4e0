import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";

/** A broken link. */
export interface BrokenLink {
  readonly page: string;
  readonly href: string;
  readonly problem: "no such page" | "no such anchor on the page" | "leads to another site";
}

/** Other sites that a link may lead to, the vendors' pages among them; the pages themselves load nothing from them. */
const ELSEWHERE = [
  ...(parse(readFileSync("spec/sources.yaml", "utf8")) as { address: string }[]).map(
    ({ address }) => new RegExp(`^${address.replaceAll(/[.?]/g, "\\$&")}$`),
  ),
  // The pages of today of two calls whose source pages are older.
  /^https:\/\/support\.huaweicloud\.com\/intl\/en-us\/api-dcs\/List(Backup|Restore)Records\.html$/,
  /^https:\/\/openapi-ts\.dev\//,
  /^https:\/\/developer\.mozilla\.org\//,
  /^https:\/\/redocly\.com\/redoc\/$/,
];

/** Every page below a folder, as paths with forward slashes, in order. */
export function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/**
 * Writes sheets with the contents of many pages each, in the site's own style: a browser opens a few sheets instead
 * of a hundred small pages. Returns the URLs of the sheets.
 */
export function writeSheets(site: string, paths: readonly string[], folder: string): string[] {
  const size = 15;
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: Math.ceil(paths.length / size) }, (_, at) => {
    const parts = paths.slice(at * size, (at + 1) * size).map((path) => {
      const [main] = /<main[\s\S]*<\/main>/.exec(readFileSync(join(site, path), "utf8")) ?? [];
      if (main === undefined) throw new Error(`${path} has no main part`);
      // A document has one main part.
      return main
        .replace("<main", "<div")
        .replace("</main>", "</div>")
        .replaceAll(/\sid="([^"]*)"/g, ` id="${path}-$1"`);
    });
    const styles = ["assets/site.css", "api/assets/highlight.css"].map(
      (style) => `<link rel="stylesheet" href="${pathToFileURL(resolve(site, style)).href}">`,
    );
    const file = resolve(folder, `${at}.html`);
    const head = `<meta charset="utf-8"><title>Sheet ${at}</title>${styles.join("")}`;
    writeFileSync(
      file,
      `<!doctype html><html lang="en"><head>${head}</head><body><main>${parts.join("")}</main></body></html>`,
    );
    return pathToFileURL(file).href;
  });
}

/** Checks the links of a site's pages by the anchors in their HTML. */
export class LinkChecker {
  readonly #site: string;
  readonly #anchors = new Map<string, ReadonlySet<string> | undefined>();

  constructor(site: string) {
    this.#site = site;
  }

  /** Checks every link in the HTML of a page. */
  checkPage(page: string): BrokenLink[] {
    const text = readFileSync(join(this.#site, page), "utf8").replaceAll(
      /<script[\s>][\s\S]*?<\/script>/g,
      "",
    );
    const hrefs = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = ""]) =>
      decodeEntities(href),
    );
    return this.checkLinks(page, hrefs);
  }

  /** Checks links that a browser found on a page. */
  checkLinks(page: string, hrefs: Iterable<string>): BrokenLink[] {
    return [...new Set(hrefs)].flatMap((href) => {
      const problem = this.#problemOf(page, href);
      return problem === undefined ? [] : [{ page, href, problem }];
    });
  }

  #problemOf(page: string, href: string): BrokenLink["problem"] | undefined {
    if (href.startsWith("data:")) return undefined;
    if (/^[a-z]+:/i.test(href))
      return ELSEWHERE.some((known) => known.test(href)) ? undefined : "leads to another site";
    const [path = "", anchor] = href.split("#", 2);
    const target = path === "" ? page : posix.join(posix.dirname(page), path);
    const anchors = this.#anchorsOf(target);
    if (anchors === undefined) return "no such page";
    // Redoc makes its anchors at run time; the browser tests check those.
    if (anchor === undefined || anchor.startsWith("/")) return undefined;
    return anchors.has(decodeURIComponent(anchor)) ? undefined : "no such anchor on the page";
  }

  #anchorsOf(page: string): ReadonlySet<string> | undefined {
    if (!this.#anchors.has(page)) this.#anchors.set(page, readAnchors(join(this.#site, page)));
    return this.#anchors.get(page);
  }
}

function readAnchors(file: string): ReadonlySet<string> | undefined {
  try {
    const text = readFileSync(file, "utf8");
    if (!file.endsWith(".html")) return new Set();
    return new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => decodeEntities(id)));
  } catch {
    return undefined;
  }
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
