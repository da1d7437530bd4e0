import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractPath, loadContracts, type ServiceContract } from "../../scripts/docs/contracts.js";
import { loadSources } from "../../scripts/docs/register.js";
import { buildSite } from "../../scripts/docs/site.js";
import { operationsOf } from "../../scripts/generate/contract.js";
import { documentedValues } from "../../scripts/generate/enumerations.js";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { COLOUR_RULES, findings, inParallel, openWindow, overflow, VIEWS, type View } from "./browser.js";
import { expectedTexts, squeezed } from "./contract-text.js";
import {
  contractOpened,
  openContract,
  openOperation,
  operationLinks,
  textOfOperation,
  treatAllAsVisible,
} from "./contract-window.js";
import { LinkChecker, pagesOf, writeSheets } from "./pages.js";

const SITE = ".tmp/site";
const SCREENSHOTS = ".tmp/screenshots";
const [LIGHT, DARK, PHONE] = VIEWS as [View, View, View];
const LANGUAGES = ["en", "zh-CN"] as const;
/** Pages whose screenshots are kept, one of every kind. */
const SHOWN = [
  "index.html",
  "index.zh-CN.html",
  "guide/paging.html",
  "errors.html",
  "errata.html",
  "ledger/dcs.html",
  "search.html",
  "api/index.html",
  "api/functions/backup-records.token.html",
  "api/interfaces/backup-records.ClientOptions.html",
  "api/modules/backup-records.html",
];

let contracts: ServiceContract[];
let pages: string[];

beforeAll(async () => {
  await buildSite(SITE);
  contracts = await loadContracts();
  pages = pagesOf(SITE);
  mkdirSync(SCREENSHOTS, { recursive: true });
  // Redoc renders every contract in both languages.
}, 600_000);

function addressOf(page: string): string {
  return pathToFileURL(resolve(SITE, page)).href;
}

function read(page: string): string {
  return readFileSync(join(SITE, page), "utf8");
}

/** Building the site and looking at all of its pages takes minutes: `npm run test:whole`. */
const skipped = !wholeRound;

describe.skipIf(skipped)("the site on disk", () => {
  test("has no broken link", () => {
    const links = new LinkChecker(SITE);
    expect(pages.flatMap((page) => links.checkPage(page))).toEqual([]);
  });

  test("would not hide a broken link", () => {
    const links = new LinkChecker(SITE);
    const problems = links.checkLinks("guide/index.html", [
      "paging.html#resuming",
      "paging.html#nowhere",
      "nothing.html",
      "https://example.com/",
    ]);
    expect(problems.map(({ problem }) => problem)).toEqual([
      "no such anchor on the page",
      "no such page",
      "leads to another site",
    ]);
  });

  test("gives every error code a place of its own, in both languages", () => {
    const page = read("errors.html");
    for (const { en } of contracts) {
      for (const [name, schema] of Object.entries(en.components?.schemas ?? {})) {
        if (!name.endsWith("ErrorCode")) continue;
        for (const code of documentedValues(schema)?.enum ?? []) expect(page).toContain(`<div id="${code}">`);
      }
    }
    expect(page).toContain("There is no such instance.");
    expect(page).toContain("Check the instance id, the region and the project.");
    expect(page).toContain('<dd lang="zh-CN">实例不存在');
  });

  test("shows all errata, and what each source page says if they differ", () => {
    expect(read("errata.html").match(/<section class="erratum"/g)).toHaveLength(134);
    const ledger = read("ledger/dcs.html");
    const row = /<tr id="DcsBackupRecord.backup_format">[\s\S]*?<\/tr>/.exec(ledger)?.[0] ?? "";
    expect(row).toContain('<span class="flag differs">differs</span>');
    expect(row.match(/not there/g)).toHaveLength(2);
    expect(row).toMatch(/data-label="dcs-otc-en"><p>String/);
    expect(row).toContain('href="../errata.html#E02"');
  });

  test("gives the contracts to download as they were generated", () => {
    for (const contract of contracts) {
      for (const language of LANGUAGES) {
        const name = `contracts/${contract.service}.openapi${language === "en" ? "" : `.${language}`}.json`;
        expect(JSON.parse(read(name))).toEqual(contract[language]);
      }
    }
  });

  test("runs one small script on every page, others only where they are needed, and loads no pictures", () => {
    for (const page of pages.filter((path) => !/^(contracts\/|search\.)/.test(path))) {
      expect(
        read(page)
          .match(/<script[^>]*>/g)
          ?.join(),
        page,
      ).toMatch(/^<script defer src="[./]*assets\/page\.js">$/);
      expect(read(page), page).not.toMatch(/<(img|iframe|object|embed|video|audio)[\s>]|url\(/);
    }
  });

  test("names no address of its own, and leads to no repository, as long as package.json names none", () => {
    for (const page of pages) {
      expect(read(page), page).not.toMatch(/rel="(canonical|alternate)"|og:url|<base |\/edit\/main\//);
    }
    expect(existsSync(join(SITE, "sitemap.xml"))).toBe(false);
  });

  test("leads from each source page, and from each column of a ledger, to the vendor's own page", async () => {
    const sources = await loadSources();
    const named = contracts.map(({ service }) => read(`ledger/${service}.html`)).join();
    for (const { id, address } of sources) {
      expect(read("ledger/index.html"), id).toContain(`href="${address}"`);
      if (named.includes(`index.html#${id}"`))
        expect(named, id).toContain(`class="vendor" href="${address}"`);
    }
    expect(read("contracts/dcs.html")).toContain(`href="${sources[0]?.address}"`);
  });

  test("names the modules of the reference as a program imports them, the functions first", () => {
    const module = read("api/modules/backup-records.html");
    expect(module).toContain("<h1>Module backup-records</h1>");
    const kinds = ["Functions", "Classes", "Interfaces", "Type Aliases"];
    const places = kinds.map((kind) => module.indexOf(`>${kind}<a`));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(read("api/modules/backup-records_dcs.html")).toContain("Module backup-records/dcs");
    expect(read("api/functions/backup-records.token.html")).toContain(
      'import { token } from "backup-records";',
    );
    expect(read("api/types/backup-records.DcsClient.html")).toContain("import type { DcsClient }");
    expect(module).not.toContain("Defined in");
  });

  test("documents the exports of the package", () => {
    expect(read("api/functions/backup-records.createDcsClient.html")).toContain(
      "Makes a client of the Distributed Cache",
    );
    expect(read("api/interfaces/backup-records.ClientOptions.html")).toContain(
      "Milliseconds for one attempt",
    );
    expect(read("api/types/backup-records.DcsClient.html")).toContain("<code>listBackupRecords()</code>");
  });
});

describe.skipIf(skipped || lacks("chromium"))("the site in Chromium", { timeout: 120_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  /** Opens two windows of one view, gives them items in turn, and expects no problem on any page. */
  async function visit<Item>(
    view: View,
    items: readonly Item[],
    look: (page: Page, item: Item) => Promise<void>,
  ): Promise<void> {
    await inParallel(items, 2, async (next) => {
      const { context, page, problems } = await openWindow(browser, view);
      for (let item = next(); item !== undefined; item = next()) await look(page, item);
      await context.close();
      expect(problems).toEqual([]);
    });
  }

  async function expectSound(page: Page, path: string, rules?: readonly string[]): Promise<void> {
    expect(await findings(page, rules), path).toEqual([]);
    expect(await overflow(page), path).toBe(0);
  }

  test("shows every page without an error, a foreign request or a finding of axe", async () => {
    const own = pages.filter((path) => !/^(contracts|api)\//.test(path) || SHOWN.includes(path));
    await visit(LIGHT, own, async (page, path) => {
      await page.goto(addressOf(path));
      await expectSound(page, path);
      if (SHOWN.includes(path)) await page.screenshot({ path: shotOf(path, LIGHT) });
    });
  });

  test("shows the contents of every page of the reference without a finding", async () => {
    const reference = pages.filter((path) => path.startsWith("api/") && !SHOWN.includes(path));
    await visit(LIGHT, writeSheets(SITE, reference, ".tmp/site-sheets"), async (page, sheet) => {
      await page.goto(sheet);
      await expectSound(page, sheet);
    });
  });

  test.each([DARK, PHONE])("shows them without a problem in the view $name, too", async (view) => {
    // All pages share one style sheet: one page of each kind checks its colours, every page of ours its width.
    const chosen = pages.filter(
      (path) => SHOWN.includes(path) || (view === PHONE && !/^(contracts|api)\//.test(path)),
    );
    await visit(view, chosen, async (page, path) => {
      await page.goto(addressOf(path));
      for (const width of view === PHONE ? [800, PHONE.width] : [view.width]) {
        await page.setViewportSize({ ...view, width });
        expect(await overflow(page), `${path} at a width of ${width}`).toBe(0);
      }
      if (!SHOWN.includes(path)) return;
      await expectSound(page, path, view === DARK ? COLOUR_RULES : undefined);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper, path).toBe("rgb(20, 23, 26)");
      await page.screenshot({ path: shotOf(path, view) });
    });
  });

  test.each([LIGHT, DARK, PHONE])("shows contracts without a finding in the view $name", async (view) => {
    const chosen =
      view === LIGHT
        ? contracts.flatMap(({ service }) => LANGUAGES.map((language) => contractPath(service, language)))
        : [contractPath("dcs", "en"), contractPath("starrocks", "zh-CN")];
    const rules = view === DARK ? COLOUR_RULES : undefined;
    await visit(view, chosen, async (page, path) => {
      await openContract(page, addressOf(path));
      await page.screenshot({ path: shotOf(path, view) });
      await expectSound(page, path, rules);
      // On a phone the menu is behind a button; the page shows the operations, too, after scrolling.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const operation = page.locator('#redoc [data-testid="items-navigation-list"] a').first();
      await openOperation(page, (await operation.getAttribute("href")) ?? "");
      await expectSound(page, `${path}, an operation`, rules);
      await page.screenshot({ path: shotOf(`${path}-operation`, view) });
    });
  });

  test.each(LANGUAGES)(
    "shows every operation and field of the contracts, and its links lead there: %s",
    async (language) => {
      const links = new LinkChecker(SITE);
      const all = contracts.map(({ service, ...texts }) => ({
        path: contractPath(service, language),
        contract: texts[language],
      }));
      await visit(LIGHT, all, async (page, { path, contract }) => {
        await treatAllAsVisible(page);
        await openContract(page, addressOf(path));
        await page.screenshot({ path: shotOf(path, LIGHT) });
        const places = await operationLinks(page);
        const entries = operationsOf(contract);
        expect(places).toHaveLength(entries.length);
        for (const entry of entries) {
          const name = entry.operation.operationId.toLowerCase();
          const place = places.find((hash) => hash.endsWith(`/${name}`)) ?? "";
          await openOperation(page, place);
          if (entry === entries[0]) {
            expect(await overflow(page), path + place).toBe(0);
            await page.screenshot({ path: shotOf(`${path}-operation`, LIGHT) });
          }
          const hrefs = await page.$$eval("a[href]", (all) =>
            all.map((link) => link.getAttribute("href") ?? ""),
          );
          expect(links.checkLinks(path, hrefs)).toEqual([]);
          expect(await lostPlaces(page, place, hrefs), path + place).toEqual([]);
          let missing = expectedTexts(contract, entry);
          for (const patience of [30, 30, 100, 300, 3000]) {
            const text = squeezed(await textOfOperation(page, place, patience));
            missing = missing.filter((part) => !text.includes(squeezed(part)));
            if (missing.length === 0) break;
          }
          expect(missing, path + place).toEqual([]);
        }
      });
    },
  );

  test.each([
    ["contracts/dcs.html", "throtling", "Throttling"],
    ["contracts/dcs.zh-CN.html", "备份记录", "DCS备份记录"],
  ])("finds words from %s, by keyboard", async (path, words, found) => {
    const { context, page, problems } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf(path));
    await page.keyboard.press("Control+k");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.locator("#results a", { hasText: found }).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, `search-${path.replaceAll("/", "-")}.png`) });
    await context.close();
    expect(problems).toEqual([]);
  });

  test("finds an error code on the search page and leads to its place", async () => {
    const { context, page, problems } = await openWindow(browser, LIGHT);
    await page.goto(addressOf("search.html"));
    await page.keyboard.type("DCS.3022");
    expect(await page.locator("#count").textContent()).toMatch(/^\d+ places?$/);
    await page.locator("#results a").first().click();
    expect(page.url()).toContain("errors.html#DCS.3022");
    expect(await page.locator(":target").textContent()).toContain("There is no such instance.");
    await context.close();
    expect(problems).toEqual([]);
  });

  test("says so if an address names a place that is not on its page", async () => {
    const { context, page, problems } = await openWindow(browser, LIGHT);
    const lost = page.locator(".lost");
    await page.goto(`${addressOf("errors.html")}#NOPE%20it`);
    expect(await lost.textContent()).toContain("no place called “NOPE it”");
    expect(await findings(page)).toEqual([]);
    const go = (hash: string) =>
      page.evaluate((wanted) => {
        location.hash = wanted;
      }, hash);
    await go("%F0%28");
    await page.waitForFunction(() => document.querySelector(".lost")?.textContent?.includes("“%F0%28”"));
    await go("DCS.3022");
    await lost.waitFor({ state: "detached" });
    await page.goto(`${addressOf("contracts/dcs.html")}#nonsense`);
    expect(await lost.textContent()).toContain("“nonsense”");
    await page.goto("about:blank");
    await page.goto(`${addressOf("contracts/dcs.html")}#/nonsense`);
    await page.getByText("No page at this address").waitFor();
    expect(await lost.count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await context.close();
    expect(problems).toEqual([]);
  });

  test("says of a contract's version and licence whose they are", async () => {
    for (const [path, ...shown] of [
      ["contracts/dcs.html", "DCS backup records (contract version 1.0.0)", "License of this contract"],
      ["contracts/dcs.zh-CN.html", "DCS备份记录（契约版本1.0.0）", "本契约的许可证"],
    ] as const) {
      const { context, page } = await openWindow(browser, LIGHT);
      await openContract(page, addressOf(path));
      // biome-ignore lint/performance/useDomNodeTextContent: line by line, as a reader sees the page.
      const text = await page.innerText("#redoc");
      for (const part of shown) expect(text).toContain(part);
      await context.close();
    }
  });

  test("covers no line of code with a button", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    const covered = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll("main .copy, #redoc .panel-request-samples button")].filter(
            (button) => {
              const code = button.closest(".code, .panel-request-samples")?.querySelector("pre");
              const [one, other] = [button.getBoundingClientRect(), code?.getBoundingClientRect()];
              return (
                other &&
                one.right > other.left &&
                one.left < other.right &&
                one.bottom > other.top + 1 &&
                one.top < other.bottom - 1
              );
            },
          ).length,
      );
    for (const path of ["guide/paging.html", "api/functions/backup-records.createDcsClient.html"]) {
      await page.goto(addressOf(path));
      expect(await covered(), path).toBe(0);
    }
    await openContract(page, `${addressOf("contracts/dcs.html")}#/backup-records/listbackuprecords`);
    await page.waitForSelector(".panel-request-samples pre");
    expect(await covered()).toBe(0);
    await context.close();
  });

  test("switches languages, and labels the Chinese pages in Chinese", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf("contracts/vbs.html"));
    await page.click(".language");
    await page.waitForURL(/vbs\.zh-CN\.html/);
    await contractOpened(page);
    expect(page.url()).toContain("contracts/vbs.zh-CN.html");
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    await openOperation(page, (await operationLinks(page))[0] ?? "");
    // biome-ignore lint/performance/useDomNodeTextContent: line by line, as a reader sees the page.
    const text = await page.innerText("#redoc");
    for (const label of ["请求", "响应", "路径参数", "必选"]) expect(text).toContain(label);
    for (const label of ["Responses", "Security", "required", "Search", "Copy", "Collapse all"]) {
      expect(text).not.toMatch(new RegExp(`^${label}$`, "m"));
    }
    await page.click(".language");
    expect(page.url()).toContain("contracts/vbs.html");
    await context.close();
  });

  test("follows the system from light to dark while a contract is open", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf("contracts/dcs.html"));
    const ink = () =>
      page.evaluate(() => getComputedStyle(document.querySelector("#redoc h1") as Element).color);
    const light = await ink();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"));
    expect(await ink()).not.toBe(light);
    await context.close();
  });

  test("lets the keyboard skip the header", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    await page.goto(addressOf("guide/paging.html"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await context.close();
  });
});

/** Links into the section at `place` whose target is missing on the page. */
function lostPlaces(page: Page, place: string, hrefs: readonly string[]): Promise<string[]> {
  const ids = hrefs
    .filter((href) => href.startsWith(`${place}#`))
    .map((href) => href.slice(place.length + 1));
  return page.evaluate((all) => all.filter((id) => !document.getElementById(decodeURIComponent(id))), ids);
}

function shotOf(path: string, view: View): string {
  return join(SCREENSHOTS, `${path.replaceAll("/", "-").replace(".html", "")}-${view.name}.png`);
}
