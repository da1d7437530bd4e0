/**
 * Takes the pictures of the README anew, from real runs in a terminal and a browser, into `docs/pictures/`. Look at each
 * before you commit it.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startMock } from "backup-records/mock";
import type { Page } from "playwright-core";
import { buildSite } from "./docs/site.js";
import { labTargets } from "./pictures/targets.js";
import { photograph, record } from "./pictures/terminal.js";
import { launchChromium } from "./test-package/chromium.js";

const OUT = "docs/pictures";
const program = [process.execPath, resolve("dist/cli/main.js")] as const;

const folder = await mkdtemp(join(tmpdir(), "backup-records-pictures-"));
const mock = await startMock({ gaps: true });
const browser = await launchChromium();

/** A page at twice the size, so that it is sharp on every screen. */
const openPage = async (file: string, height = 800, fragment = "") => {
  const viewport = { width: 1440, height };
  const page = await browser.newPage({ viewport, colorScheme: "light", deviceScaleFactor: 2 });
  await page.goto(pathToFileURL(file).href + fragment);
  return page;
};

/** The bottom of the last element that lies within `height` pixels: a picture ends with it, and cuts none. */
const lastBottom = async (page: Page, selector: string, height: number) => {
  const boxes = await Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()));
  const bottoms = boxes.flatMap((box) => (box === null ? [] : [box.y + box.height]));
  const fitting = bottoms.filter((bottom) => bottom <= height);
  if (fitting.length === 0) throw new Error(`no ${selector} lies within ${height} px`);
  return Math.ceil(Math.max(...fitting));
};

/** Writes a picture with a border, which sets it off from a page of any colour. */
const saveFramed = async (name: string, picture: Buffer) => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 }, deviceScaleFactor: 2 });
  const source = `data:image/png;base64,${picture.toString("base64")}`;
  await page.setContent(`<style>body { margin: 0; background: transparent }
    img { display: block; zoom: 0.5; border: 2px solid #8c959f; border-radius: 16px }</style><img src="${source}">`);
  await page.waitForFunction("document.images[0].complete");
  await writeFile(join(OUT, name), await page.locator("img").screenshot({ omitBackground: true }));
  await page.close();
};

try {
  await mkdir(OUT, { recursive: true });
  /** Both schemes of a terminal. */
  const save = async (name: string, drawn: string) => {
    for (const scheme of ["light", "dark"] as const)
      await writeFile(join(OUT, `${name}-${scheme}.png`), await photograph(browser, drawn, scheme));
  };
  const run = (line: string, args = line.split(" ")) => ({
    line: `backup-records ${line}`,
    run: [...program, ...args] as const,
    env: mock.env,
  });
  await save(
    "terminal",
    await record([run("list dcs --instance prod-cache --max 8 --utc"), run("explain dcs.08.0008")]),
  );

  const targets = join(folder, "targets.yaml");
  const report = join(folder, "report.html");
  await writeFile(targets, labTargets(mock.urls));
  const line = "audit --utc --report report.html";
  await save("audit", await record([run(line, ["audit", targets, "--utc", "--report", report])]));
  const paper = await openPage(report, 900);
  const shown = { x: 0, y: 0, width: 1440, height: await lastBottom(paper, "tbody tr", 900) };
  await saveFramed("report.png", await paper.screenshot({ clip: shown }));

  const calendar = join(folder, "calendar.html");
  const places = ["--cloud", "otc", "--region", "eu-de"];
  await record([run("audit", ["audit", ...places, "--report", calendar])]);
  const runs = await openPage(calendar, 700);
  await runs.locator("tr.missed button.name").first().click();
  const row = await runs.locator("tr.missed").first().boundingBox();
  const detail = await runs.locator("tr.detail").first().boundingBox();
  if (row === null || detail === null) throw new Error("the report shows no run that was missed");
  const scrolled = Number(await runs.evaluate("scrollY"));
  const clip = {
    x: row.x - 8,
    y: row.y + scrolled,
    width: row.width + 16,
    height: row.height + detail.height,
  };
  await saveFramed("calendar.png", await runs.screenshot({ clip, fullPage: true }));

  const site = join(folder, "site");
  await buildSite(site);
  const operation = "backup-records/listbackuprecords";
  const page = await openPage(join(site, "contracts/dcs.html"), 900, `#/${operation}`);
  await page.waitForSelector(`[data-drawn] [id="${operation}"] h2`);
  await page.mouse.move(0, 0);
  await page.waitForFunction("document.getAnimations().length === 0");
  const height =
    16 + (await lastBottom(page, ".panel-request-samples, [data-component-name='Panel/Panel']", 880));
  await saveFramed("documentation.png", await page.screenshot({ clip: { x: 0, y: 0, width: 1440, height } }));
  console.error(`pictures written to ${OUT}/`);
} finally {
  await browser.close();
  await mock.stop();
  await rm(folder, { recursive: true });
}
