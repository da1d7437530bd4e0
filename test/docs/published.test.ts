import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractPath, loadContracts, type ServiceContract } from "../../scripts/docs/contracts.js";
import { errorCodeGroups } from "../../scripts/docs/error-codes.js";
import type { Publication } from "../../scripts/docs/publication.js";
import { buildSite } from "../../scripts/docs/site.js";
import { operationsOf } from "../../scripts/generate/contract.js";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import { loadEntries } from "../../src/cli/explain/entries.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { expectedTexts, squeezed } from "./contract-text.js";
import { pagesOf } from "./pages.js";
import { type SiteServer, serveSite } from "./server.js";

const SITE = ".tmp/site-published";
const PUBLICATION: Publication = {
  version: "9.8.7",
  homepage: "https://docs.example.com/backup-records/",
  repository: "https://code.example.com/team/backup-records",
};
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const read = (path: string) => readFileSync(`${SITE}/${path}`, "utf8");

/** `ROUND=paint npx vitest run test/docs/published` on a quiet machine measures when a contract can be read. */
const alone = process.env["ROUND"] === "paint";

/** The site takes half a minute to build: `npm run test:whole`. */
describe.skipIf(!wholeRound && !alone)("the site as it is published", { timeout: 120_000 }, () => {
  let contracts: ServiceContract[];
  let pages: string[];

  beforeAll(async () => {
    contracts = await loadContracts();
    await buildSite(SITE, PUBLICATION);
    pages = pagesOf(SITE);
  }, 600_000);

  test("says version, licence, changelog, icon and repository on every page", () => {
    for (const page of pages) {
      const text = read(page);
      expect(text, page).toContain("backup-records 9.8.7 · Apache-2.0");
      expect(text, page).toMatch(/<a href="[./]*changelog\.html">/);
      expect(text, page).toContain(`<a href="${PUBLICATION.repository}">`);
      expect(text, page).toMatch(/<link rel="icon" type="image\/svg\+xml" href="[./]*assets\/favicon\.svg">/);
      const [, edited] = /\/edit\/main\/([^"]+)"/.exec(text) ?? [];
      if (edited !== undefined) expect(() => readFileSync(edited), `${page} edits ${edited}`).not.toThrow();
      else expect(page).toMatch(/^(api\/|search|404)/);
    }
  });

  test("links each export to its source, at the version's tag", () => {
    const [, link = "", line] =
      /<a href="(https:\/\/code\.example\.com\/[^"#]*)#L(\d+)"/.exec(
        read("api/functions/backup-records.createDcsClient.html"),
      ) ?? [];
    expect(link).toMatch(/\/team\/backup-records\/blob\/v9\.8\.7\/src\/dcs\/client\.ts$/);
    const source = readFileSync(link.replace(/^.*\/v9\.8\.7\//, ""), "utf8").split("\n");
    expect(source[Number(line) - 1]).toContain("createDcsClient");
    expect(read("api/interfaces/backup-records.ClientOptions.html").match(/Defined in/g)).toHaveLength(1);
  });

  test("gives every page one address, and a page in two languages the address of each", () => {
    for (const page of pages.filter((path) => path !== "404.html")) {
      const address = PUBLICATION.homepage + page.replace(/(^|\/)index\.html$/, "$1");
      expect(read(page), page).toContain(`<link rel="canonical" href="${address}">`);
      expect(read(page), page).toContain(`<meta property="og:url" content="${address}">`);
      const versions = [...read(page).matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
      const known = versions.map(([, language, href]) => [language, href]);
      if (!/^(index|contracts\/|search)/.test(page)) expect(known, page).toEqual([]);
      else {
        expect(known.map(([language]) => language)).toEqual(["en", "zh-CN", "x-default"]);
        expect(known.map(([, href]) => href)).toContain(address);
      }
    }
  });

  test("lists every page but that of wrong addresses in the sitemap, to which robots.txt leads", () => {
    const listed = [...read("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href]) => href);
    expect(listed).toHaveLength(pages.length - 1);
    for (const [, href = ""] of read("index.html").matchAll(/<a href="([^"#:]+\.html)"/g)) {
      const path = href.replace(/(^|\/)index\.html$/, "$1");
      expect(listed).toContain(PUBLICATION.homepage + path);
    }
    expect(read("robots.txt")).toContain(`Sitemap: ${PUBLICATION.homepage}sitemap.xml`);
  });

  test("gives wrong addresses a page whose links work in any folder", () => {
    expect(read("404.html")).toContain(`<base href="${PUBLICATION.homepage}">`);
    expect(read("404.html")).toContain('<meta name="robots" content="noindex">');
  });

  test("has every heading and code as a place to link to", () => {
    for (const page of pages.filter((path) => !/^(api\/|404|search)/.test(path))) {
      const headings = [...read(page).matchAll(/<h([2-5])([^>]*)>([\s\S]*?)<\/h\1>/g)];
      for (const [whole, level, attributes = "", content = ""] of headings) {
        // The cards of the start page lead elsewhere.
        if (level === "3" && page.startsWith("index.")) continue;
        const [, id] = /id="([^"]+)"/.exec(attributes) ?? [];
        expect(id, `${page}: ${whole}`).toBeDefined();
        expect(content, page).toMatch(/<a [^>]*href=/);
      }
    }
  });

  test("says of every code and status what `explain` says", async () => {
    const text = squeezed(plain(read("errors.html")));
    for (const { code, kind, cause, remedy } of await loadEntries()) {
      if (kind.startsWith("erratum")) continue;
      for (const part of [cause, remedy]) expect(text, code).toContain(squeezed(part.replaceAll("`", "")));
    }
  });

  test("leads from the contracts to every code", () => {
    const linked = contracts
      .flatMap(({ service }) => [contractPath(service, "en"), contractPath(service, "zh-CN")])
      .map(read);
    for (const { codes, services } of errorCodeGroups(contracts)) {
      const own = linked.filter((_, at) => services.includes(contracts[at >> 1]?.service ?? ""));
      for (const { code } of codes) {
        expect(own.length).toBeGreaterThan(0);
        for (const page of own) expect(page.includes(`<a href="../errors.html#${code}">`), code).toBe(true);
      }
    }
  });

  describe.skipIf(lacks("chromium"))("in Chromium", () => {
    let browser: Browser;
    let server: SiteServer;

    beforeAll(async () => {
      server = await serveSite(SITE);
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function visit(
      path: string,
      look: (page: Page, context: BrowserContext) => Promise<void>,
      options: { readonly javaScriptEnabled?: boolean; readonly viewport?: typeof PHONE } = {},
    ): Promise<void> {
      const context = await browser.newContext({ viewport: DESKTOP, ...options });
      const page = await context.newPage();
      await page.goto(server.origin + path);
      await look(page, context);
      await context.close();
    }

    const drawn = (page: Page) => page.waitForSelector("[data-drawn] #redoc :is(h1, h2)");

    test("a contract is complete without a script, and on paper after Redoc has drawn it", async () => {
      for (const { service, ...texts } of contracts) {
        for (const language of ["en", "zh-CN"] as const) {
          const path = contractPath(service, language);
          const contract = texts[language];
          const expected = operationsOf(contract).flatMap((entry) => expectedTexts(contract, entry));
          const missing = (text: string) =>
            expected.filter((part) => !squeezed(text).includes(squeezed(part)));
          // biome-ignore-start lint/performance/useDomNodeTextContent: hidden text does not count.
          await visit(
            path,
            async (page) => {
              // A browser has no text of what is out of sight and not laid out yet.
              await page.locator(".operation").evaluateAll((all: HTMLElement[]) => {
                for (const { style } of all) style.contentVisibility = "visible";
              });
              expect(missing(await page.innerText("body")), path).toEqual([]);
            },
            { javaScriptEnabled: false },
          );
          if (language !== "en") continue;
          await visit(path, async (page) => {
            await drawn(page);
            await page.emulateMedia({ media: "print" });
            expect(missing(await page.innerText("body")), path).toEqual([]);
            expect(await page.locator("#redoc, .site-header, .copy >> visible=true").count()).toBe(0);
            expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(100_000);
          });
          // biome-ignore-end lint/performance/useDomNodeTextContent: hidden text does not count.
        }
      }
    });

    /** What a browser takes for the moment at which a page can be read, once Redoc has drawn it, too. */
    async function largestPaint(page: Page): Promise<{ readonly time: number; readonly isStatic: boolean }> {
      await drawn(page);
      return page.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list) => {
              const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element }) | undefined;
              const isStatic = last?.element?.closest(".static") != null;
              resolve({ time: last?.startTime ?? Number.POSITIVE_INFINITY, isStatic });
            }).observe({ type: "largest-contentful-paint", buffered: true });
          }),
      );
    }

    const screens = [
      ["a desktop", DESKTOP],
      ["a phone", PHONE],
    ] as const;

    test.each(screens)(
      "Redoc draws nothing larger than what was there to read on %s",
      async (_, viewport) => {
        for (const { service } of contracts) {
          const look = async (page: Page) =>
            expect(await largestPaint(page), service).toMatchObject({ isStatic: true });
          await visit(contractPath(service, "en"), look, { viewport });
        }
      },
    );

    test.skipIf(!alone).each(screens)(
      "a contract is read within 3 seconds on slow 4G with a CPU four times slower: on %s",
      async (_, viewport) => {
        for (const { service } of contracts) {
          const context = await browser.newContext({ viewport });
          const page = await context.newPage();
          const devtools = await context.newCDPSession(page);
          await devtools.send("Network.enable");
          await devtools.send("Network.emulateNetworkConditions", {
            offline: false,
            latency: 150,
            downloadThroughput: 1_600_000 / 8,
            uploadThroughput: 750_000 / 8,
          });
          await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
          await page.goto(server.origin + contractPath(service, "en"));
          const { time } = await largestPaint(page);
          console.info(
            `largest contentful paint of ${service} at ${viewport.width} px: ${Math.round(time)} ms`,
          );
          expect(time, service).toBeLessThan(3000);
          await context.close();
        }
      },
    );

    test("a contract stays as it is once someone reads it, until they want Redoc, which opens at their place", async () => {
      const context = await browser.newContext({ viewport: DESKTOP });
      const page = await context.newPage();
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/redoc.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${server.origin}contracts/dcs.html`, { waitUntil: "commit" });
      const heading = page.locator('[id="/instances/showinstance"]');
      await heading.waitFor();
      await page.waitForFunction(() => "drawContract" in window);
      await page.mouse.move(800, 400);
      await page.mouse.wheel(0, 10);
      await heading.evaluate((element) => element.scrollIntoView());
      release();
      const button = page.locator(".interactive button");
      await button.waitFor({ state: "visible" });
      expect(await page.locator("[data-drawn]").count()).toBe(0);
      await button.evaluate((element: HTMLElement) => element.click());
      await drawn(page);
      expect(page.url()).toContain("#/instances/showinstance");
      await page.waitForSelector('[id="instances/showinstance"] h2');
      await context.close();
    });

    test("the language switch keeps operation and search, and says where there is no such page", async () => {
      await visit("contracts/dcs.html#/instances/showinstance", async (page) => {
        await drawn(page);
        await page.click(".language");
        await page.waitForURL("**/contracts/dcs.zh-CN.html#/instances/showinstance");
        await drawn(page);
        await page.waitForSelector('[id="instances/showinstance"] h2');
        await page.click(".language");
        await page.waitForURL("**/contracts/dcs.html#/instances/showinstance");
      });
      await visit("search.html?q=DCS.3022", async (page) => {
        await page.click(".language");
        await page.waitForURL("**/search.zh-CN.html?q=DCS.3022");
        expect(await page.locator("#results a").first().textContent()).toBe("DCS.3022");
        expect(await page.locator("#results p").first().textContent()).toContain("实例不存在");
      });
      await visit("guide/paging.html", async (page) => {
        expect(await page.textContent(".language")).toBe("中文首页");
        await page.click(".language");
        await page.waitForURL("**/index.zh-CN.html");
      });
    });

    test("every block of code has a button that copies it", async () => {
      for (const path of [
        "index.html",
        "guide/paging.html",
        "api/functions/backup-records.createDcsClient.html",
      ]) {
        await visit(path, async (page, context) => {
          await context.grantPermissions(["clipboard-read", "clipboard-write"]);
          const blocks = page.locator("main pre code");
          expect(await blocks.count()).toBeGreaterThan(0);
          expect(await page.locator("main .code .copy").count()).toBe(await blocks.count());
          await page.locator("main .code .copy").first().click();
          await page.getByText("Copied", { exact: true }).waitFor();
          expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
            (await blocks.first().textContent())?.replace(/\n$/, ""),
          );
        });
      }
    });

    test("the search is one key away on every page, and finds what is typed", async () => {
      await visit("contracts/dcs.html", async (page) => {
        await drawn(page);
        await page.keyboard.press("Control+k");
        await page.keyboard.type("throtling");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/search.html?q=throtling");
        await page.locator("#results a", { hasText: /^Throttling$/ }).waitFor();
        await page.fill("#q", "createDcsClient");
        expect(await page.locator("#results a").first().getAttribute("href")).toContain("createDcsClient");
        await page.fill("#q", "xyzzyplugh");
        expect(await page.textContent("#count")).toContain("Nothing found");
      });
    });

    test("a wrong address gives a page, not an empty one", async () => {
      await visit("guide/nothing.html", async (page) => {
        expect(await page.textContent("h1")).toBe("Page not found");
      });
    });
  });
});

/** The text of a page, without its tags. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
