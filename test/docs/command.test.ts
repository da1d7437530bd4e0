import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import { run } from "../../src/cli/run.js";
import { textTerminal } from "../cli/support/text-terminal.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { openWindow, overflow, seriousFindings, VIEWS, type View } from "./browser.js";
import { contractOpened, openContract, searchContract } from "./contract-window.js";

const [LIGHT] = VIEWS as [View];
/** Text that would end the script that it stands in. */
const HOSTILE = "</script><script>document.title = 'taken'</script>";
const own = `
openapi: 3.1.0
info: { title: Orders, version: 1.0.0, description: "${HOSTILE}" }
paths:
  /orders:
    get:
      operationId: ListOrders
      x-errata: [O7]
      x-codeSamples: [{ lang: java, label: Java of ours, source: "Orders.list();" }]
      responses: { "200": { description: All orders. } }
`;

describe.skipIf(!wholeRound || lacks("chromium"))("the pages of `docs`", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-command-"));
  let browser: Browser;
  const addressOf = (page: string) => {
    const [file = "", hash = ""] = page.split("#");
    const { href } = pathToFileURL(join(folder, "pages", file));
    return hash === "" ? href : `${href}#${hash}`;
  };

  beforeAll(async () => {
    writeFileSync(join(folder, "orders.yaml"), own);
    const { terminal, stderr } = textTerminal({}, folder, Buffer.alloc(0));
    const exit = await run(["docs", "dcs", "orders.yaml", "--out", "pages"], terminal);
    expect([exit, stderr()]).toEqual([0, ""]);
    browser = await launchChromium();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ["dcs.html", "#/backup-records/listbackuprecords", "Erratum E98:", "Not on a source page:", "TypeScript"],
    ["dcs.zh-CN.html", "#/backup-records/listbackuprecords", "勘误E98：", "文档未载：", "TypeScript"],
    ["orders.html", "#/other/listorders", 'errata: ["O7"]', "Java of ours", "Orders.list();"],
  ])("%s opens on an operation, with marks, errata and samples", async (file, operation, ...shown) => {
    const { context, page, problems } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf(file));
    await page.waitForSelector(`[id="${operation.slice(2)}"] h2`);
    expect(await overflow(page)).toBe(0);
    const badge = await page.locator('a[href="https://redocly.com/redoc/"]').boundingBox();
    expect(badge?.width).toBeLessThan(150);
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count.
    const text = await page.innerText("#redoc");
    for (const part of shown) expect(text).toContain(part);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.title()).not.toBe("taken");
    await context.close();
    expect(problems).toEqual([]);
  });

  test("offer a call with curl for each cloud, in Python and with fetch where a token is enough", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf("dcs.html"));
    await page.waitForSelector("#redoc h2 >> nth=1");
    await page
      .locator("#redoc button", { hasText: /^TypeScript$/ })
      .first()
      .click();
    for (const label of ["curl, Open Telekom Cloud", "curl, Huawei Cloud", "Python", "fetch"])
      await page.getByText(label, { exact: true }).locator("visible=true").first().waitFor();
    await context.close();
  });

  test.each([
    ["dcs.html", "execution_at", "backup_record_response"],
    ["dcs.zh-CN.html", "备份记录", "查询实例备份信息"],
  ])("find words in %s, by keyboard", async (path, words, found) => {
    const { context, page, problems } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf(path));
    const dialog = await searchContract(page, words);
    await dialog.getByText(found).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.length > 2);
    await context.close();
    expect(problems).toEqual([]);
  });

  test("have the operations without a script, those of one's own contract, too", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf("orders.html"));
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count.
    const text = await page.innerText("main");
    for (const part of ["GET /orders", "ListOrders", "All orders.", HOSTILE]) expect(text).toContain(part);
    await context.close();
  });

  test("lead from one language to the other at the same operation, and to the list", async () => {
    const { context, page } = await openWindow(browser, LIGHT);
    await openContract(page, addressOf("dcs.html#/instances/showinstance"));
    await page.click(".language");
    await contractOpened(page);
    expect(page.url()).toContain("dcs.zh-CN.html#/instances/showinstance");
    await page.click(".brand");
    expect(await page.locator("li a").allTextContents()).toEqual([
      "DCS backup records",
      "DCS备份记录",
      "Orders",
    ]);
    await context.close();
  });
});
