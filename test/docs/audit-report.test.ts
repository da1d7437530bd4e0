import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import { reportPage } from "../../src/cli/audit/report/page.js";
import { audit, whole } from "../cli/audit/doubles.js";
import { landscape } from "../cli/audit/landscape.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { openWindow, overflow, seriousFindings, VIEWS, type View } from "./browser.js";

const SCREENSHOTS = ".tmp/screenshots";
const [LIGHT, DARK, PHONE] = VIEWS as [View, View, View];
/** All of them run in `npm run test:whole`. */
const round = test.skipIf(!wholeRound);

describe.skipIf(lacks("chromium"))("the report in Chromium", { timeout: 60_000 }, () => {
  let browser: Browser;
  let folder: string;
  let few: string;
  let many: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "audit-report-"));
    mkdirSync(SCREENSHOTS, { recursive: true });
    const write = (count: number) => {
      const file = join(folder, `${count}.html`);
      writeFileSync(file, whole(reportPage(audit(landscape(count)))));
      return pathToFileURL(file).href;
    };
    [few, many] = [write(120), write(10_000)];
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page, looks at it, and expects no problem on it. */
  async function visit(view: View, url: string, look: (page: Page) => Promise<void>): Promise<void> {
    const { context, page, problems } = await openWindow(browser, view);
    await page.goto(url);
    await look(page);
    expect(await page.evaluate(() => document.querySelectorAll("img").length)).toBe(0);
    await context.close();
    expect(problems).toEqual([]);
  }

  const shot = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENSHOTS, `audit-${name}.png`) });
  const names = (page: Page) => page.locator("tr.row .name").allTextContents();
  const found = (page: Page) => page.locator("#found").textContent();
  const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);

  round("of 10,000 targets has few of them in the document at any scroll position", async () => {
    await visit(LIGHT, many, async (page) => {
      expect(await found(page)).toBe("10\u202F000 targets");
      expect(await nodes(page)).toBeLessThan(3500);
      expect((await names(page)).length).toBeLessThanOrEqual(120);
      await shot(page, "10000-light");
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      await page.waitForFunction(() => {
        const shown = [...document.querySelectorAll("tr.row")];
        return shown.some((row) => {
          const { top } = row.getBoundingClientRect();
          return top > 0 && top < innerHeight;
        });
      });
      expect(await nodes(page)).toBeLessThan(5000);
      await page.fill("#find", "search-index-2");
      await page.waitForFunction(
        () => !document.querySelector("#found")?.textContent?.startsWith("10\u202F000"),
      );
      const left = await names(page);
      expect(left.length).toBeGreaterThan(0);
      expect(left.every((name) => name.startsWith("search-index-2"))).toBe(true);
    });
  });

  test("is filtered and sorted by keyboard, opens a target, and has no serious finding", async () => {
    await visit(LIGHT, few, async (page) => {
      expect((await names(page))[0]).toBe("nobody-thought-of-8");
      await page.locator('button[data-verdict="failing"]').focus();
      await page.keyboard.press("Space");
      expect(
        await page.locator("tr.row").evaluateAll((rows) => rows.every((row) => row.matches(".failing"))),
      ).toBe(true);
      expect(await found(page)).toMatch(/^\d+ of 120 targets$/);
      await page.locator("tr.row .name").first().focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("tr.detail table.backups").first().locator("tbody tr").count()).toBe(23);
      // The next one, and fourteen that were due.
      const runs = page.getByRole("region", { name: /^Due runs of search-index-2/ });
      expect(await runs.locator("tbody tr").count()).toBe(15);
      expect(await page.locator("tr.row .name").first().getAttribute("aria-expanded")).toBe("true");
      expect(await seriousFindings(page)).toEqual([]);
      await shot(page, "open-light");
      await page.locator('button[data-verdict="failing"]').click();
      await page.selectOption("#sort", "name");
      const sorted = await names(page);
      expect(sorted).toEqual([...sorted].sort(new Intl.Collator("en", { numeric: true }).compare));
      await page.selectOption("#group", "billing");
      expect(await page.locator("tr.row .about:has-text('billing')").count()).toBeGreaterThan(10);
      await page.fill("#find", "nothing is called that");
      await page.locator("#none").waitFor();
      await page.click("#reset");
      expect(await found(page)).toBe("120 targets");
      expect(await overflow(page)).toBe(0);
    });
  });

  round.each([LIGHT, DARK, PHONE])("has no serious finding in the view $name, and fits", async (view) => {
    await visit(view, few, async (page) => {
      await shot(page, view.name);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.locator("button.name").nth(3).click();
      expect(await overflow(page)).toBe(0);
      await page.selectOption("#span", "30");
      await page.evaluate(() => scrollTo(0, 600));
      await shot(page, `${view.name}-scrolled`);
      expect(await seriousFindings(page)).toEqual([]);
    });
  });

  test("shows the worst target on the first screen of a small phone, and the days above each timeline", async () => {
    await visit({ name: "phone", width: 375, height: 812 }, few, async (page) => {
      expect(await overflow(page)).toBe(0);
      expect((await page.locator("tr.row").first().boundingBox())?.y).toBeLessThan(770);
      for (const counted of await page.locator("button.count").all()) {
        const [scrolled, width] = await counted.evaluate((tile) => [tile.scrollWidth, tile.clientWidth]);
        expect(scrolled).toBeLessThanOrEqual(Number(width));
      }
      await page.evaluate(() => scrollTo(0, 2000));
      const days = page.locator("#targets > thead .axis");
      expect((await days.boundingBox())?.y).toBeLessThan(20);
      expect(await days.textContent()).toMatch(/\d+ [A-Z]\w\w.*now$/);
    });
  });

  round("is a table for a screen reader, with words for each timeline, also on a phone", async () => {
    for (const view of [LIGHT, PHONE]) {
      await visit(view, few, async (page) => {
        const row = page.getByRole("row", { name: /orders-queue-0/ });
        expect(await row.getByRole("cell").count()).toBe(3);
        expect(await row.getByRole("rowheader").count()).toBe(1);
        const timeline = row.getByRole("img", {
          name: /^The last 7 days: \d+ succeeded, 1 running; last good one/,
        });
        expect(await timeline.count()).toBe(1);
        expect(
          await page
            .getByRole("table", { name: /^Targets, unprotected, then the worst/ })
            .getAttribute("aria-rowcount"),
        ).toBe("121");
      });
    }
  });

  round("is printed with all its rows, without its controls, on white", async () => {
    await visit(DARK, few, async (page) => {
      const before = (await names(page)).length;
      await page.setViewportSize({ width: 720, height: 1000 });
      await page.emulateMedia({ media: "print" });
      await page.waitForFunction(() => document.querySelectorAll("tr.row").length === 120);
      expect(before).toBeLessThan(120);
      expect(await page.locator("#controls").isVisible()).toBe(false);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        "rgb(255, 255, 255)",
      );
      expect(
        await page
          .locator("tr.row")
          .first()
          .evaluate((row) => getComputedStyle(row).display),
      ).toBe("table-row");
      await shot(page, "print");
      await page.pdf({ path: join(SCREENSHOTS, "audit.pdf"), format: "A4" });
    });
  });

  round("shows the worst targets without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: LIGHT });
    const page = await context.newPage();
    await page.goto(many);
    expect(await page.locator("tr.row").count()).toBe(400);
    expect(await page.locator("#controls").isVisible()).toBe(false);
    await shot(page, "without-script");
    await context.close();
  });
});
