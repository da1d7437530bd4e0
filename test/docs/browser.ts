import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A size and a colour scheme of the browser's window. */
export interface View {
  readonly name: "light" | "dark" | "phone";
  readonly width: number;
  readonly height: number;
}

export const VIEWS: readonly View[] = [
  { name: "light", width: 1280, height: 900 },
  { name: "dark", width: 1280, height: 900 },
  { name: "phone", width: 390, height: 844 },
];

/** A window that notes everything that a page must not do. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anywhere but the disk, errors, and warnings on the console. */
  readonly problems: string[];
}

export async function openWindow(browser: Browser, view: View): Promise<Window> {
  const context = await browser.newContext({
    colorScheme: view.name === "light" ? "light" : "dark",
    viewport: { width: view.width, height: view.height },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const note = (what: string) => problems.push(`${what} on ${page.url()}`);
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) note(`request for ${request.url()}`);
  });
  page.on("websocket", (socket) => note(`socket to ${socket.url()}`));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") note(`no response for ${request.url()}`);
  });
  page.on("pageerror", (error) => note(`error ${error.message}`));
  page.on("console", (message) => {
    if (!["info", "log", "debug"].includes(message.type())) note(`${message.type()} ${message.text()}`);
  });
  return { context, page, problems };
}

/** The rules that another colour scheme can break. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** The findings of axe on a page, a line for each rule: by all rules, the size of targets included, or by some. */
export async function findings(page: Page, only?: readonly string[]): Promise<string[]> {
  return (await violations(page, only)).map(({ text }) => text);
}

/** The serious and critical findings of axe on a page, a line for each rule; by all rules, or by some. */
export async function seriousFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  const found = await violations(page, only);
  return found
    .filter(({ rule, impact }) => rule !== "target-size" && (impact === "serious" || impact === "critical"))
    .map(({ text }) => text);
}

interface Violation {
  readonly rule: string;
  readonly impact: string | null | undefined;
  readonly text: string;
}

async function violations(page: Page, only?: readonly string[]): Promise<Violation[]> {
  await page.evaluate(axe);
  // What lies under the header that sticks would count as hidden.
  const place = await page.evaluate(() => scrollY);
  await page.evaluate(() => scrollTo(0, 0));
  const found = await page.evaluate(
    async (some) => {
      // The line above has put axe into the page; the compiler does not know it.
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      // The rule for regions is slow; that for the size of targets is off unless asked for.
      const rules = { region: { enabled: false }, "target-size": { enabled: true } };
      const which = some === null ? { rules } : { runOnly: some };
      return (await axe.run(document, { resultTypes: ["violations"], preload: false, ...which })).violations;
    },
    only ? [...only] : null,
  );
  await page.evaluate((y) => scrollTo(0, y), place);
  return found.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
    return { rule: id, impact, text: `${id}: ${places.join(" | ")}` };
  });
}

/** The pixels by which a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Runs tasks a few at a time. */
export async function inParallel<Item>(
  items: readonly Item[],
  workers: number,
  work: (items: () => Item | undefined) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: workers }, () => work(() => queue.shift())));
}
